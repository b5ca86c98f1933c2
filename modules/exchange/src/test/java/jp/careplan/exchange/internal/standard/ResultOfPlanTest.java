package jp.careplan.exchange.internal.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.careplan.exchange.OfferedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultOfPlanTest {
  private static final LocalDateTime MADE = LocalDateTime.of(2026, 7, 2, 9, 0);

  private static Optional<OfferedFile> resultOf(Bundle bundle) {
    return Standard.load().resultAsPlanned(bundle.offered(), MADE);
  }

  @ParameterizedTest
  @CsvSource({
    "use-forms-6-7, UPJSK_202606_9970000022_11_9970000011_43_20260702090000.CSV",
    "old-use-202208, UPJSK_202502_9970000022_9970000011_20260702090000.CSV"
  })
  void saysThatAllWentAsPlannedAndPassesTheCheck(String sample, String name) throws Exception {
    OfferedFile result = resultOf(Bundle.sample(sample)).orElseThrow();

    assertEquals(name, result.name());
    var report =
        Standard.load().check(List.of(new Bundle.MemoryFile(result.name(), result.content())));
    assertEquals(List.of(), report.findings());
    assertEquals("U5", report.unit().orElseThrow());
    assertEquals(UnitKind.RESULT, report.kind().orElseThrow());
  }

  @Test
  void takesOverOnlyTheRowsOfItsRecipient() {
    String result = new String(resultOf(Bundle.slip()).orElseThrow().content(), Bundle.MS932);

    assertEquals(5, result.lines().count());
    assertEquals(
        "202407,999991,9900000001,20260702,202606,9970000011,\"計画　作成子\",244,,20260602,,0930,1030,1,"
            + "111111,,,,,9970000022,\"見本ヘルパーステーション\",,0,9970000022,",
        result.lines().findFirst().orElseThrow());
  }

  @Test
  void keepsCommasAndLineBreaksInsideQuotes() {
    Bundle bundle = Bundle.slip();
    bundle.edit("UPPLAN", text -> text.replace("見本ヘルパーステーション", "見本,ヘルパー\"\"1\"\"\r\n号"));

    String result = new String(resultOf(bundle).orElseThrow().content(), Bundle.MS932);

    assertTrue(result.contains(",9970000022,\"見本,ヘルパー\"\"1\"\"\r\n号\",,0,9970000022,\r\n"), result);
  }

  @Test
  void isNoneWhereNothingConcernsItsRecipientOrNothingIsPlanned() {
    Bundle others = Bundle.slip();
    others.edit("UPPLAN", text -> text.replace(",9970000022,", ",9970000033,"));

    assertTrue(resultOf(others).isEmpty());
    assertTrue(resultOf(Bundle.deletion()).isEmpty());
    assertTrue(resultOf(Bundle.result()).isEmpty());
  }
}
