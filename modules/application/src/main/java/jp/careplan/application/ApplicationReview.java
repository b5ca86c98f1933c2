package jp.careplan.application;

import java.util.List;

/** 審査: what operators do with applications. Who acts stands in the audit trail. */
public interface ApplicationReview {
  /**
   * A reason to have a look at an application before it is completed.
   *
   * @param words what the office is told
   */
  record Rule(String code, boolean switchedOn, String words) {}

  /** Those that wait, the longest first. */
  List<ApplicationSummary> waiting();

  void approve(ApplicationId id, String actor);

  /**
   * 却下.
   *
   * @param reason for the office
   */
  void reject(ApplicationId id, String reason, String actor);

  /** 差戻し: the office may put it right and send it again. */
  void sendBack(ApplicationId id, String reason, String actor);

  List<Rule> rules();

  void switchRule(String code, boolean on, String actor);
}
