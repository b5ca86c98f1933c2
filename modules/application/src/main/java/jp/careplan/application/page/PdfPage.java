package jp.careplan.application.page;

import java.io.IOException;
import java.util.List;
import jp.careplan.application.page.PdfPaper.Fact;
import jp.careplan.application.page.PdfPaper.Letter;
import jp.careplan.application.page.PdfPaper.Sheet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages while they are written; a line is taken from the top down. */
final class PdfPage implements AutoCloseable {
  private static final float MARGIN = 64;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float LABEL = 140;
  private static final float TITLE = 22;
  private static final float TEXT = 11;
  private static final float LEADING = 18;
  private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;

  private final PdfLetters letters;
  private final PDDocument document;
  private PDPageContentStream content;
  private float y = TOP;

  PdfPage(PDDocument document, PdfLetters letters) throws IOException {
    this.document = document;
    this.letters = letters;
    content = begin();
  }

  private PDPageContentStream begin() throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    y = TOP;
    return new PDPageContentStream(document, page);
  }

  void write(Letter letter) throws IOException {
    for (String line : letter.text().lines().toList()) {
      paragraph(line, MARGIN, WIDTH);
    }
    down(24);
    issuer(letter.issuer());
  }

  /** To a new page where this one is full. */
  private void turn() throws IOException {
    if (y < MARGIN) {
      next();
    }
  }

  /** To a new page. */
  void next() throws IOException {
    content.close();
    content = begin();
  }

  void write(Sheet sheet) throws IOException {
    down(40);
    text(sheet.title(), MARGIN + (WIDTH - letters.width(sheet.title(), TITLE)) / 2, TITLE);
    down(64);
    paragraph(sheet.addressee(), MARGIN, WIDTH);
    down(24);
    paragraph(sheet.statement(), MARGIN, WIDTH);
    down(16);
    for (Fact fact : sheet.facts()) {
      row(fact);
    }
    down(48);
    issuer(sheet.issuer());
  }

  private void issuer(List<String> lines) throws IOException {
    for (String line : lines) {
      turn();
      text(line, MARGIN + WIDTH - letters.width(line, TEXT), TEXT);
      down(LEADING);
    }
  }

  private void row(Fact fact) throws IOException {
    content.setLineWidth(0.5f);
    content.moveTo(MARGIN, y + LEADING);
    content.lineTo(MARGIN + WIDTH, y + LEADING);
    content.stroke();
    text(fact.label(), MARGIN, TEXT);
    paragraph(fact.value(), MARGIN + LABEL, WIDTH - LABEL);
    down(8);
  }

  private void paragraph(String words, float x, float room) throws IOException {
    for (String line : letters.lines(words, room, TEXT)) {
      turn();
      text(line, x, TEXT);
      down(LEADING);
    }
  }

  private void text(String words, float x, float size) throws IOException {
    letters.write(content, words, x, y, size);
  }

  private void down(float points) {
    y -= points;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
