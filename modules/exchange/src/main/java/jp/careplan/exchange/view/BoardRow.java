package jp.careplan.exchange.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.MonthBoard.Lane;
import jp.careplan.exchange.MonthBoard.Last;
import jp.careplan.exchange.MonthBoard.Line;
import jp.careplan.exchange.MonthBoard.Plans;
import jp.careplan.exchange.MonthBoard.Results;
import jp.careplan.exchange.MonthBoard.Tick;
import jp.careplan.exchange.MonthBoard.Way;
import jp.careplan.kernel.ServiceMonth;

/** A line of the month board in words. */
public final class BoardRow {
  private final Line it;
  private final ServiceMonth month;
  private final LocalDate today;
  private final JapaneseTime time;

  BoardRow(Line it, ServiceMonth month, LocalDate today, JapaneseTime time) {
    this.it = it;
    this.month = month;
    this.today = today;
    this.time = time;
  }

  /**
   * A cell.
   *
   * @param words the state with its mark
   * @param style good, waiting, bad, gone or empty
   * @param more what else is to be said
   * @param link to the last transmission; empty where there is none
   * @param place by which its buttons name it
   * @param tickable whether it can be settled in another way
   * @param ticked whether it was
   * @param people where the people are that a result is awaited of; empty where there are none
   */
  public record Cell(
      String words,
      String style,
      String more,
      String link,
      String place,
      boolean tickable,
      boolean ticked,
      String people) {}

  public String getPartner() {
    return it.partner().name();
  }

  public String getNumber() {
    return it.key().partner().value();
  }

  public String getKind() {
    String satellite = it.key().satellite().isEmpty() ? "" : " サテライト" + it.key().satellite();
    return Words.serviceKind(it.key().kind()) + satellite;
  }

  public boolean isPlanning() {
    return it.key().planning();
  }

  /** Results of the month before. */
  public Cell getResults() {
    return results(it.results(), it.wished());
  }

  /** Results of older months that are late or came late. */
  public List<Cell> getLate() {
    return it.late().stream().map(one -> results(one, it.wished())).toList();
  }

  private Cell results(Results of, LocalDate wished) {
    Cell it = plain(of, wished);
    boolean any = of.expected() + of.absent() > 0;
    return new Cell(
        it.words(),
        it.style(),
        it.more(),
        it.link(),
        it.place(),
        it.tickable(),
        it.ticked(),
        any ? "/office/awaited?line=" + it.place() : "");
  }

  private Cell plain(Results of, LocalDate wished) {
    boolean older = !of.month().value().equals(month.value().minusMonths(1));
    String which = older ? of.month().value().getMonthValue() + "月 " : "";
    String place = place(Lane.RESULT, of.month());
    if (of.tick().isPresent()) {
      return cell(
          which + "– " + settled(of.tick()), "gone", back(of), of.last(), place, false, true);
    }
    if (of.expected() == 0 && of.returned() + of.unplanned() == 0 && of.absent() > 0) {
      return cell(
          which + "– 実績なし " + of.absent() + "人", "gone", "", of.last(), place, false, false);
    }
    if (of.expected() == 0 && of.returned() + of.unplanned() == 0) {
      return of.last().isEmpty()
          ? cell("–", "", "", of.last(), place, false, false)
          : cell(which + "✓ " + arrived(), "good", "", of.last(), place, false, false);
    }
    if (of.isOpen()) {
      boolean late = older || today.isAfter(wished);
      String waits = isPlanning() ? "待っています" : "送っていません";
      return cell(
          "%s%s %d/%d人 %s".formatted(which, late ? "▲" : "●", of.returned(), of.expected(), waits),
          late ? "bad" : "waiting",
          back(of),
          of.last(),
          place,
          true,
          false);
    }
    return cell(
        which + "✓ 全員 " + (of.returned() + of.unplanned()) + "人",
        "good",
        back(of),
        of.last(),
        place,
        false,
        false);
  }

  private String arrived() {
    return isPlanning() ? "届いています" : "送りました";
  }

  private static String back(Results of) {
    StringBuilder more = new StringBuilder();
    if (of.absent() > 0) {
      more.append("実績なし ").append(of.absent()).append("人 ");
    }
    if (of.different() > 0) {
      more.append("予定と違う ").append(of.different()).append("人 ");
    }
    if (of.unplanned() > 0) {
      more.append("予定にない ").append(of.unplanned()).append("人 ");
    }
    if (of.waiting() > 0) {
      more.append("未受信 ").append(of.waiting()).append("件");
    }
    return more.toString().strip();
  }

  /** What became of this month's plans. */
  public Cell getChanges() {
    Plans of = it.changes();
    String place = place(Lane.PLAN, month);
    if (of.last().isEmpty()) {
      return notSent(of, place);
    }
    String words =
        of.changed() == 0
            ? "変更なし " + of.people() + "人"
            : "変更 " + of.changed() + "人／" + of.people() + "人";
    return cell(words, style(of), state(of), of.last(), place, false, false);
  }

  /** The plans of the next month. */
  public Cell getNext() {
    Plans of = it.next();
    String place = place(Lane.PLAN, it.nextMonth());
    return of.last().isEmpty()
        ? notSent(of, place)
        : cell(of.people() + "人", style(of), state(of), of.last(), place, false, false);
  }

  private Cell notSent(Plans of, String place) {
    return of.tick().isPresent()
        ? cell("– " + settled(of.tick()), "gone", "", of.last(), place, false, true)
        : cell(isPlanning() ? "送っていません" : "届いていません", "second", "", of.last(), place, true, false);
  }

  private static String style(Plans of) {
    return of.waiting() > 0 ? "waiting" : of.last().map(it -> Words.style(it.status())).orElse("");
  }

  private String state(Plans of) {
    String waiting = of.waiting() > 1 ? "（" + of.waiting() + "件）" : "";
    return of.last()
        .map(last ->
            (of.waiting() > 0 ? "● 未受信" + waiting : Words.status(last.status()))
                + " "
                + time.dayInMonth(last.at()))
        .orElse("");
  }

  private String settled(Optional<Tick> tick) {
    return tick.map(one ->
            (one.way() == Way.NO_RESULT ? "実績なし" : "FAX・電話で済")
                + "（"
                + time.dayInMonth(one.at())
                + " 記入）")
        .orElse("");
  }

  private static Cell cell(
      String words,
      String style,
      String more,
      Optional<Last> last,
      String place,
      boolean tickable,
      boolean ticked) {
    String link = last.map(it -> "/office/transmission?id=" + it.id()).orElse("");
    return new Cell(words, style, more, link, place, tickable, ticked, "");
  }

  private String place(Lane lane, ServiceMonth of) {
    return new BoardQuery.Mark(it.key(), lane, of, "").text();
  }

  /** 差を見る: the result that is there, where it is not as planned; empty where it is. */
  public String getDifferences() {
    Results of = it.results();
    return of.different() == 0
        ? ""
        : of.last()
            .filter(last -> !isPlanning() || last.status().isReceived())
            .map(last -> "/office/read?id=" + last.id())
            .orElse("");
  }

  /** Whether something is owed: whatever way it goes. */
  public boolean isMissing() {
    return it.isMissing();
  }

  /** Results that this office waits for, now or from older months. */
  public boolean isAwaitingResults() {
    return it.isAwaitingResults();
  }

  /** What to ask for; empty where the partner owes nothing. */
  public String getAsking() {
    return it.owed().map(owed -> place(owed.lane(), owed.month())).orElse("");
  }

  public boolean isReminded() {
    return it.reminded();
  }

  public int getWishedDay() {
    return it.wished().getDayOfMonth();
  }
}
