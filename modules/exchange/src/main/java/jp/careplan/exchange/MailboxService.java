package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;

@ApplicationScoped
class MailboxService implements Mailboxes {
  private static final int MOST = 200;

  @Inject private Transmissions transmissions;
  @Inject private TransmissionViews views;
  @Inject private Clock clock;

  @Override
  @Transactional
  public Page inbox(OfficeSession by, Filter filter, Optional<String> cursor, int limit) {
    long before = cursor.map(MailboxService::number).orElse(Long.MAX_VALUE);
    List<Transmission> found = transmissions.inbox(by, filter, before, bounded(limit) + 1);
    return page(found, bounded(limit), last -> String.valueOf(last.inboxNumber()));
  }

  @Override
  @Transactional
  public List<TransmissionSummary> inboxAfter(
      OfficeSession by, Filter filter, long after, int limit) {
    return views.summaries(transmissions.inboxAfter(by, filter, after, bounded(limit)));
  }

  @Override
  @Transactional
  public Page sent(OfficeSession by, Filter filter, Optional<String> cursor, int limit) {
    SentCursor from = cursor.map(SentCursor::parse).orElseGet(() -> SentCursor.start(clock));
    List<Transmission> found =
        transmissions.sent(by, filter, from.at(), from.id(), bounded(limit) + 1);
    return page(found, bounded(limit), last -> SentCursor.of(last).toString());
  }

  @Override
  @Transactional
  public TransmissionDetail detail(OfficeSession by, TransmissionId id) {
    return views.detail(transmissions.require(id, by), by);
  }

  @Override
  @Transactional
  public Receipt receipt(OfficeSession by, TransmissionId id) {
    Transmission transmission = transmissions.require(id, by);
    return new Receipt(
        transmission.receiptNumber(),
        transmission.sentAt(),
        transmission.contentHash(),
        transmissions.receipt(id).cms());
  }

  @Override
  @Transactional
  public Overview overview(OfficeSession by) {
    Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
    return new Overview(
        transmissions.countInbox(by, TransmissionStatus.SENT),
        transmissions.countSent(by, TransmissionStatus.SENT),
        transmissions.countSentSince(by, midnight),
        transmissions.countSent(by, TransmissionStatus.IMPORT_FAILED));
  }

  @Override
  @Transactional
  public long unread(OfficeSession by) {
    return transmissions.countInbox(by, TransmissionStatus.SENT);
  }

  @Override
  @Transactional
  public long newest(OfficeSession by) {
    return transmissions.newestNumber(by.office());
  }

  @Override
  @Transactional
  public List<Event> events(OfficeSession by, long after) {
    return transmissions.eventsAfter(by, after, MOST).stream()
        .map(TransmissionEvent::event)
        .toList();
  }

  private Page page(
      List<Transmission> found,
      int limit,
      java.util.function.Function<Transmission, String> cursorOf) {
    boolean more = found.size() > limit;
    List<Transmission> shown = more ? found.subList(0, limit) : found;
    return new Page(
        views.summaries(shown),
        more ? Optional.of(cursorOf.apply(shown.getLast())) : Optional.empty());
  }

  private static int bounded(int limit) {
    return Math.clamp(limit, 1, MOST);
  }

  private static long number(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new DomainException(KernelProblem.BAD_REQUEST, "cursor");
    }
  }

  /** Where a page of the sent list begins: moment in microseconds, hyphen, ID. */
  private record SentCursor(Instant at, String id) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,18}_[0-9a-f-]{36}");

    static SentCursor start(Clock clock) {
      return new SentCursor(clock.instant().plus(Duration.ofDays(1)), "");
    }

    static SentCursor of(Transmission last) {
      return new SentCursor(last.sentAt(), last.id().value());
    }

    static SentCursor parse(String text) {
      if (!SHAPE.matcher(text).matches()) {
        throw new DomainException(KernelProblem.BAD_REQUEST, "cursor");
      }
      String[] parts = text.split("_", 2);
      long micros = number(parts[0]);
      return new SentCursor(
          Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000), parts[1]);
    }

    @Override
    public String toString() {
      return (at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000) + "_" + id;
    }
  }
}
