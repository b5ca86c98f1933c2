package jp.careplan.application;

import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ProblemText;

/** Refusals around the list of care software (介護ソフト). */
enum CareSoftwareProblem implements ProblemCode {
  NO_SUCH_SOFTWARE("AP-491", 404, "この介護ソフトは一覧にありません", "一覧を開き直して、選び直してください。"),
  SOFTWARE_INCOMPLETE(
      "AP-492", 422, "一覧に載せるのに足りないところがあります", "名前・会社・標準仕様の版と、合格したものか言葉での説明を入れてください。");

  private final ProblemText text;

  CareSoftwareProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}
