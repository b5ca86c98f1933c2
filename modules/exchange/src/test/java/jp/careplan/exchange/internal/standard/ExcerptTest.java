package jp.careplan.exchange.internal.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.kernel.OfficeNumber;
import org.junit.jupiter.api.Test;

/** Some people of a form 6, for another office. */
class ExcerptTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final OfficeNumber DAY_SERVICE = new OfficeNumber("9970000033");
  private static final PersonKey SECOND = new PersonKey("999991", "9900000002");

  private static String row(int person, String name) {
    return "202407,999991,99%08d,20260520,202606,9970000011,%s,244".formatted(person, name);
  }

  private static List<OfferedFile> excerpt(byte[] content, PersonKey... people) {
    var file =
        new OfferedFile("UPPLAN_202606_9970000011_43_9970000022_11_20260520113000.CSV", content);
    return Standard.load().excerpt(List.of(file), Set.of(people), DAY_SERVICE, "15");
  }

  @Test
  void itsRowsAreTheBytesOfTheUnitWhateverTheyHold() {
    // ソ and 表 end in a byte that is a backslash; the quoted field holds a line's end and a comma
    String own = row(2, "\"計画ソ表\r\n一,二\"") + "\r\n" + row(2, "ﾃﾞｨ髙") + "\r\n";
    String all = row(1, "甲") + "\r\n" + own + row(3, "\"丙\"\"\"") + "\r\n";

    OfferedFile some = excerpt(all.getBytes(MS932), SECOND).getFirst();

    assertArrayEquals(own.getBytes(MS932), some.content());
  }

  @Test
  void aCharacterThatHasTwoCodesKeepsTheOneItHad() {
    byte[] row = (row(2, "ＸＸ") + "\r\n").getBytes(MS932);
    int at =
        IntStream.range(0, row.length)
            .filter(it -> row[it] == (byte) 0x82)
            .findFirst()
            .orElseThrow();
    row[at] = (byte) 0xED; // 纊 as NEC wrote it
    row[at + 1] = 0x40;

    assertArrayEquals(row, excerpt(row, SECOND).getFirst().content());
  }

  @Test
  void theLastRowNeedsNoLineEnd() {
    byte[] last = row(2, "乙").getBytes(MS932);
    byte[] first = (row(1, "甲") + "\r\n").getBytes(MS932);
    byte[] all = Arrays.copyOf(first, first.length + last.length);
    System.arraycopy(last, 0, all, first.length, last.length);

    assertArrayEquals(last, excerpt(all, SECOND).getFirst().content());
  }

  @Test
  void itsNameBearsTheOtherOffice() {
    assertEquals(
        "UPPLAN_202606_9970000011_43_9970000033_15_20260520113000.CSV",
        excerpt(row(2, "乙").getBytes(MS932), SECOND).getFirst().name());
  }

  @Test
  void aFileOfNoneOfThesePeopleIsLeftOut() {
    String all =
        IntStream.of(1, 3).mapToObj(it -> row(it, "甲")).collect(Collectors.joining("\r\n"));

    assertTrue(excerpt(all.getBytes(MS932), SECOND).isEmpty());
  }
}
