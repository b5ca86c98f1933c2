package jp.careplan.exchange;

import static jp.careplan.exchange.Webhooks.State.ACTIVE;
import static jp.careplan.exchange.Webhooks.State.STOPPED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.OfficeNumber;
import org.jspecify.annotations.Nullable;

/** One address that an office wants called, and how far it was told. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_webhook")
class Webhook {
  private static final Duration FIRST_REST = Duration.ofSeconds(10);
  private static final Duration LONGEST_REST = Duration.ofHours(1);
  private static final int DOUBLINGS = 9;

  @Id private String id;
  private String office;
  private String url;
  private byte[] secret;

  @Enumerated(EnumType.STRING)
  private Webhooks.State status;

  @Column(name = "made_by")
  private String madeBy;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "told_number")
  private long toldNumber;

  @Column(name = "next_at")
  private Instant nextAt;

  private int tries;

  @Column(name = "failing_since")
  private @Nullable Instant failingSince;

  @Column(name = "last_at")
  private @Nullable Instant lastAt;

  @Column(name = "last_outcome")
  private String lastOutcome;

  @Version private long version;

  protected Webhook() {}

  Webhook(String id, OfficeSession by, String url, byte[] secret, long arrived, Instant now) {
    this.id = id;
    this.office = by.office().value();
    this.url = url;
    this.secret = secret;
    this.status = ACTIVE;
    this.madeBy = by.user().value();
    this.madeAt = now;
    this.toldNumber = arrived;
    this.nextAt = now;
    this.lastOutcome = "";
  }

  /** Whether this node may call it now; no other does until the lease is over. */
  boolean lease(Instant now, Duration time) {
    if (status != ACTIVE || nextAt.isAfter(now)) {
      return false;
    }
    nextAt = now.plus(time);
    return true;
  }

  /** Everything up to this number was taken. */
  void told(long number, String outcome, Instant now) {
    toldNumber = Math.max(toldNumber, number);
    tries = 0;
    failingSince = null;
    nextAt = now;
    tried(outcome, now);
  }

  /** Is tried again later, each time a little later; or no more, after so much time. */
  boolean failed(String outcome, Instant now, Duration patience) {
    Instant since = failingSince == null ? now : failingSince;
    failingSince = since;
    Duration rest = FIRST_REST.multipliedBy(1L << Math.min(tries, DOUBLINGS));
    nextAt = now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    tries++;
    tried(outcome, now);
    if (now.isBefore(since.plus(patience))) {
      return false;
    }
    status = STOPPED;
    return true;
  }

  private void tried(String outcome, Instant now) {
    lastOutcome = outcome;
    lastAt = now;
  }

  void resume(Instant now) {
    status = ACTIVE;
    tries = 0;
    failingSince = null;
    nextAt = now;
  }

  String id() {
    return id;
  }

  OfficeNumber office() {
    return new OfficeNumber(office);
  }

  String url() {
    return url;
  }

  byte[] secret() {
    return secret;
  }

  long toldNumber() {
    return toldNumber;
  }

  Webhooks.Hook hook() {
    return new Webhooks.Hook(
        id,
        url,
        status,
        madeAt,
        tries,
        Optional.ofNullable(failingSince),
        Optional.ofNullable(lastAt),
        lastOutcome);
  }
}
