package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import jp.careplan.support.internal.chat.RuleText;

/** All rules as they were published once; never changed. */
@Entity
@Table(name = "support_chat_rules")
class RuleVersion {
  @Id private int number;
  @Lob private String content;
  private int rules;
  private String note;
  private int again;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  protected RuleVersion() {}

  RuleVersion(RuleEditing.Saved saved, List<RuleText> texts, String note, int again) {
    this.number = saved.number();
    this.content = RuleText.format(texts);
    this.rules = texts.size();
    this.note = note;
    this.again = again;
    this.publishedAt = saved.at();
    this.publishedBy = saved.by();
  }

  String content() {
    return content;
  }

  RuleEditing.Version version() {
    return new RuleEditing.Version(
        new RuleEditing.Saved(number, publishedAt, publishedBy), rules, note, again);
  }
}
