package jp.careplan.exchange.internal.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.page.PdfFont;
import jp.careplan.application.page.PdfLetters;
import jp.careplan.exchange.internal.form.Block;
import jp.careplan.exchange.internal.form.Block.Days;
import jp.careplan.exchange.internal.form.Block.Facts;
import jp.careplan.exchange.internal.form.Block.Grid;
import jp.careplan.exchange.internal.form.Block.Picture;
import jp.careplan.exchange.internal.form.Block.Remark;
import jp.careplan.exchange.internal.form.Cell;
import jp.careplan.exchange.internal.form.Cell.Mark;
import jp.careplan.exchange.internal.form.Form;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * Writes forms as PDF, A4 landscape, each form from a new page on. All is held in memory: nothing
 * of a person is laid down on a disk.
 */
public final class FormPaper implements AutoCloseable {
  private static final float WIDTH = PDRectangle.A4.getHeight();
  private static final float HEIGHT = PDRectangle.A4.getWidth();
  private static final float MARGIN = 28;
  private static final float ROOM = WIDTH - 2 * MARGIN;
  private static final float TOP = HEIGHT - MARGIN - 30;
  private static final float BOTTOM = MARGIN + 18;
  private static final float TITLE = 14;
  private static final float HEADING = 10;
  private static final float TEXT = 8;
  private static final float SMALL = 6.5f;
  private static final float GAP = 6;
  private static final int FACTS_IN_A_ROW = 3;
  private static final float PICTURE_HEIGHT = 260;

  /** A form that has a picture asks for it here. */
  @FunctionalInterface
  public interface Pictures {
    Optional<byte[]> at(int position) throws IOException;
  }

  private final PDDocument document = new PDDocument();
  private final PdfLetters letters;
  private final String foot;
  private @Nullable PDPageContentStream page;
  private String title = "";
  private String person = "";
  private float y;

  /**
   * @param foot stands on each page: who sent it to whom, and when
   */
  public FormPaper(PdfFont font, String foot) throws IOException {
    this(font, foot, "ケアプランの帳票");
  }

  FormPaper(PdfFont font, String foot, String called) throws IOException {
    this.letters = font.lettersFor(document);
    this.foot = foot;
    document.getDocumentInformation().setTitle(called);
    document.getDocumentCatalog().setLanguage("ja");
  }

  /** Adds the forms of one person, who is called so on top of each page. */
  public void add(String called, List<Form> forms, Pictures pictures) throws IOException {
    person = called;
    for (var form : forms) {
      title = form.number().isEmpty() ? form.title() : form.number() + "　" + form.title();
      turn();
      for (var block : form.blocks()) {
        write(block, pictures);
      }
    }
  }

  private void write(Block block, Pictures pictures) throws IOException {
    if (!block.title().isEmpty()) {
      heading(block.title());
    }
    switch (block) {
      case Facts facts -> table(grid(facts), TEXT);
      case Grid grid -> table(grid, grid.isBroad() || grid.widths().size() > 15 ? SMALL : TEXT);
      case Days days -> {} // the calendar has them
      case Remark remark -> words(remark.text());
      case Picture picture -> picture(pictures.at(picture.position()));
    }
  }

  private void heading(String words) throws IOException {
    if (y - 60 < BOTTOM) {
      turn();
    }
    y -= HEADING + 2;
    letters.write(here(), words, MARGIN, y, HEADING);
    y -= 4;
  }

  private void words(String text) throws IOException {
    for (String line : letters.lines(text, ROOM, TEXT)) {
      if (y - TEXT * 1.5f < BOTTOM) {
        turn();
      }
      y -= TEXT * 1.5f;
      letters.write(here(), line, MARGIN, y, TEXT);
    }
    y -= GAP;
  }

