package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people asked for and did not find, as often as it came up. */
@Entity
@Table(name = "support_unmet")
class Unmet {
  @Id private String id;

  @Enumerated(EnumType.STRING)
  private UnmetKind source;

  private String words;

  private long counted;

  @Enumerated(EnumType.STRING)
  private UnmetState state;

  private String gathered;
  private String answer;
  private String reason;

  @Column(name = "ended_by")
  private String endedBy;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  @Version private long version;

  protected Unmet() {}

  void again(Instant now) {
    if (counted == 0) {
      firstAt = now;
    }
    counted++;
    lastAt = now;
  }

  void end(UnmetDesk.Ending ending, String by, Instant at) {
    state = ending.how();
    answer = ending.answer();
    reason = ending.reason();
    endedBy = by;
    endedAt = at;
  }

  void reopen() {
    state = UnmetState.OPEN;
    answer = "";
    reason = "";
    endedBy = "";
    endedAt = null;
  }

  boolean isNew() {
    return counted == 1;
  }

  boolean isOpen() {
    return endedAt == null;
  }

  String id() {
    return id;
  }

  String words() {
    return words;
  }

  UnmetKind source() {
    return source;
  }

  /** The group of its likes. */
  String gathered() {
    return gathered;
  }

  UnmetDesk.Question question() {
    return new UnmetDesk.Question(
        id, source, words, counted, lastAt, state, answer, reason, endedBy);
  }
}
