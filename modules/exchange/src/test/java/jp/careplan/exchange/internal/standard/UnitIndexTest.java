package jp.careplan.exchange.internal.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import jp.careplan.exchange.internal.standard.IndexEntry.Part;
import org.junit.jupiter.api.Test;

class UnitIndexTest {
  private static List<IndexEntry> index(Bundle bundle) throws IOException {
    return Standard.load()
        .check(
            bundle.offered().stream()
                .map(it -> new Bundle.MemoryFile(it.name(), it.content()))
                .toList())
        .index();
  }

  @Test
  void aPlanIsIndexedByPersonMonthAndTheRecipientsShare() throws IOException {
    var entry = index(Bundle.slip()).getFirst();

    assertEquals(1, entry.place());
    assertEquals(new PersonKey("999991", "9900000001"), entry.person());
    assertEquals("PLAN", entry.family());
    assertEquals("202606", entry.period());
    assertEquals(new Part("9970000022", "11", ""), entry.part());
    assertFalse(entry.deletes());
  }

  @Test
  void aResultAsPlannedHasTheVisitsOfItsPlan() throws IOException {
    var plan = index(Bundle.slip()).getFirst();

    var result = index(Bundle.result()).getFirst();

    assertEquals("JSK", result.family());
    assertEquals(plan.part(), result.part());
    assertEquals(plan.services(), result.services());
    assertNotEquals(plan.content(), result.content());
  }

  @Test
  void anotherDayOrAnotherTimeMakesOtherVisits() throws IOException {
    String asPlanned = index(Bundle.result()).getFirst().services();
    var moved = Bundle.result();
    moved.edit("UPJSK", text -> text.replaceFirst("20260602,,0930", "20260603,,0930"));
    var later = Bundle.result();
    later.edit("UPJSK", text -> text.replaceFirst(",0930,", ",0945,"));

    assertNotEquals(asPlanned, index(moved).getFirst().services());
    assertNotEquals(asPlanned, index(later).getFirst().services());
  }

  @Test
  void theOrderOfRowsAndTheDayOfWritingChangeNothing() throws IOException {
    var before = index(Bundle.slip()).getFirst();
    var again = Bundle.slip();
    again.edit("UPPLAN", UnitIndexTest::turned);
    again.edit("UPPLAN", text -> text.replace(",20260520,202606,", ",20260525,202606,"));

    var after = index(again).getFirst();

    assertEquals(before.content(), after.content());
    assertEquals(before.services(), after.services());
  }

  private static String turned(String text) {
    return text.lines().toList().reversed().stream()
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  @Test
  void whatForm7OrTheSupplementSaysIsPartOfTheContent() throws IOException {
    var before = index(Bundle.slip()).getFirst();
    var other = Bundle.slip();
    other.edit("UPHOSOKU", text -> text.replace("999-0001", "999-0002"));

    assertNotEquals(before.content(), index(other).getFirst().content());
    assertEquals(before.services(), index(other).getFirst().services());
  }

  @Test
  void satellitesAreApart() throws IOException {
    var bundle = Bundle.result();
    bundle.edit("UPJSK", text -> text.replaceFirst("見本ヘルパーステーション\",,0", "見本ヘルパーステーション\",01,0"));

    var entries = index(bundle);

    assertEquals(
        List.of("01", ""),
        entries.stream().filter(it -> it.place() == 1).map(it -> it.part().satellite()).toList());
  }

  @Test
  void aDeletionIsOfTheFamilyItTakesAway() throws IOException {
    var entry = index(Bundle.deletion()).getFirst();

    assertEquals("PLAN", entry.family());
    assertEquals("202606", entry.period());
    assertTrue(entry.deletes());
  }

  @Test
  void plansAreIndexedByTheirDayAndPreventionByBothItsHeads() throws IOException {
    var plan = index(Bundle.plan()).getFirst();
    var prevention = index(Bundle.prevention());

    assertEquals("1KYO", plan.family());
    assertTrue(plan.period().matches("[0-9]{8}"));
    assertEquals(
        List.of("KIHON", "YOBO"), prevention.stream().map(IndexEntry::family).sorted().toList());
  }

  @Test
  void tellsNobodyInText() throws IOException {
    assertFalse(index(Bundle.slip()).toString().contains("9900000001"));
  }
}
