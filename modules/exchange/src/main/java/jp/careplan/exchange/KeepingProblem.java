package jp.careplan.exchange;

import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ProblemText;

/** Refusals around what is kept how long, taken along and told to other programs. */
public enum KeepingProblem implements ProblemCode {
  TAKEOUT_NOT_READY("EX-380", 409, "持ち出すファイルは、まだできていません", "できあがると、メールと画面でお知らせします。"),
  CONTENT_PURGED(
      "EX-381", 410, "保存期間が過ぎたため、中身は消えています", "受付証と送受信の記録は残っています。中身が要るときは、相手に送り直してもらってください。"),
  EXPIRED("EX-382", 410, "受け取られないまま、保存期間が過ぎました", "要るときは、送った事業所に送り直してもらってください。"),
  BAD_YEARS("EX-383", 422, "この年数にはできません", "選べる年数の中から選んでください。何も変わっていません。"),
  UNKNOWN_TAKEOUT("EX-384", 404, "この持ち出しは見つかりません", "「保存期間と持ち出し」の画面で、いまの一覧を確かめてください。"),
  TAKEOUT_RUNNING("EX-385", 409, "持ち出すファイルを、いま作っています", "できあがるのを待ってから、もう一度申し込んでください。"),
  TAKEOUT_GONE("EX-386", 410, "持ち出すファイルは、もう消えています", "「保存期間と持ち出し」の画面で、もう一度申し込んでください。"),
  WEBHOOK_ADDRESS("EX-387", 422, "このアドレスには、お知らせできません", "介護ソフトの会社に、お知らせを受けるアドレスを確かめてください。"),
  UNKNOWN_WEBHOOK("EX-388", 404, "このお知らせ先は見つかりません", "「介護ソフトへのお知らせ」の画面で、いまの一覧を確かめてください。"),
  TOO_MANY_WEBHOOKS("EX-389", 409, "お知らせ先は、5つまでです", "使っていないお知らせ先を消してから、加えてください。");

  private final ProblemText text;

  KeepingProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}
