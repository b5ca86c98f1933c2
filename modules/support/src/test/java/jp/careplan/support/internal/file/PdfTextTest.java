package jp.careplan.support.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import jp.careplan.support.internal.file.PdfText.Trouble;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class PdfTextTest {
  private static void addPage(PDDocument document, String words) throws IOException {
    var page = new PDPage();
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
      content.showText(words);
      content.endText();
    }
  }

  private static PdfText.Words read(PDDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    document.save(out);
    return PdfText.of(out.toByteArray()).orElseThrow();
  }

  @Test
  void wordsOfAllPagesAreOneText() throws IOException {
    try (var document = new PDDocument()) {
      addPage(document, "first page");
      addPage(document, "second page");

      assertEquals(new PdfText.Words("first page second page", Trouble.NONE), read(document));
    }
  }

  @Test
  void picturesOfPagesHaveNoWords() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());

      assertEquals(new PdfText.Words("", Trouble.EMPTY), read(document));
    }
  }

  @Test
  void aLongOneIsReadToALimit() throws IOException {
    try (var document = new PDDocument()) {
      addPage(document, String.join(" ", Collections.nCopies(30_000, "words")));
      PdfText.Words words = read(document);

      assertEquals(Trouble.CUT, words.trouble());
      assertTrue(words.text().length() <= PdfTextCommand.MOST_CHARACTERS);
    }
  }

  @Test
  void whatIsBrokenIsTold() {
    assertEquals(
        Optional.of(new PdfText.Words("", Trouble.BROKEN)),
        PdfText.of("%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8)));
  }

  /** What reads it has less memory than this takes. */
  @Test
  void whatUnpacksToVeryMuchIsBorne() throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var stream = new PDStream(document);
      byte[] blanks = new byte[1024 * 1024];
      Arrays.fill(blanks, (byte) ' ');
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        for (int i = 0; i < 400; i++) {
          out.write(blanks);
        }
      }
      page.setContents(stream);

      assertEquals("", read(document).text());
    }
  }
}