  private void table(Grid grid, float size) throws IOException {
    var table = new PaperTable(grid, letters, ROOM, TOP - BOTTOM, size);
    float from = table.start();
    while (from < table.end()) {
      boolean whole = y >= TOP - 1;
      float until = table.cut(from, y - BOTTOM, whole);
      if (until <= from) {
        if (whole) {
          throw new IllegalStateException("headings higher than the page");
        }
        turn();
        continue;
      }
      y -= table.write(here(), MARGIN, y, from, until);
      from = until;
      if (from < table.end()) {
        turn();
      }
    }
    y -= GAP;
  }

  /** Boxes side by side, wide ones across. */
  private static Grid grid(Facts facts) {
    List<List<Cell>> rows = new ArrayList<>();
    List<Cell> row = new ArrayList<>();
    for (var fact : facts.facts()) {
      if (fact.wide() || row.size() == 2 * FACTS_IN_A_ROW) {
        finish(rows, row);
        row = new ArrayList<>();
      }
      row.add(cell(fact.label(), EnumSet.of(Mark.HEAD)));
      row.add(
          cell(
              fact.text(),
              fact.readable() ? EnumSet.noneOf(Mark.class) : EnumSet.of(Mark.UNREADABLE)));
      if (fact.wide()) {
        finish(rows, row);
        row = new ArrayList<>();
      }
    }
    finish(rows, row);
    return new Grid("", List.of(11, 22, 11, 22, 11, 22), 0, rows);
  }

  private static void finish(List<List<Cell>> rows, List<Cell> row) {
    if (!row.isEmpty()) {
      var last = row.removeLast();
      row.add(new Cell(last.text(), 2 * FACTS_IN_A_ROW - row.size(), 1, last.marks()));
      rows.add(row);
    }
  }

  private static Cell cell(String text, EnumSet<Mark> marks) {
    return new Cell(text, 1, 1, marks);
  }

  private void picture(Optional<byte[]> jpeg) throws IOException {
    Optional<PDImageXObject> image = Optional.empty();
    try {
      image =
          jpeg.isPresent()
              ? Optional.of(JPEGFactory.createFromByteArray(document, jpeg.get()))
              : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // told below: a broken picture keeps no form back
    }
    if (image.isEmpty()) {
      words("画像を表示できません。");
      return;
    }
    var it = image.get();
    float scale = Math.min(ROOM / it.getWidth(), PICTURE_HEIGHT / it.getHeight());
    if (y - it.getHeight() * scale < BOTTOM) {
      turn();
    }
    y -= it.getHeight() * scale;
    here().drawImage(it, MARGIN, y, it.getWidth() * scale, it.getHeight() * scale);
    y -= GAP;
  }

  private void turn() throws IOException {
    if (page != null) {
      page.close();
    }
    var sheet = new PDPage(new PDRectangle(WIDTH, HEIGHT));
    document.addPage(sheet);
    page = new PDPageContentStream(document, sheet);
    letters.write(page, title, MARGIN, HEIGHT - MARGIN - TITLE, TITLE);
    float width = letters.width(person, HEADING);
    letters.write(page, person, WIDTH - MARGIN - width, HEIGHT - MARGIN - TITLE, HEADING);
    y = TOP;
  }

  private PDPageContentStream here() {
    if (page == null) {
      throw new IllegalStateException("no form yet");
    }
    return page;
  }

  public int pages() {
    return document.getNumberOfPages();
  }

  /** Numbers the pages and lets the document out. */
  public void writeTo(OutputStream out) throws IOException {
    if (page != null) {
      page.close();
      page = null;
    }
    int all = document.getNumberOfPages();
    int number = 0;
    for (var sheet : document.getPages()) {
      number++;
      String count = number + " / " + all + " ページ";
      try (var end = new PDPageContentStream(document, sheet, AppendMode.APPEND, true)) {
        letters.write(end, foot, MARGIN, MARGIN, TEXT);
        letters.write(end, count, WIDTH - MARGIN - letters.width(count, TEXT), MARGIN, TEXT);
      }
    }
    document.save(out);
  }

  @Override
  public void close() throws IOException {
    document.close();
    letters.close();
  }
}
