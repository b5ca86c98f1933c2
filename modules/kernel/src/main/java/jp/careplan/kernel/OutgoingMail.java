package jp.careplan.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail on its way. The row is gone once it was delivered; given up, it keeps its reason alone.
 */
@Entity
@SuppressWarnings("UnusedVariable") // the reason is read in the database alone
@Table(name = "kernel_mail")
class OutgoingMail {
  /** A node that took a mail and died gives it free again after this time. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
  private static final Duration PATIENCE = Duration.ofDays(2);

  @Id private String id;

  @Column(name = "queued_at")
  private Instant queuedAt;

  @Column(name = "next_try_at")
  private Instant nextTryAt;

  private int tries;

  @Lob private byte[] sealed;

  @Column(name = "given_up_at")
  private @Nullable Instant givenUpAt;

  private String reason = "";

  @Version private long version;

  protected OutgoingMail() {}

  OutgoingMail(String id, byte[] sealed, Instant at) {
    this.id = id;
    this.sealed = sealed;
    this.queuedAt = at;
    this.nextTryAt = at;
  }

  String id() {
    return id;
  }

  byte[] sealed() {
    return sealed;
  }

  boolean isDue(Instant now) {
    return givenUpAt == null && !nextTryAt.isAfter(now);
  }

  void take(Instant now) {
    tries++;
    nextTryAt = now.plus(LEASE);
  }

  /**
   * @param reason what the mail server said, without address
   * @param forGood whether it said that it never will
   */
  void fail(Instant now, String reason, boolean forGood) {
    this.reason = reason;
    nextTryAt = now.plus(pause());
    if (forGood || nextTryAt.isAfter(queuedAt.plus(PATIENCE))) {
      givenUpAt = now;
      sealed = new byte[0];
    }
  }

  boolean isGivenUp() {
    return givenUpAt != null;
  }

  private Duration pause() {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
