package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.NOTHING_UNREAD;
import static jp.careplan.exchange.ExchangeProblem.TOO_MANY_AT_ONCE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.Mailboxes.Filter;
import jp.careplan.exchange.internal.transfer.PartnerZip;
import jp.careplan.kernel.DomainException;

/** The order of steps; each transmission is a transaction of its own. */
@ApplicationScoped
class BulkReceivingService implements BulkReceiving {
  /** As the launcher lays them: by 連番, which is the order in which they are to be taken in. */
  private static final Comparator<TransmissionSummary> IN_ORDER =
      Comparator.comparing(TransmissionSummary::sequence)
          .thenComparingLong(TransmissionSummary::inboxNumber)
          .thenComparing(it -> it.id().value());

  private static final int PAGE = 200;

  @Inject private Mailboxes mailboxes;
  @Inject private BulkStore store;
  @Inject private Clock clock;

  @Override
  public List<TransmissionSummary> unread(OfficeSession by) {
    List<TransmissionSummary> found = new ArrayList<>();
    long after = 0;
    while (found.size() < MOST) {
      int limit = Math.min(PAGE, MOST - found.size());
      List<TransmissionSummary> page = mailboxes.inboxAfter(by, Filter.UNREAD, after, limit);
      found.addAll(page);
      if (page.size() < limit) {
        break;
      }
      after = page.getLast().inboxNumber();
    }
    if (found.isEmpty()) {
      throw new DomainException(NOTHING_UNREAD, "");
    }
    return found.stream().sorted(IN_ORDER).toList();
  }

  @Override
  public List<TransmissionSummary> inOrder(OfficeSession by, List<TransmissionId> ids) {
    List<TransmissionId> wanted = List.copyOf(new LinkedHashSet<>(ids));
    if (wanted.size() > MOST) {
      throw new DomainException(TOO_MANY_AT_ONCE, "一度に保存できるのは" + MOST + "件までです。");
    }
    return store.summaries(by, wanted).stream().sorted(IN_ORDER).toList();
  }

  @Override
  public void write(
      OfficeSession by,
      List<TransmissionSummary> wanted,
      OutputStream out,
      BooleanSupplier listening)
      throws IOException {
    List<TransmissionId> written = new ArrayList<>();
    try (var zip = new PartnerZip(out, by.office(), clock)) {
      for (TransmissionSummary summary : wanted) {
        if (!listening.getAsBoolean()) {
          return;
        }
        try {
          zip.add(summary, store.take(by, summary.id()));
          written.add(summary.id());
        } catch (DomainException e) { // taken back meanwhile, say
          zip.leaveOut(summary, e.code().title() + "（コード " + e.code().code() + "）");
        }
      }
      zip.finish();
    }
    if (!listening.getAsBoolean()) {
      return;
    }
    for (TransmissionId id : written) {
      store.noteSaved(by, id);
    }
  }
}
