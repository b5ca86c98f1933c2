package jp.careplan.application.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of one PDF: it carries those of the font that it uses. To be closed after the
 * document was saved.
 */
public final class PdfLetters implements AutoCloseable {
  /** 〓, which printers set for a letter that they do not have. */
  private static final int MISSING = 0x3013;

  private static final String NO_BEGINNING = "、。，．）」』】〕｝！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)]},.";

  private static final float FULL = 1000;

  private final TrueTypeFont face;
  private final CmapLookup letters;
  private final PDType0Font font;
  private final Map<Integer, Float> widths = new HashMap<>();

  PdfLetters(Path file, PDDocument document) throws IOException {
    face = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
    face.setEnableGsub(
        false); // ligatures; nothing in Japanese text needs them, and they take most of the time
    letters = face.getUnicodeCmapLookup();
    font = PDType0Font.load(document, face, true);
  }

  /** Writes one line that begins at a point. */
  public void write(PDPageContentStream page, String words, float x, float y, float size)
      throws IOException {
    page.beginText();
    page.setFont(font, size);
    page.newLineAtOffset(x, y);
    page.showText(shown(words));
    page.endText();
  }

  /** Points that a line takes. */
  public float width(String words, float size) {
    float sum = 0;
    for (int letter : words.codePoints().toArray()) {
      sum += width(letter);
    }
    return sum / FULL * size;
  }

  /** The words in lines that fit; a line break in them stays one. */
  public List<String> lines(String words, float room, float size) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : words.split("\\R", -1)) {
      var line = new StringBuilder();
      float taken = 0;
      for (int letter : paragraph.codePoints().toArray()) {
        float width = width(letter) / FULL * size;
        if (taken + width > room && line.length() > 0) {
          String next = NO_BEGINNING.indexOf(letter) < 0 ? "" : cutLast(line);
          lines.add(line.toString());
          line.setLength(0);
          line.append(next);
          taken = width(next, size);
        }
        line.appendCodePoint(letter);
        taken += width;
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** A line never begins with a closing mark: the letter before goes with it. */
  private static String cutLast(StringBuilder line) {
    int last = line.offsetByCodePoints(line.length(), -1);
    String letter = last == 0 ? "" : line.substring(last);
    line.setLength(line.length() - letter.length());
    return letter;
  }

  private float width(int letter) {
    return widths.computeIfAbsent(letter, this::measured);
  }

  private float measured(int letter) {
    try {
      return font.getStringWidth(shown(Character.toString(letter)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String shown(String words) {
    return words
        .codePoints()
        .map(letter -> letters.getGlyphId(letter) == 0 ? MISSING : letter)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Override
  public void close() throws IOException {
    face.close();
  }
}
