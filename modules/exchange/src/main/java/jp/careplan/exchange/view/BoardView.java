package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.careplan.application.Caller;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.MonthBoard;
import jp.careplan.exchange.MonthBoard.Board;
import jp.careplan.exchange.MonthBoard.Lane;
import jp.careplan.exchange.MonthBoard.Way;
import jp.careplan.exchange.view.BoardQuery.Mark;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.ServiceMonth;
import org.jspecify.annotations.Nullable;

/**
 * 今月の状況, the board. Its buttons are plain ones that bear the name of a command and, as value, the
 * place they stand at: a list that changed meanwhile never makes one act on another line.
 */
@Named
@RequestScoped
public class BoardView {
  private static final int CLAIM_DAY = 10;

  @Inject private MonthBoard boards;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private @Nullable BoardQuery query;
  private @Nullable Board board;
  private List<BoardRow> rows = List.of();

  @PostConstruct
  void load() {
    query = BoardQuery.of(external().getRequestParameterMap(), clock);
    board = boards.of(caller.careSession(), new ServiceMonth(query.month()));
    rows =
        board.lines().stream()
            .map(it -> new BoardRow(it, board.month(), board.today(), time))
            .toList();
  }

  private BoardQuery query() {
    if (query == null) {
      throw new IllegalStateException("not loaded");
    }
    return query;
  }

  private Board board() {
    if (board == null) {
      throw new IllegalStateException("not loaded");
    }
    return board;
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  /** 実績なし, FAX・電話で済. */
  public void tick() throws IOException {
    act(
        "tick",
        mark -> {
          Way way = mark.more().equals("none") ? Way.NO_RESULT : Way.OTHER_WAY;
          boards.tick(caller.careSession(), mark.key(), mark.lane(), mark.month(), way);
          PageMessages.done("済んだことにしました", "間違えたときは、同じところで取り消せます。");
        });
  }

  public void untick() throws IOException {
    act(
        "untick",
        mark -> {
          boards.untick(caller.careSession(), mark.key(), mark.lane(), mark.month());
          PageMessages.done("記入を取り消しました", "また、待っているものとして数えます。");
        });
  }

  /** お願いを送る. */
  public void remind() throws IOException {
    act(
        "remind",
        mark -> {
          boards.remind(caller.careSession(), mark.key(), mark.lane(), mark.month());
          PageMessages.done("お願いを送りました", "相手の「今月の状況」に出ます。着信のお知らせを申し込んでいる人には、メールも届きます。");
        });
  }

  /** 実績がほしい日. */
  public void wish() throws IOException {
    act(
        "wish",
        mark -> {
          String day = external().getRequestParameterMap().getOrDefault("day-" + mark.text(), "");
          int chosen = day.matches("[0-9]{1,2}") ? Integer.parseInt(day) : 0;
          boards.wish(caller.careSession(), mark.key(), mark.month(), chosen);
          PageMessages.done("実績がほしい日を決めました", "この相手の実績は、毎月" + chosen + "日までに待ちます。");
        });
  }

  private void act(String name, Consumer<Mark> what) throws IOException {
    var mark = Mark.read(external().getRequestParameterMap().getOrDefault(name, ""));
    try {
      what.accept(
          mark.orElseThrow(() ->
              new DomainException(jp.careplan.exchange.ExchangeProblem.NOT_ON_THE_BOARD, "")));
    } catch (DomainException e) {
      PageMessages.refuse(e);
      PageMessages.keep();
    }
    external().redirect(query().address(query().month(), query().missingOnly()));
  }

  public String getMonth() {
    return time.month(query().month());
  }

  /** {@code yyyymm}. */
  public String getMonthDigits() {
    return new ServiceMonth(query().month()).toString();
  }

  public boolean isMissingOnly() {
    return query().missingOnly();
  }

  public boolean isCurrent() {
    return query().current();
  }

  public String getPrevious() {
    return query().address(query().month().minusMonths(1), isMissingOnly());
  }

  public String getNext() {
    return query().address(query().month().plusMonths(1), isMissingOnly());
  }

  /** The same month with all lines, or with those that lack something. */
  public String getOther() {
    return query().address(query().month(), !isMissingOnly());
  }

  public String getResultsMonth() {
    return name(query().month().minusMonths(1));
  }

  public String getChangesMonth() {
    return name(query().month());
  }

  public String getNextMonth() {
    return name(query().month().plusMonths(1));
  }

  private static String name(YearMonth month) {
    return month.getMonthValue() + "月";
  }

  /** Until when claims go to 国保連. */
  public String getClaimDay() {
    return time.day(query().month().atDay(CLAIM_DAY));
  }

  public boolean isClaimNear() {
    LocalDate claim = query().month().atDay(CLAIM_DAY);
    return isCurrent() && !board().today().isAfter(claim);
  }

  public boolean isIndexed() {
    return board().indexed();
  }

  public boolean isBare() {
    return rows.isEmpty();
  }

  /** Lines of partners who serve, whose results are awaited. */
  public List<BoardRow> getServing() {
    return shown(true);
  }

  /** Lines of care managers, who await results from here. */
  public List<BoardRow> getCareManagers() {
    return shown(false);
  }

  private List<BoardRow> shown(boolean planning) {
    return rows.stream()
        .filter(it -> it.isPlanning() == planning)
        .filter(it -> !isMissingOnly() || it.isMissing())
        .toList();
  }

  /** Partners whose results are awaited. */
  public long getAwaited() {
    return rows.stream()
        .filter(BoardRow::isAwaitingResults)
        .map(BoardRow::getNumber)
        .distinct()
        .count();
  }

  public long getMissing() {
    return rows.stream().filter(BoardRow::isMissing).count();
  }

  public List<Integer> getDays() {
    return IntStream.rangeClosed(1, CLAIM_DAY).boxed().toList();
  }

  /** What partners asked for, in words. */
  public List<String> getReminders() {
    return board().reminders().stream()
        .map(it ->
            "%sから、%sの%sのお願いが届いています（%s）。"
                .formatted(
                    it.from().name(),
                    time.month(it.month().value()),
                    it.lane() == Lane.RESULT ? "実績" : "予定",
                    time.day(it.on())))
        .toList();
  }
}
