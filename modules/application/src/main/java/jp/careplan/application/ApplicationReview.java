package jp.careplan.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 審査: what operators do with applications of the offices they look after. Each deed wants a reason,
 * which stands in the audit trail; of a refusal the office is told it too.
 */
public interface ApplicationReview {
  /**
   * A reason to have a look at an application before it is completed.
   *
   * @param words what the office is told
   */
  record Rule(String code, boolean switchedOn, String words) {}

  /**
   * Which of those that wait are wanted.
   *
   * @param prefecture 都道府県番号; empty text: all
   * @param until the last day on which they may have been sent, to find those that wait long
   */
  record Filter(Optional<ApplicationKind> kind, String prefecture, Optional<LocalDate> until) {
    /** All that the operator looks after. */
    public static Filter none() {
      return new Filter(Optional.empty(), "", Optional.empty());
    }
  }

  /** The last line of the page before. */
  record Mark(Instant submittedAt, String id) {}

  /**
   * One application whole.
   *
   * @param known what is known of the office now; empty: it is not listed yet
   * @param former what is known of the office under the number that it gives as its former one
   */
  record Detail(
      ApplicationSummary application,
      Optional<OfficeProfile> known,
      Optional<OfficeProfile> former) {}

  /** Those that wait, the longest first. */
  List<ApplicationSummary> waiting(
      OperatorSession by, Filter filter, Optional<Mark> after, int most);

  long countWaiting(OperatorSession by);

  Detail detailOf(OperatorSession by, ApplicationId id);

  void approve(OperatorSession by, ApplicationId id, String reason);

  /**
   * 却下.
   *
   * @param reason for the office
   */
  void reject(OperatorSession by, ApplicationId id, String reason);

  /** 差戻し: the office may put it right and send it again. */
  void sendBack(OperatorSession by, ApplicationId id, String reason);

  List<Rule> rules(OperatorSession by);

  void switchRule(OperatorSession by, String code, boolean on, String reason);
}
