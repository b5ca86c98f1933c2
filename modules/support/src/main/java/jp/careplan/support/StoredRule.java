package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import jp.careplan.support.internal.chat.RuleText;

/** A rule of the working copy. */
@Entity
@Table(name = "support_chat_rule")
class StoredRule {
  @Id private String name;

  @SuppressWarnings("UnusedVariable") // the working copy is sorted by it
  private int position;

  @Lob private String content;
  private int number;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Column(name = "saved_by")
  private String savedBy;

  @Embedded private ReleaseOffer release = new ReleaseOffer();

  @Version private long version;

  protected StoredRule() {}

  StoredRule(RuleText rule, int position, Instant at, String by) {
    this.name = rule.name();
    this.position = position;
    save(rule, at, by);
  }

  final void save(RuleText rule, Instant at, String by) {
    content = rule.format();
    number++;
    savedAt = at;
    savedBy = by;
  }

  void stand(int at) {
    position = at;
  }

  String name() {
    return name;
  }

  ReleaseOffer release() {
    return release;
  }

  boolean isOffered() {
    return release.offer() != TextOffer.NONE;
  }

  /** No person ever saved it. */
  boolean isUntouched() {
    return TextHead.OURS.contains(savedBy);
  }

  int number() {
    return number;
  }

  /** Where it cannot be read, an empty one under its key: editors can mend or remove it. */
  RuleText text() {
    return RuleText.parse(content).stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseGet(() -> RuleText.empty().named(name));
  }

  RuleEditing.Saved saved() {
    return new RuleEditing.Saved(number, savedAt, savedBy);
  }
}
