package jp.careplan.exchange.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.careplan.exchange.MonthBoard.Awaited;
import jp.careplan.exchange.MonthBoard.Board;
import jp.careplan.exchange.MonthBoard.Last;
import jp.careplan.exchange.MonthBoard.Line;
import jp.careplan.exchange.MonthBoard.LineKey;
import jp.careplan.exchange.MonthBoard.Owed;
import jp.careplan.exchange.MonthBoard.Plans;
import jp.careplan.exchange.MonthBoard.Reminder;
import jp.careplan.exchange.MonthBoard.Results;
import jp.careplan.exchange.MonthBoard.Tick;
import jp.careplan.kernel.ServiceMonth;

/** The month board as JSON: counts alone, nothing of a person. */
final class BoardJson {
  private BoardJson() {}

  /**
   * One page of lines, by their name, so that a page goes on where the one before ended.
   *
   * @param after the last line of the page before; empty at the beginning
   */
  static JsonObject board(Board it, boolean missing, String after, int most) {
    List<Line> found =
        it.lines().stream()
            .filter(line -> !missing || line.isMissing())
            .filter(line -> key(line.key()).compareTo(after) > 0)
            .sorted(Comparator.comparing(line -> key(line.key())))
            .limit(most + 1L)
            .toList();
    List<Line> lines = found.subList(0, Math.min(most, found.size()));
    return ExchangeJson.object()
        .add("month", it.month().toString())
        .add("today", it.today().toString())
        .add("peopleCounted", it.indexed())
        .add("lines", ExchangeJson.array(lines, line -> line(line, it.month())))
        .add(
            "next",
            ExchangeJson.text(
                Optional.of(lines)
                    .filter(page -> found.size() > most)
                    .map(page -> key(page.getLast().key()))))
        .add("reminders", ExchangeJson.array(it.reminders(), BoardJson::reminder))
        .build();
  }

  private static JsonObject line(Line it, ServiceMonth month) {
    return ExchangeJson.object()
        .add("line", key(it.key()))
        .add("partner", ExchangeJson.party(it.partner()))
        .add("planning", it.key().planning())
        .add("satellite", it.key().satellite())
        .add("results", results(it.results()))
        .add("changes", plans(it.changes(), month))
        .add("next", plans(it.next(), it.nextMonth()))
        .add("late", ExchangeJson.array(it.late(), BoardJson::results))
        .add("resultsWishedBy", it.wished().toString())
        .add("owed", it.owed().<JsonValue>map(BoardJson::owed).orElse(JsonValue.NULL))
        .add("missing", it.isMissing())
        .add("remindedToday", it.reminded())
        .build();
  }

  private static String key(LineKey it) {
    String side = it.planning() ? "P" : "S";
    return String.join("-", side, it.partner().value(), it.kind(), it.satellite());
  }

  private static JsonObject owed(Owed it) {
    return ExchangeJson.object()
        .add("lane", it.lane().name())
        .add("month", it.month().toString())
        .build();
  }

  private static JsonObject results(Results it) {
    return cell(it.month(), it.waiting(), it.last(), it.tick())
        .add("expected", it.expected())
        .add("absent", it.absent())
        .add("returned", it.returned())
        .add("different", it.different())
        .add("unplanned", it.unplanned())
        .add("open", it.isOpen())
        .build();
  }

  static JsonObject awaited(Awaited it) {
    return ExchangeJson.object()
        .add("transmission", it.plan().value())
        .add("place", it.place())
        .add("returned", it.returned())
        .add(
            "absence",
            it.absence()
                .<JsonValue>map(one ->
                    ExchangeJson.object()
                        .add("by", one.by())
                        .add("at", one.at().toString())
                        .build())
                .orElse(JsonValue.NULL))
        .build();
  }

  private static JsonObject plans(Plans it, ServiceMonth month) {
    return cell(month, it.waiting(), it.last(), it.tick())
        .add("people", it.people())
        .add("changed", it.changed())
        .add("open", it.isOpen())
        .build();
  }

  private static JsonObjectBuilder cell(
      ServiceMonth month, int unreceived, Optional<Last> last, Optional<Tick> tick) {
    return ExchangeJson.object()
        .add("month", month.toString())
        .add("unreceived", unreceived)
        .add("last", last.<JsonValue>map(BoardJson::last).orElse(JsonValue.NULL))
        .add("tick", tick.<JsonValue>map(BoardJson::tick).orElse(JsonValue.NULL));
  }

  private static JsonObject last(Last it) {
    return ExchangeJson.object()
        .add("transmission", it.id().value())
        .add("state", it.status().name())
        .add("at", it.at().toString())
        .build();
  }

  private static JsonObject tick(Tick it) {
    return ExchangeJson.object()
        .add("way", it.way().name())
        .add("by", it.by())
        .add("at", it.at().toString())
        .build();
  }

  private static JsonObject reminder(Reminder it) {
    return ExchangeJson.object()
        .add("from", ExchangeJson.party(it.from()))
        .add("lane", it.lane().name())
        .add("month", it.month().toString())
        .add("on", it.on().toString())
        .build();
  }
}
