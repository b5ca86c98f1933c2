package jp.careplan.support;

import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ProblemText;

/** Refusals of the help desk. */
public enum SupportProblem implements ProblemCode {
  NO_SUCH_TEXT("SU-101", 404, "この質問や案内は見つかりません", "よくある質問の検索か、分類からさがしてください。"),
  NOT_A_PICTURE("SU-111", 422, "このファイルは付けられません", "画面の写真（JPEGかPNG）を、1枚5MBまでで選んでください。"),
  PICTURES_FULL("SU-112", 422, "写真は3枚までです", "いらない写真を外すと、別の写真を付けられます。"),
  UNKNOWN_INQUIRY("SU-113", 404, "この問い合わせは見つかりません", "受付のメールにある受付番号と確認コードを、確かめて入れ直してください。"),
  DRAFT_GONE("SU-114", 410, "書きかけの内容がなくなりました", "1日たったか、もう送ったためです。はじめから書いてください。"),
  TEXT_CHANGED("SU-121", 409, "ほかの人が先に保存しました", "書いたものは、この画面に残っています。下の差を見て、直してからもう一度保存してください。"),
  TEXT_UNFIT("SU-122", 422, "この内容では保存できません", "言われた所を直して、もう一度保存してください。"),
  SECOND_EDITOR("SU-123", 403, "「重要」の文章は、書いた人とは別の人が公開します", "ほかの編集者に、確認と公開を頼んでください。"),
  WRONG_TEXT_STATE("SU-124", 409, "いまの状態では、この操作はできません", "画面を開き直して、いまの状態を確かめてください。"),
  FILE_UNFIT("SU-151", 422, "このファイルは付けられません", "PDF、PNG、JPEGのどれかを選んでください。名前ではなく、中身で確かめています。"),
  FILE_RUNS("SU-152", 422, "動くしかけがあるか、暗号化されたPDFは付けられません", "元の文書から、しかけと暗号のないPDFを作り直してください。"),
  FILE_TOO_LARGE("SU-153", 422, "ファイルが大きすぎます", "写真を小さくするか、PDFを分けてください。"),
  FILE_UNTITLED(
      "SU-154", 422, "PDFの題か、写真の代わりの文を入れてください", "1行で、200文字までです。写真は、見えない人のために、何が写っているかを書いてください。"),
  FILES_FULL("SU-155", 422, "付けられるのは10個までです", "いらないものを外すと、別のものを付けられます。"),
  NO_SUCH_FILE("SU-156", 404, "このファイルは見つかりません", "文章の画面を開き直して、付いているものを確かめてください。");

  private final ProblemText text;

  SupportProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}
