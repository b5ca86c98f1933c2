package jp.careplan.exchange.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.Stream;
import jp.careplan.exchange.Party;
import jp.careplan.exchange.TransmissionStatus;
import jp.careplan.kernel.OfficeNumber;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void tellsEachStateByAMarkAndAWordOfItsOwn() {
    long different = Stream.of(TransmissionStatus.values()).map(Words::status).distinct().count();

    assertEquals(TransmissionStatus.values().length, different);
    assertEquals("● 未受信", Words.status(TransmissionStatus.SENT));
    assertEquals("⤓ 保存済", Words.status(TransmissionStatus.DOWNLOADED));
  }

  @Test
  void hasNoWordForAUnitThatIsOnlyItsId() {
    Stream.of("U1", "U2", "U3", "U4", "U5", "U6", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8")
        .forEach(unit -> assertFalse(Words.unit(unit).equals(unit), unit));
  }

  @Test
  void namesTheServiceWithItsCode() {
    assertEquals("訪問介護（11）", Words.serviceKind(party("11")));
  }

  @Test
  void saysNothingOfAServiceThatTheOlderEditionDoesNotName() {
    assertEquals("", Words.serviceKind(party("")));
    assertEquals("ZZ", Words.serviceKind("ZZ"));
  }

  @Test
  void writesSizesWithTheirUnit() {
    assertEquals("812バイト", Words.size(812));
    assertEquals("20KB", Words.size(20 * 1024 + 100));
    assertEquals("1.5MB", Words.size(1024 * 1024 * 3 / 2));
  }

  private static Party party(String kind) {
    return new Party(new OfficeNumber("9970000022"), "見本ヘルパーステーション", kind);
  }
}
