package jp.careplan.application;

import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ProblemText;

/** Refusals around the staff of an office, and their passkeys. */
public enum StaffProblem implements ProblemCode {
  NOT_ADMINISTRATOR("AP-401", 403, "この操作は、管理者だけができます", "事業所の管理者に頼んでください。"),
  UNKNOWN_STAFF("AP-402", 404, "この職員はいません", "「職員」の画面を開き直して、いまの一覧を確かめてください。"),
  BAD_STAFF("AP-403", 422, "職員の内容に、直すところがあります", "直してから、もう一度決めてください。"),
  STAFF_REMOVED("AP-404", 409, "この職員は、もう外されています", "また使うときは、新しく招待してください。"),
  LAST_ADMINISTRATOR("AP-405", 409, "管理者がいなくなってしまいます", "先に、ほかの職員を管理者にするか、事業所のIDを使うことにしてください。"),
  INVITATION_OVER("AP-406", 410, "この招待は使えません", "招待は7日のあいだ、1回だけ使えます。事業所の管理者に、もう一度招待してもらってください。"),
  OFFICE_AT_REST(
      "AP-407", 403, "事業所のIDは、いま休ませてあります", "職員のIDで入ってください。使うときは、職員の管理者が「職員」の画面で使うことにします。"),
  NOT_OFFICE_ID("AP-408", 403, "この操作は、事業所のIDでだけできます", "14文字のユーザIDで入り直してください。"),
  TOO_MANY_STAFF("AP-409", 409, "これ以上、職員を招待できません", "窓口にお問い合わせください。"),
  KIND_CLOSED("AP-410", 403, "このサービス種類は、扱えません", "扱えるサービス種類は、事業所の管理者が決めています。"),
  PASSKEY_REFUSED("AP-421", 401, "このパスキーでは入れません", "登録し直すか、連携クライアントから入ってください。"),
  PASSKEYS_FORBIDDEN("AP-422", 403, "ここでは、パスキーを使えません", "連携クライアントから入ってください。わけは窓口にお問い合わせください。"),
  CERTIFICATE_SESSION_ONLY(
      "AP-423", 403, "パスキーは、電子証明書で入った画面でだけ登録できます", "連携クライアントの「ブラウザーで開く」から入り直してください。"),
  BAD_PASSKEY_NAME("AP-424", 422, "パスキーの名前に、直すところがあります", "1文字以上、40文字以下で入れてください。"),
  UNKNOWN_PASSKEY("AP-425", 404, "このパスキーは、もうありません", "画面を開き直して、いまの一覧を確かめてください。"),
  TOO_MANY_PASSKEYS("AP-426", 409, "パスキーは、1人10個までです", "使わないものを取り消してから、登録してください。");

  private final ProblemText text;

  StaffProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}
