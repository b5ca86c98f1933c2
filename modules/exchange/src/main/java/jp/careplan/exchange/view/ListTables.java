package jp.careplan.exchange.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Mailboxes;
import jp.careplan.exchange.Mailboxes.Filter;
import jp.careplan.exchange.Mailboxes.Page;
import jp.careplan.exchange.OfficeTrail;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.AuditReading.Mark;

/**
 * The lists as tables for spreadsheets, read piece by piece; pages and API hand out the same ones.
 */
@ApplicationScoped
public class ListTables {
  private static final int PIECE = 200;

  /** A year of a large office; more is asked for month by month. */
  private static final int MOST_PIECES = 50;

  private static final int TRAIL_PIECE = 500;

  /** 100 000 lines; more is asked for day by day. */
  private static final int MOST_TRAIL_PIECES = 200;

  @Inject private Mailboxes mailboxes;
  @Inject private OfficeTrail trail;
  @Inject private ActionWords words;
  @Inject private JapaneseTime time;

  public void inbox(OfficeSession by, Filter filter, Appendable out) throws IOException {
    transmissions(by, cursor -> mailboxes.inbox(by, filter, cursor, PIECE), out);
  }

  public void sent(OfficeSession by, Filter filter, Appendable out) throws IOException {
    transmissions(by, cursor -> mailboxes.sent(by, filter, cursor, PIECE), out);
  }

  private void transmissions(
      OfficeSession by, Function<Optional<String>, Page> pages, Appendable out) throws IOException {
    ListExport.begin(out);
    Optional<String> cursor = Optional.empty();
    for (int pieces = 0; pieces < MOST_PIECES; pieces++) {
      Page page = pages.apply(cursor);
      ListExport.rows(
          out,
          page.items().stream().map(item -> new TransmissionRow(item, by.office(), time)).toList());
      cursor = page.next();
      if (cursor.isEmpty()) {
        return;
      }
    }
  }

  /** Whoever asks notes before that entries leave the house. */
  public void trail(OfficeSession by, OfficeTrail.Filter filter, Appendable out)
      throws IOException {
    ListExport.table(out, List.of("日時", "だれが（ユーザID）", "何を", "対象", "受付番号"), List.of());
    Optional<Mark> after = Optional.empty();
    for (int pieces = 0; pieces < MOST_TRAIL_PIECES; pieces++) {
      List<AuditReading.Line> lines = trail.read(by, filter, after, TRAIL_PIECE);
      Map<String, String> numbers = trail.receiptNumbers(by, lines);
      for (AuditReading.Line line : lines) {
        var row = new OfficeTrailRow(line, numbers, words, time);
        ListExport.print(
            out,
            Stream.of(row.getAt(), row.getUser(), row.getAction(), row.subject(), row.number()));
      }
      if (lines.size() < TRAIL_PIECE) {
        return;
      }
      after = Optional.of(new Mark(lines.getLast().at(), lines.getLast().id()));
    }
  }
}
