package jp.careplan.exchange.internal.enclosure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompoundFileTest {
  private static final byte[] MACRO_SHEET = {9, 8, 16, 0, 0, 6, 0x40, 0, 1, 2, 3, 4};

  /** Ten sectors, with a macro sheet that begins in one and goes on in the next. */
  private static byte[] workbook(byte[] sheet) {
    byte[] stream = new byte[5000];
    System.arraycopy(sheet, 0, stream, 3 * 512 - 4, sheet.length);
    return stream;
  }

  private static final byte[] PLAIN = Papers.old(Map.of("Workbook", workbook(new byte[0])));

  private static List<byte[]> streams(byte[] file) throws CompoundFile.Torn {
    List<byte[]> streams = new ArrayList<>();
    new CompoundFile(file).anyStream(stream -> !streams.add(stream));
    return streams;
  }

  @Test
  void aStreamIsPutTogetherInTheOrderOfItsChain() throws CompoundFile.Torn {
    byte[] stream = new byte[5000];
    new Random(7).nextBytes(stream);

    List<byte[]> read = streams(Papers.old(Map.of("Workbook", stream)));

    assertEquals(1, read.size());
    assertArrayEquals(stream, read.getFirst());
  }

  @Test
  void aMacroSheetIsFoundAcrossSectorsThatLieApart() {
    byte[] torn = Papers.old(Map.of("Workbook", workbook(MACRO_SHEET)));

    assertFalse(MacroSheets.in(torn), "not where the bytes lie in the file");
    assertTrue(AttachmentType.XLS.carriesMacros(torn));
    assertFalse(AttachmentType.XLS.carriesMacros(PLAIN));
  }

  @Test
  void aMacroSheetIsFoundWhateverItsStreamIsCalled() {
    assertTrue(
        AttachmentType.XLS.carriesMacros(
            Papers.old(Map.of("WORKBOOK", workbook(MACRO_SHEET), "Book", new byte[0]))));
  }

  @Test
  void storagesOfMacrosAreFoundInSmallLettersToo() {
    assertTrue(AttachmentType.DOC.carriesMacros(Papers.old("WordDocument", "macros")));
  }

  /** Sectors of 64 bytes that lie in the stream of the root. */
  @Test
  void aMacroSheetIsFoundAcrossSmallSectors() throws CompoundFile.Torn {
    byte[] small = new byte[1024];
    System.arraycopy(MACRO_SHEET, 0, small, 640 + 64 - 4, 4); // sector 10, then 3
    System.arraycopy(MACRO_SHEET, 4, small, 3 * 64, MACRO_SHEET.length - 4);
    byte[] table = new byte[512];
    ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 3).putInt(12, -2);
    byte[] file = withSmall(small, table, 10, 128);

    assertFalse(MacroSheets.in(file));
    assertEquals(128, streams(file).getFirst().length);
    assertTrue(AttachmentType.XLS.carriesMacros(file));
    assertTorn(withSmall(small, table, 10, 192), "goes on behind its end");
    assertTorn(withSmall(small, table, 16, 64), "begins outside");
    ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).putInt(12, 10);
    assertTorn(withSmall(small, table, 10, 192), "goes round");
  }

  /** A stream of sectors 2 and 3 of the root's, which follows the table of small sectors. */
  private static byte[] withSmall(byte[] small, byte[] table, int start, int length) {
    byte[] file = Arrays.copyOf(Papers.old("Workbook"), 6 * 512);
    System.arraycopy(small, 0, file, 3 * 512, 1024);
    System.arraycopy(table, 0, file, 5 * 512, 512);
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(512 + 4 * 2, 3).putInt(512 + 4 * 3, -2).putInt(512 + 4 * 4, -2);
    bytes.putInt(0x3C, 4).putInt(0x40, 1);
    bytes.putInt(1024 + 116, 2).putInt(1024 + 120, 1024);
    bytes.putInt(1024 + 128 + 116, start).putInt(1024 + 128 + 120, length);
    return file;
  }

  /** Sectors of PLAIN: 0 its table, 1 its directory, 2 to 11 the stream, from the last one on. */
  @ParameterizedTest
  @CsvSource({
    "44, 2000000000, more tables than there can be",
    "44, -1, less than no table",
    "44, 2, a table that is not there",
    "44, 0, no table",
    "48, 5000, a directory outside",
    "48, -2, no directory",
    "56, 0, another border between small and large",
    "76, 1, a table that is the directory",
    "76, 2147483647, a table outside",
    "516, 1, a directory that goes round",
    "516, 0, a directory that goes on in the table",
    "556, 11, a stream that goes round",
    "556, -1, a stream that goes on nowhere",
    "556, -2, a stream that ends early",
    "556, 1, a stream that goes on in the directory",
    "556, 100000, a stream that goes on outside",
    "1218, 5, a second root",
    "1218, 7, neither stream nor storage",
    "1268, 12, a stream that begins outside",
    "1268, -2, a stream that never begins",
    "1272, 2000000000, a stream larger than the file",
    "1272, -1, a stream of four gigabytes",
  })
  void whatHasNoReadingToItsEndIsRefused(int at, int number, String why) {
    assertTorn(Papers.with(PLAIN, at, number), why);
  }

  private static void assertTorn(byte[] file, String why) {
    assertThrows(CompoundFile.Torn.class, () -> streams(file), why);
    assertTrue(AttachmentType.XLS.carriesMacros(file), why);
  }

  /** A list of lists of tables that leads back to itself. */
  @Test
  void listsOfTablesEnd() {
    byte[] file = Arrays.copyOf(PLAIN, 400 * 512);
    for (int i = 0; i < 109; i++) {
      file = Papers.with(file, 0x4C + 4 * i, 20 + i);
    }
    file = Papers.with(Papers.with(file, 0x2C, 300), 0x44, 150);
    for (int i = 0; i < 127; i++) {
      file = Papers.with(file, 151 * 512 + 4 * i, 151 + i);
    }

    assertTorn(Papers.with(file, 151 * 512 + 4 * 127, 150), "goes round");
  }

  @Test
  void twoStreamsDoNotShareSectors() {
    byte[] file =
        Papers.old(Map.of("Workbook", new byte[4096], "SummaryInformation", new byte[4096]));
    int start = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(1024 + 128 + 116);

    assertTorn(Papers.with(file, 1024 + 256 + 116, start), "the same sectors twice");
  }

  @Test
  void aFileThatIsCutAnywhereIsReadOrRefusedAndNothingElse() {
    for (int length = 0; length < PLAIN.length; length += 37) {
      byte[] cut = Arrays.copyOf(PLAIN, length);
      assertTrue(AttachmentType.XLS.carriesMacros(cut), "cut to " + length);
    }
  }

  @Test
  void noByteOfNoiseLeadsAnywhereElse() {
    var random = new Random(20261128);
    for (int i = 0; i < 20_000; i++) {
      byte[] file = PLAIN.clone();
      for (int j = 0; j < 1 + i % 3; j++) {
        file[random.nextInt(8, 1500)] = (byte) random.nextInt(256);
      }
      assertDoesNotThrow(() -> AttachmentType.XLS.carriesMacros(file));
    }
  }
}
