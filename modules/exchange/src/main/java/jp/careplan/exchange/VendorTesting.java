package jp.careplan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.application.VendorTestPart;
import jp.careplan.exchange.internal.form.UnitForms;
import jp.careplan.exchange.internal.trial.CaseJudge;
import jp.careplan.exchange.internal.trial.CaseQuestions;

/**
 * ベンダ試験: a maker of care software works through cases, without an account. Whoever has the code of
 * the mailed link goes on with a run. Files are judged in memory and never kept.
 */
public interface VendorTesting {
  /** What is tested, and who tests it. */
  record Product(String name, String version, String maker, String mail) {
    @Override
    public String toString() {
      return "Product[masked]";
    }
  }

  /** Where a run stands. */
  enum Status {
    OPEN,
    /** Waits for an operator. */
    SUBMITTED,
    PUBLISHED
  }

  /**
   * One part of a run.
   *
   * @param passedAt empty until it is passed
   */
  record Step(VendorTestPart part, int tries, Optional<Instant> passedAt) {}

  /**
   * A run.
   *
   * @param remark of the operator who sent it back; empty otherwise
   * @param steps all parts, in their order
   */
  record Run(
      String id,
      Product product,
      Status status,
      String remark,
      Instant begunAt,
      Instant changedAt,
      List<Step> steps) {
    public Set<VendorTestPart> passed() {
      return steps.stream()
          .filter(step -> step.passedAt().isPresent())
          .map(Step::part)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** What a try came to. */
  record Judgement(boolean passed, List<CaseJudge.Point> points, List<Finding> findings) {}

  /** Begins a run: the way in goes to the mail address, and nowhere else. */
  void begin(Product product, String source);

  /** Mails a new way in for each run of this address that is not published; the old ones end. */
  void remind(String mail, String source);

  /** The run of a code. */
  Run open(String code);

  /** What the care software is to write: the case as forms. */
  UnitForms task(String code, VendorTestPart.Kind kind);

  /** What the care software is to take in. */
  List<OfferedFile> given(String code, VendorTestPart.Kind kind);

  /** What is asked after it took that in. */
  List<CaseQuestions.Question> questions(VendorTestPart.Kind kind);

  /** Judges what the care software wrote. */
  Judgement judge(String code, VendorTestPart.Kind kind, List<OfferedFile> written, String source);

  /** Judges the answers to the questions, by their keys. */
  Judgement answer(String code, VendorTestPart.Kind kind, Map<String, String> answers);

  /** Hands the run to the operators. */
  void submit(String code);
}
