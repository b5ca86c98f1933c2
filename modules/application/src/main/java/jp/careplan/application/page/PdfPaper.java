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

  /**
   * A letter: its text line by line, over as many pages as it takes.
   *
   * @param title of the document; not printed
   * @param issuer who sends it, with the day
   */
  public record Letter(String title, String text, List<String> issuer) {
    @Override
    public String toString() {
      return "Letter[masked]";
    }
  }

  private interface Content {
    void on(PdfPage page) throws IOException;
  }

  /** Refuses where no PDF can be made; to be asked before something is told that is told once. */
  public void requireFont() {
    font.require();
  }

  public byte[] write(Sheet sheet) {
    return document(sheet.title(), page -> page.write(sheet));
  }

  public byte[] write(Letter letter) {
    return document(letter.title(), page -> page.write(letter));
  }

  /** Several letters as one document, each on a page of its own. */
  public byte[] write(String title, List<Letter> letters) {
    return document(
        title,
        page -> {
          for (int i = 0; i < letters.size(); i++) {
            if (i > 0) {
              page.next();
            }
            page.write(letters.get(i));
          }
        });
  }

  private byte[] document(String title, Content content) {
    try (var document = new PDDocument();
        PdfLetters letters = font.lettersFor(document)) {
      document.getDocumentInformation().setTitle(title);
      document.getDocumentCatalog().setLanguage("ja");
      try (var page = new PdfPage(document, letters)) {
        content.on(page);
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
