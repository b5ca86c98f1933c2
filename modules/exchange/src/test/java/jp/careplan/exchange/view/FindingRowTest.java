package jp.careplan.exchange.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import jp.careplan.exchange.Finding;
import jp.careplan.exchange.Finding.Sighting;
import jp.careplan.exchange.Severity;
import org.junit.jupiter.api.Test;

class FindingRowTest {
  @Test
  void tellsLinePersonAndField() {
    var row =
        new FindingRow(
            new Finding(
                "a.CSV",
                12,
                11,
                "サービス開始時刻",
                "CH-054",
                Severity.ERROR,
                "時刻が正しくありません。",
                "直してください。",
                Optional.of(new Sighting("2460", "見本　花子"))));

    assertEquals("12行目 見本　花子さん 「サービス開始時刻」（11番目の項目）", row.getPlace());
    assertEquals("2460", row.getValue());
  }

  @Test
  void saysNothingOfAPlaceThatAFileAsAWholeDoesNotHave() {
    assertEquals("", new FindingRow(finding("a.CSV", Severity.FATAL)).getPlace());
  }

  @Test
  void putsTheWorstFirst() {
    var rows =
        FindingRow.worstFirst(
            List.of(
                finding("w.CSV", Severity.WARNING),
                finding("e.CSV", Severity.ERROR),
                finding("f.CSV", Severity.FATAL)));

    assertEquals(
        List.of("f.CSV", "e.CSV", "w.CSV"), rows.stream().map(FindingRow::getFile).toList());
  }

  private static Finding finding(String file, Severity severity) {
    return new Finding(
        file, null, null, null, "CH-001", severity, "だめです。", "直してください。", Optional.empty());
  }
}
