package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.internal.standard.UnitReport.Verdict.ACCEPTED;
import static jp.careplan.exchange.internal.standard.UnitReport.Verdict.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static List<Optional<String>> units(Bundle bundle) {
    return bundle.checkGroups().stream().map(UnitReport::unit).toList();
  }

  private static Bundle together(Bundle one, Bundle other) {
    other.files().forEach(f -> one.file(f.name(), f.bytes()));
    return one;
  }

  @Test
  void oneExportToTwoRecipientsIsTwoUnits() {
    var bundle =
        together(
            Bundle.slip(), Bundle.slip().rename(n -> n.replace("9970000022_11", "9970000033_15")));

    var reports = bundle.checkGroups();

    assertEquals(2, reports.size());
    assertTrue(reports.stream().allMatch(r -> r.verdict() == ACCEPTED));
  }

  @Test
  void completeSetsUnderOneNumberAreUnitsEach() {
    var bundle =
        together(
            Bundle.plan(),
            Bundle.slip().rename(n -> n.replace("20260520113000", "20260520101500")));

    var reports = bundle.checkGroups();

    assertEquals(List.of(Optional.of("U1"), Optional.of("U2")), units(bundle));
    assertTrue(reports.stream().allMatch(r -> r.verdict() == ACCEPTED));
  }

  @Test
  void filesOfTwoMonthsThatFormNoUnitAreOneRefusedUnit() {
    var bundle = Bundle.slip().rename("UPSIKYU", n -> n.replace("202606", "202607"));

    var reports = bundle.checkGroups();

    assertEquals(1, reports.size());
    assertEquals(REFUSED, reports.getFirst().verdict());
  }

  @Test
  void aStrayFileDoesNotSpoilTheUnitBesideIt() {
    var bundle = Bundle.slip().file("readme.txt", new byte[0]);

    var reports = bundle.checkGroups();

    assertEquals(2, reports.size());
    assertEquals(ACCEPTED, reports.getFirst().verdict());
    assertEquals(REFUSED, reports.get(1).verdict());
    assertEquals(Optional.empty(), reports.get(1).address());
    assertEquals(Optional.empty(), reports.get(1).unit());
  }

  @Test
  void whatOperatingSystemsLeaveIsPassedOver() {
    var bundle =
        Bundle.slip()
            .file(".DS_Store", new byte[0])
            .file("Thumbs.db", new byte[0])
            .file("desktop.ini", new byte[0]);

    assertEquals(List.of(Optional.of("U2")), units(bundle));
  }

  @Test
  void aFileMissingFromAUnitIsToldUnderThatUnit() {
    var report = Bundle.slip().without("UPPLAN").checkGroups().getFirst();

    assertEquals(Optional.of("U2"), report.unit());
    assertEquals("CH-010", report.findings().getFirst().code());
  }

  @Test
  void theSendersKindPartsCareFromPrevention() {
    var slip = Bundle.slip().rename(n -> n.replace("_43_", "_46_"));
    var result = Bundle.result().rename(n -> n.replace("_43_", "_46_"));
    var deletion = Bundle.deletion().rename(n -> n.replace("_43_", "_46_"));

    var found = new ArrayList<Optional<String>>();
    List.of(slip, result, deletion).forEach(b -> found.addAll(units(b)));

    assertEquals(List.of(Optional.of("P4"), Optional.of("P8"), Optional.of("P7")), found);
  }

  @Test
  void eachKindOfUnitIsKnown() {
    String to = "_9970000011_43_9970000022_11_20260521080000.CSV";
    String from = "_9970000022_11_9970000011_43_20260521080000.CSV";
    String prevention = "_9900000066_46_99A0000077_A2_20260416090000.CSV";

    assertEquals(List.of(Optional.of("U3")), units(Bundle.empty().file("DLT1KYO" + to, line())));
    assertEquals(
        List.of(Optional.of("U6")), units(Bundle.empty().file("DLTJSK_202606" + from, line())));
    assertEquals(
        List.of(Optional.of("P5")), units(Bundle.empty().file("DLTKIHON" + prevention, line())));
    assertEquals(
        List.of(Optional.of("P6")), units(Bundle.empty().file("DLTYOBO" + prevention, line())));
    assertEquals(
        List.of(Optional.of("P1")),
        units(Bundle.prevention().without("UPYOBO").without("UPYOBO_SUB")));
    assertEquals(
        List.of(Optional.of("P3")),
        units(
            Bundle.prevention()
                .without("UPKIHON")
                .without("UPKIHON_SUB1")
                .without("UPKIHON_SUB2")));
  }

  private static byte[] line() {
    return new byte[] {'1'};
  }
}
