package jp.careplan.application;

import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ProblemText;

/** Refusals around accounts: their import, their passwords, and who has lost the way in. */
public enum AccountProblem implements ProblemCode {
  OTHER_FILE("AP-201", 409, "確かめたファイルと違うファイルです", "ファイルを選び直し、確認からやり直してください。取り込みは行っていません。"),
  IMPORT_FINDINGS("AP-202", 422, "取り込むファイルに、直すところがあります", "指摘を見てファイルを直し、もう一度確かめてください。取り込みは行っていません。"),
  OTHER_ACCOUNTS("AP-203", 409, "確かめた後で、閉じるアカウントの数が変わりました", "もう一度ファイルを確かめてください。取り込みは行っていません。"),
  ASKED_TOO_OFTEN("AP-211", 429, "続けて申し込まれたため、しばらく受け付けられません", "30分たってから、もう一度お試しください。"),
  RESET_OVER("AP-212", 410, "この再設定の入り口は、もう使えません", "入り口は1回だけ、30分のあいだ使えます。再設定のメールを申し込み直してください。"),
  BAD_MAIL("AP-213", 422, "メールアドレスの形が正しくありません", "半角で、名前@会社.jp の形で入れてください。"),
  ACCOUNT_CLOSED("AP-214", 403, "このIDは閉じられています", "続けて使うときは、所在地の国保連か窓口にお問い合わせください。"),
  UNKNOWN_ACCOUNT("AP-215", 404, "このIDのアカウントはありません", "IDを確かめてください。"),
  BAD_RECOVERY_CODE(
      "AP-216", 422, "ユーザIDまたは回復コードが違います", "控えの紙を見て、まだ使っていないコードを入れてください。新しく作った控えがあれば、そちらを使ってください。"),
  UNKNOWN_SESSION("AP-217", 404, "このログインは、もう終わっています", "画面を開き直して、いまの一覧を確かめてください。"),
  ID_REQUEST_INCOMPLETE("AP-221", 422, "お書きいただいた内容に、直すところがあります", "直してから、もう一度送ってください。まだ受け付けていません。"),
  UNKNOWN_ID_REQUEST("AP-222", 404, "受付番号または確認コードが違います", "受け付けたときの画面かメールを見て、入れ直してください。"),
  ID_REQUEST_SETTLED("AP-223", 409, "この申し込みには、もう答えています", "一覧を開き直して、いまの状態を確かめてください。"),
  LETTER_MISSING("AP-224", 422, "手紙の文が必要です", "1文字以上、4000文字以下で入れてください。"),
  UNKNOWN_PREFECTURE("AP-225", 404, "この都道府県番号の国保連はありません", "01から47までの番号を確かめてください。"),
  KOKUHO_REN_INCOMPLETE("AP-226", 422, "国保連の名称か連絡先に、直すところがあります", "名称を入れ、電話と住所は200文字以下にしてください。");

  private final ProblemText text;

  AccountProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}
