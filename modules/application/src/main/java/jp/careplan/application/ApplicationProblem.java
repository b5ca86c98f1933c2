package jp.careplan.application;

import jp.careplan.kernel.ProblemCode;

/** Refusals on the way in, and of applications. */
public enum ApplicationProblem implements ProblemCode {
  NO_CERTIFICATE("AP-101", 401, "電子証明書が示されていません", "連携クライアントで電子証明書を選び、もう一度ログインしてください。"),
  CERTIFICATE_KIND(
      "AP-102",
      403,
      "この種類の電子証明書は使えません",
      "介護保険証明書か、請求委任事業所用ケアプラン証明書を選んでください。代理人証明書と障害者総合支援証明書は使えません。"),
  CERTIFICATE_REVOKED("AP-103", 403, "この電子証明書は失効しています", "新しい電子証明書を入れ直してから、ログインしてください。"),
  TERMINAL_NOT_REGISTERED("AP-104", 403, "この端末は登録されていません", "証明書・端末の画面で、この端末の電子証明書を登録してください。"),
  CERTIFICATE_OF_OTHER_OFFICE(
      "AP-105", 403, "電子証明書とユーザIDの事業所が違います", "電子証明書の事業所番号と同じ番号のKJのIDで、ログインしてください。"),
  BAD_CREDENTIALS("AP-106", 401, "ユーザIDまたはパスワードが違います", "大文字と小文字、KJで始まるIDを確かめて、入れ直してください。"),
  TEMPORARY_PASSWORD("AP-107", 403, "仮パスワードのままではログインできません", "「パスワードの変更」の画面で、新しいパスワードに変えてください。"),
  SLOWED("AP-108", 429, "続けて間違えたため、少しお待ちください", "待ち時間が過ぎてから、もう一度入れてください。"),
  LOCKED(
      "AP-109", 429, "3回間違えたため、この画面からのログインを止めています", "30分たってから入れ直してください。連携クライアントからは、今でもログインできます。"),
  SESSION_OVER("AP-110", 401, "ログインの時間が終わりました", "もう一度ログインしてください。送ったものは失われていません。"),
  NOT_SIGNED_IN("AP-111", 401, "ログインしていません", "連携クライアントからログインしてください。"),
  CARE_DATA_CLOSED("AP-112", 403, "この入り方では、ケアプランの画面は開けません", "連携クライアントの「ブラウザーで開く」から入ってください。"),
  HANDOFF_OVER("AP-113", 410, "この入り口は、もう使えません", "入り口は1回だけ、60秒のあいだ使えます。連携クライアントから開き直してください。"),
  PASSWORD_RULE("AP-114", 422, "新しいパスワードが決まりに合っていません", "8文字以上64文字以下で、よく使われる言葉を避けてください。"),
  OFFICE_NOT_ACTIVE("AP-115", 403, "この事業所は、いま利用を止めています", "利用状況の画面で確かめるか、窓口にお問い合わせください。"),
  UNKNOWN_OFFICE("AP-116", 404, "事業所が見つかりません", "事業所番号を確かめてください。相手がまだ利用していないこともあります。"),
  SIGN_IN_BUSY("AP-117", 503, "ログインが混み合っています", "少し待ってから、もう一度入れてください。"),
  FORM_FAULTS("AP-301", 422, "申請の内容に直すところがあります", "画面に戻って直し、もう一度申請してください。"),
  ALREADY_USING("AP-302", 409, "この事業所の利用申請は、もう完了しています", "利用状況の画面で、期間を確かめてください。"),
  NOT_EDITABLE("AP-303", 409, "この申請は、いま直せません", "審査の結果を待つか、取り下げてから申請し直してください。"),
  NOT_WAITING("AP-304", 409, "この申請は、審査を待っていません", "一覧を開き直し、いまの状態を確かめてください。"),
  NOT_RETRACTABLE("AP-305", 409, "この申請は、もう取り下げられません", "結果が出ています。利用状況の画面で確かめてください。"),
  OTHER_OPEN("AP-306", 409, "ほかの申請か届け出が、まだ終わっていません", "その結果を待つか、取り下げてから、もう一度お試しください。"),
  TERMS_NOT_AGREED("AP-307", 422, "いまの利用規約に同意していません", "利用規約を終わりまで読み、同意の印を付けてください。"),
  NOT_USING("AP-308", 409, "利用申請が完了していません", "先に利用申請をしてください。"),
  NOTHING_OPEN("AP-309", 409, "取り下げる申請がありません", "利用状況の画面で、申請の状態を確かめてください。"),
  REASON_MISSING("AP-310", 422, "理由が書かれていません", "事業所に伝わる理由を、500文字以下で書いてください。"),
  NOT_IN_THIS_STATE("AP-311", 409, "いまの状態では、この届け出はできません", "利用状況の画面で、事業所の状態を確かめてください。"),
  BAD_TERMS("AP-312", 422, "利用規約の新しい版を出せません", "文面と、今日からあとの始まりの日、それより後の同意の期限を入れてください。"),
  NO_FONT("AP-313", 503, "いまPDFを作れません", "運営者の窓口にお知らせください。画面の印刷はできます。");

  private final String code;
  private final int status;
  private final String title;
  private final String remedy;

  ApplicationProblem(String code, int status, String title, String remedy) {
    this.code = code;
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String remedy() {
    return remedy;
  }
}
