package jp.careplan.application;

import jp.careplan.kernel.ProblemCode;

/** Refusals at the operators' desk. */
public enum DeskProblem implements ProblemCode {
  DESK_CREDENTIALS(
      "AP-251", 401, "ID、パスワード、確認コードのどれかが違います", "認証アプリの新しいコードを待って、入れ直してください。同じコードは1回だけ使えます。"),
  DESK_LOCKED("AP-252", 429, "3回間違えたため、ログインを止めています", "30分たってから入れ直してください。"),
  DESK_NOT_SIGNED_IN("AP-253", 401, "運用管理者としてログインしていません", "運用管理の画面からログインしてください。"),
  DESK_PASSWORD_RULE("AP-254", 422, "パスワードが決まりに合っていません", "13文字以上200文字以下で、よく使われる言葉とIDを避けてください。"),
  DESK_ROLE("AP-255", 403, "この操作の権限がありません", "権限のある運用管理者に頼んでください。"),
  DESK_PREFECTURE("AP-256", 403, "担当ではない都道府県です", "担当の運用管理者に頼んでください。"),
  SET_UP_OVER("AP-257", 410, "この設定用のリンクは使えません", "リンクは1回だけ、24時間使えます。ほかの運用管理者に、新しいリンクを頼んでください。"),
  WRONG_CODE("AP-258", 422, "確認コードが違います", "認証アプリに今出ている6桁を入れてください。時計がずれていないかも確かめてください。"),
  BAD_OPERATOR_ID(
      "AP-259", 422, "運用管理者のIDの形が正しくありません", "半角の英小文字と数字で始まる3文字から64文字で決めてください。kjとhdでは始められません。"),
  OPERATOR_EXISTS("AP-260", 409, "このIDの運用管理者は、もういます", "別のIDにするか、一覧から選んでください。"),
  LAST_OPERATOR("AP-261", 409, "全国を担当する運用管理者がいなくなるため、できません", "先に、もう1人の運用管理者の設定を終えてください。"),
  REASON_MISSING("AP-262", 422, "理由が書かれていません", "500文字以内で、操作の理由を書いてください。監査証跡に残ります。"),
  OFFICE_STATE("AP-263", 409, "事業所のいまの状態では、できません", "画面を開き直し、いまの状態を確かめてください。"),
  OWN_PROPOSAL("AP-264", 403, "自分の提案は、自分では承認できません", "ほかの運用管理者に承認を頼んでください。取りやめるときは「却下する」を使います。"),
  PROPOSAL_OVER("AP-265", 409, "この提案は終わっています", "承認や却下は1回だけ、7日以内にできます。必要なら、もう一度提案してください。"),
  ALREADY_PROPOSED("AP-266", 409, "同じ提案が承認を待っています", "承認待ちの一覧で確かめてください。"),
  BAD_OPERATOR("AP-267", 422, "権限か都道府県の指定が正しくありません", "権限を1つ以上選び、都道府県は2桁の番号で入れてください。"),
  UNKNOWN_OPERATOR("AP-268", 404, "この運用管理者は見つかりません", "一覧でIDを確かめてください。"),
  IMPORT_STOPPED("AP-451", 500, "取り込みが途中で止まりました", "何も取り込んでいません。少し待って、ファイルを確かめるところからやり直してください。"),
  BAD_REVOCATION_REASON("AP-452", 422, "失効の理由が選ばれていません", "一覧から、失効の理由を選んでください。"),
  LETTER_GONE("AP-453", 410, "この手紙は、もう出せません", "手紙は1回だけ出せます。なくしたときは、新しいパスワードを出し直してください。"),
  TERMS_DRAFT_GONE("AP-454", 404, "この利用規約の案は見つかりません", "承認待ちの一覧を開き直して、確かめてください。"),
  BAD_ANCHOR(
      "AP-455", 422, "信頼する認証局にできない証明書です", "認証局から受け取った証明書（PEM）を、はじめの行から終わりの行まで1枚だけ貼り付けてください。"),
  ANCHOR_STATE("AP-456", 409, "認証局のいまの状態では、できません", "画面を開き直し、いまの一覧を確かめてください。"),
  LAST_ANCHOR("AP-457", 409, "信頼する認証局がなくなるため、外せません", "先に、代わりの認証局を加えてください。");

  private final String code;
  private final int status;
  private final String title;
  private final String remedy;

  DeskProblem(String code, int status, String title, String remedy) {
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
