package jp.careplan.exchange.internal.standard;

import static java.util.stream.Collectors.joining;
import static jp.careplan.exchange.Severity.WARNING;
import static jp.careplan.exchange.internal.standard.UnitReport.Verdict.ACCEPTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToleranceTest {
  private static void acceptedSilently(Bundle bundle) {
    assertEquals(List.of(), bundle.check().findings());
  }

  private static void accepted(Bundle bundle) {
    var report = bundle.check();
    assertEquals(ACCEPTED, report.verdict(), () -> report.findings().toString());
  }

  @Test
  void lineFeedsAloneEndRecords() {
    acceptedSilently(Bundle.slip().edit("UPPLAN", t -> t.replace("\r\n", "\n")));
  }

  @Test
  void theLastRecordNeedsNoLineEnd() {
    acceptedSilently(Bundle.slip().edit("UPPLAN", String::strip));
  }

  @Test
  void everyFieldMayStandInQuotes() {
    acceptedSilently(
        Bundle.slip()
            .edit(
                "UPPLAN",
                t ->
                    t.lines()
                        .map(l ->
                            Arrays.stream(l.replace("\"", "").split(",", -1))
                                .map(f -> '"' + f + '"')
                                .collect(joining(",")))
                        .collect(joining("\r\n"))));
  }

  @Test
  void freeTextMayStandWithoutQuotes() {
    acceptedSilently(Bundle.plan().edit("UP2KYO", t -> t.replace("\"", "")));
  }

  @Test
  void freeTextMayHoldLineBreaksCommasAndDoubledQuotes() {
    acceptedSilently(
        Bundle.plan().edit("UP2KYO", t -> t.replace("入浴の介助", "入浴の\r\n介助、\"\"見守り\"\",など\n")));
  }

  @Test
  void aFindingAfterALineBreakInATextNamesTheLineWhereItsRecordStarts() {
    var bundle = Bundle.plan().edit("UP2KYO", t -> t.replace("入浴の介助", "入浴の\r\n介\n助"));
    bundle.edit("UP2KYO", t -> t.replace(",2,\"運動の機会\"", ",0,\"運動の機会\""));

    var finding = bundle.check().findings().getFirst();

    assertEquals(4, finding.line());
    assertEquals(13, finding.column());
  }

  @Test
  void charactersOfMs932BeyondJisAreRead() {
    acceptedSilently(Bundle.slip().set("UPHOSOKU", 1, 6, "\"髙﨑①㈱～－ｶﾅ\""));
  }

  @Test
  void halfWidthKanaAloneAreNotTakenForUtf8() {
    accepted(
        Bundle.slip()
            .edit("UPHOSOKU", t -> t.replaceAll("[^\\x00-\\x7F]+", "ﾃｽ").replace("\"", "")));
  }

  @Test
  void aPersonOnPublicAssistanceHasANumberWithH() {
    var bundle = Bundle.slip();
    for (String type : List.of("UPPLAN", "UPSIKYU", "UPHOSOKU")) {
      bundle.setAll(type, 3, "H990000001");
    }
    acceptedSilently(bundle);
  }

  @Test
  void aRentedAidHasACodeAndNoTimes() {
    acceptedSilently(
        Bundle.slip()
            .set("UPPLAN", 6, 12, "9999")
            .set("UPPLAN", 6, 13, "9999")
            .set("UPPLAN", 6, 15, "171001")
            .set("UPPLAN", 6, 17, "00001-000001")
            .set("UPPLAN", 6, 19, "1"));
  }

  @Test
  void daysAreMarkedWhereAMonthIsChargedInPart() {
    acceptedSilently(Bundle.slip().set("UPPLAN", 6, 11, "11111" + "0".repeat(26)));
  }

  @Test
  void aKindWithOneRowNeedsNoSubtotal() {
    acceptedSilently(Bundle.slip().removeLine("UPSIKYU", 4));
  }

  @Test
  void servicesOutsideTheLimitNeedNoSubtotal() {
    var bundle = Bundle.slip().repeatLine("UPSIKYU", 2).removeLine("UPSIKYU", 5);
    for (int line = 2; line <= 3; line++) {
      bundle.set("UPSIKYU", line, 18, "").set("UPSIKYU", line, 22, "");
    }
    accepted(bundle);
  }

  @Test
  void aSubtableMayBeEmptyOrLeftOut() {
    acceptedSilently(Bundle.prevention().text("UPKIHON_SUB2", ""));
    accepted(Bundle.prevention().without("UPKIHON_SUB2").without("UPYOBO_SUB"));
  }

  @Test
  void anImageMayEndInCapitalsOrSmallLetters() {
    for (String extension : List.of("jpg", "JPG")) {
      String image = "UPKIHON_IMAGE_9900000066_46_99A0000077_A2_20260416090000_0001." + extension;
      acceptedSilently(
          Bundle.prevention()
              .set("UPKIHON", 1, 62, image)
              .file(image, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}));
    }
  }

  @Test
  void twoKindsOfOneOfficeMayExchange() {
    accepted(Bundle.result().rename(n -> n.replace("9970000011_43", "9970000022_43")));
  }

  @Test
  void whatTheStandardLeavesOpenIsNeverMoreThanAWarning() {
    var report =
        Bundle.slip()
            .rename(n -> n.replace(".CSV", ".csv").replace("_43_", "_AF_").replace("_11_", "_Z1_"))
            .check();

    assertTrue(report.findings().stream().allMatch(f -> f.severity() == WARNING));
    assertEquals("P4", report.unit().orElseThrow());
  }
}
