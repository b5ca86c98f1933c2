package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A reason to review an application. Which there are is code; whether and how they speak is data.
 */
@Entity
@Table(name = "application_review_rule")
class ReviewRule {
  @Id private String code;

  @Column(name = "switched_on")
  private boolean switchedOn;

  private String words;

  @Version private long version;

  protected ReviewRule() {}

  void turn(boolean on) {
    switchedOn = on;
  }

  ApplicationReview.Rule view() {
    return new ApplicationReview.Rule(code, switchedOn, words);
  }
}
