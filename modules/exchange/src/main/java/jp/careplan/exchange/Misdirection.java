package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.CASE_STEP;
import static jp.careplan.exchange.ExchangeProblem.REASON_TOO_LONG;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.Freezing.Act;
import jp.careplan.exchange.Freezing.Case;
import jp.careplan.exchange.Freezing.Look;
import jp.careplan.exchange.Freezing.Outcome;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/** 誤送信: one case of what came to the wrong office. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_misdirection")
class Misdirection {
  private static final int LONGEST = 500;

  @Id private String id;

  @Column(name = "transmission_id")
  private String transmissionId;

  private String words;

  @Column(name = "reported_at")
  private Instant reportedAt;

  @Column(name = "reported_by_office")
  private String reportedByOffice;

  @Column(name = "reported_by")
  private String reportedBy;

  @Column(name = "asked_at")
  private @Nullable Instant askedAt;

  @Column(name = "asked_by")
  private String askedBy = "";

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  @Column(name = "confirmed_by")
  private String confirmedBy = "";

  @Column(name = "confirmed_words")
  private String confirmedWords = "";

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  @Column(name = "settled_by")
  private String settledBy = "";

  private String outcome = "";
  @Version private long version;

  protected Misdirection() {}

  Misdirection(TransmissionId transmission, OfficeSession by, String words, Instant now) {
    this.id = TimeOrderedId.next();
    this.transmissionId = transmission.value();
    this.words = bounded(words);
    this.reportedAt = now;
    this.reportedByOffice = by.office().value();
    this.reportedBy = by.user().value();
  }

  private static String bounded(String words) {
    if (words.length() > LONGEST) {
      throw new DomainException(REASON_TOO_LONG, words.length() + "文字あります。");
    }
    return words;
  }

  boolean isOpen() {
    return settledAt == null;
  }

  void ask(OfficeSession by, Instant now) {
    require(isOpen() && askedAt == null, "削除は、もう頼んであります。");
    askedAt = now;
    askedBy = by.user().value();
  }

  /** The recipient need not wait until it is asked. */
  void confirm(OfficeSession by, String deleted, Instant now) {
    require(isOpen() && confirmedAt == null, "削除したことは、もう伝えてあります。");
    confirmedAt = now;
    confirmedBy = by.user().value();
    confirmedWords = bounded(deleted);
  }

  void settle(OfficeSession by, Outcome how, Instant now) {
    require(isOpen(), "");
    settledAt = now;
    settledBy = by.user().value();
    outcome = how.name();
  }

  private static void require(boolean possible, String why) {
    if (!possible) {
      throw new DomainException(CASE_STEP, why);
    }
  }

  Case told(TransmissionSummary transmission, List<Look> looks, boolean cut) {
    OfficeNumber sender = transmission.sender().number();
    OfficeNumber recipient = transmission.recipient().number();
    return new Case(
        transmission,
        words,
        new Act(reportedAt, new OfficeNumber(reportedByOffice), reportedBy),
        act(askedAt, sender, askedBy),
        act(confirmedAt, recipient, confirmedBy),
        confirmedWords,
        act(settledAt, sender, settledBy),
        outcome.isEmpty() ? Optional.empty() : Optional.of(Outcome.valueOf(outcome)),
        looks,
        cut);
  }

  private static Optional<Act> act(@Nullable Instant at, OfficeNumber office, String by) {
    return Optional.ofNullable(at).map(moment -> new Act(moment, office, by));
  }
}
