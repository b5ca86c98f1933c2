package jp.careplan.exchange.view;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import jp.careplan.exchange.MonthBoard.Lane;
import jp.careplan.exchange.MonthBoard.LineKey;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceMonth;

/**
 * The month and the filter of the board, as they stand in its address; and what is pressed on it.
 */
record BoardQuery(YearMonth month, boolean current, boolean missingOnly) {
  private static final String MONTH = "20[0-9]{2}(0[1-9]|1[0-2])";
  private static final String MARK = "[PS];[0-9]{2}[0-9A-Z][0-9]{7};[0-9A-Z]{0,2};[0-9]{0,2};.*";
  private static final String PATH = "/office/home";

  static BoardQuery of(Map<String, String> asked, Clock clock) {
    String month = asked.getOrDefault("month", "");
    YearMonth now = YearMonth.now(clock);
    YearMonth shown = month.matches(MONTH) ? ServiceMonth.parse(month).value() : now;
    return new BoardQuery(shown, shown.equals(now), asked.containsKey("missing"));
  }

  /** Address of the same board for another month. */
  String address(YearMonth of, boolean missing) {
    return PATH + "?month=" + new ServiceMonth(of) + (missing ? "&missing=1" : "");
  }

  /**
   * A place on the board that a button stands for.
   *
   * @param more what the button adds
   */
  record Mark(LineKey key, Lane lane, ServiceMonth month, String more) {
    String text() {
      return String.join(
          ";",
          key.planning() ? "P" : "S",
          key.partner().value(),
          key.kind(),
          key.satellite(),
          lane.name(),
          month.toString(),
          more);
    }

    /** Empty where it is none that a page of ours wrote. */
    static Optional<Mark> read(String text) {
      String[] parts = text.split(";", -1);
      if (!text.matches(MARK) || parts.length != 7 || !parts[5].matches(MONTH)) {
        return Optional.empty();
      }
      return Optional.of(
          new Mark(
              new LineKey(new OfficeNumber(parts[1]), parts[0].equals("P"), parts[2], parts[3]),
              parts[4].equals(Lane.PLAN.name()) ? Lane.PLAN : Lane.RESULT,
              ServiceMonth.parse(parts[5]),
              parts[6]));
    }
  }
}
