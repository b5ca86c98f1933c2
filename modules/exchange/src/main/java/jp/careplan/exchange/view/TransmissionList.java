package jp.careplan.exchange.view;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.Mailboxes.Page;

/** One page of the inbox or the sent list with the ways on from it. */
public final class TransmissionList {
  static final int PAGE = 50;
  private static final int MONTHS_AHEAD = 2;
  private static final int MONTHS_OFFERED = 15;
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMM");

  private final String path;
  private final ListQuery query;
  private final Page page;
  private final List<TransmissionRow> rows;
  private final List<Choice> months;

  /** One choice of the filter. */
  public static final class Choice {
    private final String value;
    private final String label;
    private final boolean chosen;

    Choice(String value, String label, String asked) {
      this.value = value;
      this.label = label;
      this.chosen = value.equals(asked);
    }

    public boolean isChosen() {
      return chosen;
    }

    public String getValue() {
      return value;
    }

    public String getLabel() {
      return label;
    }
  }

  TransmissionList(
      String path, ListQuery query, Page page, OfficeSession by, JapaneseTime time, Clock clock) {
    this.path = path;
    this.query = query;
    this.page = page;
    this.rows =
        page.items().stream().map(item -> new TransmissionRow(item, by.office(), time)).toList();
    this.months = months(query, time, YearMonth.now(clock));
  }

  /** The months around this one, and the one that is asked for. */
  private static List<Choice> months(ListQuery query, JapaneseTime time, YearMonth now) {
    String asked = query.getMonth();
    List<Choice> months = new ArrayList<>();
    for (int back = 0; back < MONTHS_OFFERED; back++) {
      YearMonth month = now.plusMonths(MONTHS_AHEAD - back);
      months.add(new Choice(DIGITS.format(month), time.month(month), asked));
    }
    if (!asked.isEmpty() && months.stream().noneMatch(Choice::isChosen)) {
      months.add(new Choice(asked, time.month(asked), asked));
    }
    return months;
  }

  public ListQuery getQuery() {
    return query;
  }

  public List<TransmissionRow> getRows() {
    return rows;
  }

  public List<Choice> getMonths() {
    return months;
  }

  public List<Choice> getKinds() {
    return List.of(choice("plan"), choice("result"), choice("delete"), choice(Enclosure.KIND));
  }

  private Choice choice(String kind) {
    return new Choice(kind, Words.kind(kind), query.getKind());
  }

  /** Address of the next page; empty at the end. */
  public String getNext() {
    return page.next().map(cursor -> query.address(path, cursor)).orElse("");
  }

  public String getFirst() {
    return query.address(path);
  }

  /** Address of the same list as a table for spreadsheets. */
  public String getExport() {
    return query.address("/office/export" + path.substring(path.lastIndexOf('/')));
  }
}
