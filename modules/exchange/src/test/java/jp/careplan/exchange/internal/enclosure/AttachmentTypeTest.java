package jp.careplan.exchange.internal.enclosure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttachmentTypeTest {
  @Test
  void theNameSaysWhatItShouldBe() {
    assertEquals(Optional.of(AttachmentType.JPEG), AttachmentType.of("写真.JPEG"));
    assertEquals(Optional.of(AttachmentType.TIFF), AttachmentType.of("fax.tif"));
    assertEquals(Optional.empty(), AttachmentType.of("program.exe"));
    assertEquals(Optional.empty(), AttachmentType.of("計画.xlsm"));
    assertEquals(Optional.empty(), AttachmentType.of("slides.ppt"));
    assertEquals(Optional.empty(), AttachmentType.of("noname"));
  }

  @Test
  void theBytesSayWhatItIs() {
    assertTrue(AttachmentType.PDF.fits(Papers.pdf()));
    assertFalse(AttachmentType.PDF.fits("MZ".getBytes(UTF_8)));
    assertFalse(AttachmentType.JPEG.fits(Papers.pdf()));
    assertFalse(AttachmentType.PDF.fits(new byte[0]));
  }

  @Test
  void aWordDocumentIsNoWorkbook() {
    byte[] docx = Papers.docx(Map.of());

    assertTrue(AttachmentType.DOCX.fits(docx));
    assertFalse(AttachmentType.DOCX.carriesMacros(docx));
    assertFalse(AttachmentType.XLSX.fits(docx));
  }

  @Test
  void macrosAreFoundByTheirPart() {
    assertTrue(
        AttachmentType.DOCX.carriesMacros(
            Papers.docx(Map.of("word/vbaProject.bin", new byte[] {1}))));
  }

  @Test
  void macrosAreFoundUnderAnotherName() {
    byte[] project = Papers.old("VBA", "_VBA_PROJECT");

    assertTrue(
        AttachmentType.DOCX.carriesMacros(Papers.docx(Map.of("word/harmless.xml", project))));
  }

  @Test
  void macrosAreFoundByWhatTheTypesDeclare() {
    byte[] types =
        "<Default ContentType=\"application/vnd.ms-office.vbaProject\"/>".getBytes(UTF_8);

    assertTrue(
        AttachmentType.DOCX.carriesMacros(
            Papers.zip(Map.of("[Content_Types].xml", types, "word/document.xml", new byte[0]))));
  }

  @Test
  void macrosAreFoundInADocumentInsideTheDocument() {
    byte[] inner = Papers.docx(Map.of("word/vbaProject.bin", new byte[] {1}));

    assertTrue(
        AttachmentType.DOCX.carriesMacros(Papers.docx(Map.of("word/embeddings/a.docx", inner))));
  }

  @Test
  void aListThatNamesOtherPartsIsNoDocument() {
    String docx = new String(Papers.docx(Map.of("word/harmless.xml", new byte[] {1})), ISO_8859_1);
    int inTheList = docx.lastIndexOf("word/harmless.xml");
    byte[] lying =
        (docx.substring(0, inTheList)
                + "word/h4rmless.xml"
                + docx.substring(inTheList + "word/harmless.xml".length()))
            .getBytes(ISO_8859_1);

    assertTrue(AttachmentType.DOCX.carriesMacros(lying));
  }

  @Test
  void whatUnpacksToTooMuchIsRefused() {
    byte[] huge = Papers.docx(Map.of("word/media/image.bin", new byte[80 * 1024 * 1024]));

    assertTrue(huge.length < 5 * 1024 * 1024);
    assertTrue(AttachmentType.DOCX.carriesMacros(huge));
  }

  @Test
  void documentsOfOldAreTold() {
    assertTrue(AttachmentType.DOC.fits(Papers.old("Root Entry", "WordDocument")));
    assertTrue(AttachmentType.XLS.fits(Papers.old("Root Entry", "Workbook")));
    assertFalse(AttachmentType.XLS.fits(Papers.old("Root Entry", "WordDocument")));
    assertFalse(AttachmentType.DOC.fits(Papers.old("EncryptedPackage")), "hides what it holds");
    assertFalse(AttachmentType.DOC.carriesMacros(Papers.old("Root Entry", "WordDocument")));
    assertTrue(AttachmentType.DOC.carriesMacros(Papers.old("WordDocument", "Macros", "VBA")));
    assertTrue(AttachmentType.XLS.carriesMacros(Papers.old("Workbook", "_VBA_PROJECT_CUR")));
  }

  @Test
  void sheetsOfExcel4MacrosAreFoundInOldWorkbooks() {
    byte[] listed = {(byte) 0x85, 0, 10, 0, 1, 2, 3, 4, 2, 1, 2, 0, 'M', '1'};
    byte[] begun = {9, 8, 16, 0, 0, 6, 0x40, 0, 1, 2, 3, 4};
    byte[] sheet = {(byte) 0x85, 0, 10, 0, 1, 2, 3, 4, 0, 0, 2, 0, 'S', '1', 9, 8, 16, 0, 0, 6, 16};

    assertTrue(AttachmentType.XLS.carriesMacros(with(Papers.old("Workbook"), listed)));
    assertTrue(AttachmentType.XLS.carriesMacros(with(Papers.old("Workbook"), begun)));
    assertFalse(AttachmentType.XLS.carriesMacros(with(Papers.old("Workbook"), sheet)));
  }

  @Test
  void sheetsOfExcel4MacrosAreFoundWhateverTheirPartIsCalled() {
    byte[] refers =
        "<Relationship Type=\"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet\"/>"
            .getBytes(UTF_8);

    assertTrue(
        AttachmentType.DOCX.carriesMacros(
            Papers.docx(Map.of("xl/_rels/workbook.xml.rels", refers))));
  }

  private static byte[] with(byte[] file, byte[] more) {
    byte[] all = Arrays.copyOf(file, file.length + more.length);
    System.arraycopy(more, 0, all, file.length, more.length);
    return all;
  }
}
