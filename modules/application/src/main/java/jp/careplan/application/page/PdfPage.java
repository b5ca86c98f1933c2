package jp.careplan.application.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.careplan.application.page.PdfPaper.Fact;
import jp.careplan.application.page.PdfPaper.Letter;
import jp.careplan.application.page.PdfPaper.Sheet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The pages while they are written; a line is taken from the top down. */
final class PdfPage implements AutoCloseable {
  private static final float MARGIN = 64;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float LABEL = 140;
  private static final float TITLE = 22;
  private static final float TEXT = 11;
  private static final float LEADING = 18;
  private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;

  /** 〓, which printers set for a letter that they do not have. */
  private static final int MISSING = 0x3013;

  private final PDType0Font font;
  private final CmapLookup letters;
  private final PDDocument document;
  private PDPageContentStream content;
  private float y = TOP;

  PdfPage(PDDocument document, TrueTypeFont face) throws IOException {
    this.document = document;
    letters = face.getUnicodeCmapLookup();
    font = PDType0Font.load(document, face, true);
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
    for (String line : letter.issuer()) {
      turn();
      text(line, MARGIN + WIDTH - width(line, TEXT), TEXT);
      down(LEADING);
    }
  }

  /** To a new page where this one is full. */
  private void turn() throws IOException {
    if (y < MARGIN) {
      content.close();
      content = begin();
    }
  }

  void write(Sheet sheet) throws IOException {
    down(40);
    text(sheet.title(), MARGIN + (WIDTH - width(sheet.title(), TITLE)) / 2, TITLE);
    down(64);
    paragraph(sheet.addressee(), MARGIN, WIDTH);
    down(24);
    paragraph(sheet.statement(), MARGIN, WIDTH);
    down(16);
    for (Fact fact : sheet.facts()) {
      row(fact);
    }
    down(48);
    for (String line : sheet.issuer()) {
      text(line, MARGIN + WIDTH - width(line, TEXT), TEXT);
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
    for (String line : lines(words, room)) {
      turn();
      text(line, x, TEXT);
      down(LEADING);
    }
  }

  private List<String> lines(String words, float room) throws IOException {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (int letter : shown(words).codePoints().toArray()) {
      String next = Character.toString(letter);
      if (width(line + next, TEXT) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(next);
    }
    lines.add(line.toString());
    return lines;
  }

  private void text(String words, float x, float size) throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.newLineAtOffset(x, y);
    content.showText(shown(words));
    content.endText();
  }

  private float width(String words, float size) throws IOException {
    return font.getStringWidth(shown(words)) / 1000 * size;
  }

  private String shown(String words) {
    return words
        .codePoints()
        .map(letter -> letters.getGlyphId(letter) == 0 ? MISSING : letter)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private void down(float points) {
    y -= points;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
