package jp.careplan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.careplan.exchange.MonthBoard.LineKey;
import jp.careplan.exchange.MonthBoard.Results;
import jp.careplan.exchange.MonthBoard.Tick;
import jp.careplan.exchange.MonthBoard.Way;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceMonth;
import org.junit.jupiter.api.Test;

/** A care manager's office and one of its service offices; people are letters. */
class BoardMonthTest {
  private static final OfficeNumber HELPERS = new OfficeNumber("9970000022");
  private static final LineKey LINE = new LineKey(HELPERS, true, "11", "");
  private static final ServiceMonth JUNE = ServiceMonth.parse("202606");
  private static final Instant NOON = Instant.parse("2026-06-25T03:00:00Z");

  private final BoardMonth month = new BoardMonth();
  private int sent;

  private void plan(BoardPart... parts) {
    take(true, true, parts);
  }

  private void result(BoardPart... parts) {
    take(false, false, parts);
  }

  private void take(boolean own, boolean plan, BoardPart... parts) {
    sent++;
    month.take(
        new BoardUnit(
            TransmissionId.next(),
            own,
            HELPERS,
            "11",
            plan,
            "202606",
            TransmissionStatus.RECEIVED,
            sent,
            NOON.plusSeconds(sent)),
        List.of(parts));
  }

  private static BoardPart of(String person, String visits) {
    return new BoardPart("", 1, person, false, "11", "", person + visits, visits);
  }

  private static BoardPart at(String satellite, String person) {
    return new BoardPart("", 1, person, false, "11", satellite, person, "");
  }

  private static BoardPart deleted(String person) {
    return new BoardPart("", 1, person, true, "11", "", "", "");
  }

  private Results results() {
    return month.results(LINE, JUNE, Optional.empty(), Set.of());
  }

  @Test
  void resultsAreAwaitedOfWhoIsInThePlan() {
    plan(of("a", "9:30"), of("b", "9:30"), of("c", "9:30"));
    result(of("a", "9:30"), of("b", "10:00"));

    assertEquals(3, results().expected());
    assertEquals(2, results().returned());
    assertEquals(1, results().different());
    assertTrue(results().isOpen());
  }

  @Test
  void aCorrectionOfOnePersonLeavesTheOthers() {
    plan(of("a", "9:30"), of("b", "9:30"));
    plan(of("b", "10:00"));

    assertEquals(2, month.plans(LINE, Optional.empty()).people());
    assertEquals(1, month.plans(LINE, Optional.empty()).changed());
  }

  @Test
  void theSameAgainIsNoChange() {
    plan(of("a", "9:30"));
    plan(of("a", "9:30"));

    assertEquals(0, month.plans(LINE, Optional.empty()).changed());
  }

  @Test
  void whoIsDeletedIsNotAwaitedAnyMore() {
    plan(of("a", "9:30"), of("b", "9:30"));
    plan(deleted("b"));
    result(of("a", "9:30"));

    assertEquals(1, results().expected());
    assertFalse(results().isOpen());
    assertEquals(1, month.plans(LINE, Optional.empty()).changed());
  }

  @Test
  void aDeletedResultIsAwaitedAgain() {
    plan(of("a", "9:30"));
    result(of("a", "9:30"));
    result(deleted("a"));

    assertEquals(0, results().returned());
    assertTrue(results().isOpen());
  }

  @Test
  void aResultWithoutAPlanIsTold() {
    plan(of("a", "9:30"));
    result(of("a", "9:30"), of("z", "9:30"));

    assertEquals(1, results().returned());
    assertEquals(1, results().unplanned());
  }

  @Test
  void whoHasNoServiceOfThePartnerIsPlannedForAndNotAwaited() {
    plan(of("a", "9:30"), new BoardPart("", 1, "b", false, "", "", "b", ""));

    assertEquals(2, month.plans(LINE, Optional.empty()).people());
    assertEquals(1, results().expected());
  }

  @Test
  void whoHadNoServiceIsNotExpectedUnlessAResultComesAllTheSame() {
    plan(of("a", "9:30"), of("b", "9:30"), of("c", "9:30"));
    result(of("a", "9:30"), of("b", "9:30"));

    Results results = month.results(LINE, JUNE, Optional.empty(), Set.of("b", "c"));

    assertEquals(2, results.expected());
    assertEquals(1, results.absent());
    assertEquals(2, results.returned());
    assertFalse(results.isOpen());
  }

  @Test
  void satellitesAreLinesOfTheirOwn() {
    plan(at("01", "a"), at("02", "b"));

    assertEquals(
        Set.of(new LineKey(HELPERS, true, "11", "01"), new LineKey(HELPERS, true, "11", "02")),
        month.keys());
  }

  @Test
  void aTickSettlesWhatIsLeft() {
    plan(of("a", "9:30"));
    var tick = Optional.of(new Tick(Way.NO_RESULT, "KJ999970000011", NOON));

    assertFalse(month.results(LINE, JUNE, tick, Set.of()).isOpen());
  }

  @Test
  void whatIsNotIndexedHasALineWithoutPeople() {
    plan();

    assertEquals(Set.of(LINE), month.keys());
    assertTrue(month.plans(LINE, Optional.empty()).last().isPresent());
    assertEquals(0, month.plans(LINE, Optional.empty()).people());
  }
}
