package jp.careplan.support.internal.file;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a PDF and writes its words: a mark whether they were cut, and what is on its pages. */
public final class PdfTextCommand {
  static final int MOST_CHARACTERS = 100_000;
  static final String CUT = "-";
  private static final String WHOLE = "+";
  private static final int MOST_PAGES = 300;

  private PdfTextCommand() {}

  /** From standard input to standard output; ends with an error where it cannot be read. */
  public static void main(String[] arguments) throws IOException {
    String words;
    boolean cut;
    try (PDDocument document = Loader.loadPDF(System.in.readAllBytes())) {
      var stripper = new PDFTextStripper();
      stripper.setEndPage(MOST_PAGES);
      words = plain(stripper.getText(document));
      cut = document.getNumberOfPages() > MOST_PAGES || words.length() > MOST_CHARACTERS;
    }
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.print(cut ? CUT : WHOLE);
    out.print(words.substring(0, Math.min(words.length(), MOST_CHARACTERS)));
    out.flush();
  }

  /** Lines of a page are no lines of a text: Japanese goes on without a blank. */
  private static String plain(String words) {
    return words
        .replaceAll("[\\p{Cntrl}&&[^\\n]]", " ")
        .replaceAll("(?<=[^\\x00-\\x7f])\\n(?=[^\\x00-\\x7f])", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
