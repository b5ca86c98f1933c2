package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.careplan.kernel.TimeOrderedId;

/** One press below a text. Nothing tells who it was. */
@Entity
@Table(name = "support_vote")
@SuppressWarnings("UnusedVariable") // editors will read it
class Vote {
  @Id private String id = TimeOrderedId.next();

  @Enumerated(EnumType.STRING)
  private TextKind kind;

  private String name;
  private boolean helpful;
  private String reason;
  private String words;

  @Column(name = "voted_at")
  private Instant votedAt;

  protected Vote() {}

  Vote(HelpText text, boolean helpful, String reason, String words, Instant now) {
    this.kind = text.kind();
    this.name = text.name();
    this.helpful = helpful;
    this.reason = reason;
    this.words = words;
    this.votedAt = now;
  }
}
