package jp.careplan.application.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes a page of paper (A4) as PDF; the letters it needs of the font go with it. */
@ApplicationScoped
public class PdfPaper {
  @Inject private PdfFont font;

  /**
   * What stands on the page, from top to bottom.
   *
   * @param addressee 宛名
   * @param issuer who issues it, with the day
   */
  public record Sheet(
      String title, String addressee, String statement, List<Fact> facts, List<String> issuer) {}

  /** One line of its table. */
  public record Fact(String label, String value) {}

  public byte[] write(Sheet sheet) {
    try (var document = new PDDocument();
        PdfLetters letters = font.lettersFor(document)) {
      document.getDocumentInformation().setTitle(sheet.title());
      document.getDocumentCatalog().setLanguage("ja");
      try (var page = new PdfPage(document, letters)) {
        page.write(sheet);
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
