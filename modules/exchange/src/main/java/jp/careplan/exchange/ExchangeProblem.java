package jp.careplan.exchange;

import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ProblemText;

/** Refusals of the exchange. */
public enum ExchangeProblem implements ProblemCode {
  BAD_TRANSMISSION_ID("EX-101", 400, "送信IDの形が正しくありません", "送信IDはUUIDv7です。小文字の36文字で付けてください。"),
  NOT_YOURS("EX-102", 404, "この送信は見つかりません", "送信IDを確かめてください。ほかの事業所どうしの送信は見られません。"),
  ID_TAKEN("EX-103", 409, "この送信IDは、別の内容で使われています", "新しい送信IDを付けて、もう一度送ってください。"),
  SENT_BEFORE("EX-104", 409, "同じ内容を、前に送っています", "送信済みの一覧で確かめてください。もう一度送るときは「同じものを送り直す」を選んでください。"),
  ALREADY_RECEIVED(
      "EX-105",
      409,
      "相手が受け取ったため、取り消せません",
      "直したものを送り直すか、削除のファイルを送ってください。送り先を間違えたときは、すぐに相手に電話してください。"),
  NOT_RECEIVED_YET("EX-106", 409, "まだ受け取っていません", "先に「受け取る」を押してください。"),
  WITHDRAWN("EX-107", 409, "送った事業所が取り消しました", "受け取る必要はありません。わからないときは相手に確かめてください。"),
  NOT_THE_RECIPIENT("EX-108", 403, "受け取る側の事業所ではありません", "受け取りと取り込みの記録は、送り先の事業所が行います。"),
  NOT_THE_SENDER("EX-109", 403, "送った事業所ではありません", "取り消しは、送った事業所だけができます。"),
  NO_SUCH_FILE("EX-110", 404, "このファイルはありません", "送信の中のファイル名を確かめてください。"),
  UNIT_REFUSED("EX-201", 422, "チェックで直すところが見つかりました", "指摘を見て、介護ソフトで直し、もう一度書き出してください。"),
  MANIFEST_MISMATCH("EX-202", 422, "届いたファイルが、一覧（manifest）と合いません", "途中で切れたか書きかわっています。もう一度送ってください。"),
  NO_FILES("EX-203", 422, "ファイルがありません", "送るCSVファイルを選んでください。"),
  MORE_THAN_ONE_UNIT("EX-204", 422, "1回の送信に、2つ以上の組が入っています", "送り先と連番ごとに分けて送ってください。"),
  BAD_SIGNATURE("EX-205", 422, "送る事業所の署名を確かめられません", "連携クライアントを開き直し、ログインに使う電子証明書で、もう一度送ってください。"),
  NO_SUCH_PERSON("EX-231", 404, "この番号の利用者は、この送信にいません", "利用者の一覧に戻って、選び直してください。"),
  NO_SUCH_PICTURE("EX-232", 404, "この画像はありません", "利用者の帳票を開き直してください。"),
  NOT_ON_THE_DESK("EX-233", 404, "置いたファイルが見つかりません", "「送る」の画面で、もう一度ファイルを置いてください。"),
  TOO_MANY_PEOPLE("EX-234", 413, "人数が多いため、1つのPDFにできません", "利用者ごとに保存してください。"),
  FILE_TOO_LARGE("EX-301", 413, "ファイルが大きすぎます", "介護ソフトで、月や利用者を分けて書き出してください。"),
  UNIT_TOO_LARGE("EX-302", 413, "全部のファイルを合わせた大きさが、上限を超えています", "送り先や月で分けて送ってください。"),
  TOO_MANY_FILES("EX-303", 413, "ファイルの数が多すぎます", "送り先ごとに分けて送ってください。"),
  REASON_TOO_LONG("EX-304", 422, "理由が長すぎます", "500文字以下にしてください。"),
  SENDER_IS_NOT_CALLER("EX-401", 422, "送り元の事業所番号が、ログインしている事業所と違います", "自分の事業所で書き出したファイルか、確かめてください。"),
  UNKNOWN_RECIPIENT(
      "EX-402", 422, "送り先の事業所が、まだこの仕組みを使っていません", "番号を確かめてください。番号が正しければ、今回はFAXや郵送で送ってください。"),
  RECIPIENT_CLOSED("EX-403", 422, "送り先の事業所が、利用を止めています", "相手に電話で確かめてください。");

  private final ProblemText text;

  ExchangeProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}
