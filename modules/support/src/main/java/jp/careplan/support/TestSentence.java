package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An unmet question that was ended: what it asks for must be found from then on. */
@Entity
@Table(name = "support_test_sentence")
class TestSentence {
  /** Expected of what a chat rule answers; the search is not asked for it. */
  static final String BY_RULE = "RULE";

  @Id private String id;
  private String sentence;
  private String expected;
  private String gathered;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "made_by")
  private String madeBy;

  protected TestSentence() {}

  TestSentence(Unmet question, String expected, String by, Instant at) {
    this.id = question.id();
    this.sentence = question.words();
    this.expected = expected;
    this.gathered = question.gathered();
    this.madeBy = by;
    this.madeAt = at;
  }

  String id() {
    return id;
  }

  String sentence() {
    return sentence;
  }

  String expected() {
    return expected;
  }

  boolean isByRule() {
    return expected.equals(BY_RULE);
  }

  /** What it came to, beside what is kept. */
  SearchTesting.Sentence shown(SearchTesting.Verdict verdict) {
    return new SearchTesting.Sentence(id, sentence, expected, gathered, madeAt, madeBy, verdict);
  }
}
