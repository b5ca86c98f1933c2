package jp.careplan.exchange.internal.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.application.page.PdfLetters;
import jp.careplan.exchange.internal.form.Block.Grid;
import jp.careplan.exchange.internal.form.Cell;
import jp.careplan.exchange.internal.form.Cell.Mark;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A table on its way to paper. It is laid out as if the paper were endless, then cut into pieces
 * that fit: between rows where that goes, through a row where one is higher than a page.
 */
final class PaperTable {
  private static final float PADDING = 2.5f;
  private static final float THIN = 0.4f;
  private static final float THICK = 1.6f;
  private static final float TOLERANCE = 0.01f;
  private static final Color HEAD = new Color(0xF2F2F2);
  private static final Color SATURDAY = new Color(0xE8F1FE);
  private static final Color SUNDAY = new Color(0xFDEEEE);
  private static final Color TOTAL = new Color(0xF2F2F2);
  private static final Color TAKEN = new Color(0xE6F5EC);
  private static final Color CHANGED = new Color(0xFFEEE2);
  private static final Color LINE = new Color(0x767676);

  private final PdfLetters letters;
  private final float size;
  private final float leading;
  private final int heads;
  private final float[] edges;
  private final float[] tops;
  private final List<Placed> cells = new ArrayList<>();

  /** A cell in its place, and how many of its lines have been written. */
  private static final class Placed {
    private final Cell cell;
    private final int row;
    private final int column;
    private final List<String> lines;
    private int written;

    Placed(Cell cell, int row, int column, List<String> lines) {
      this.cell = cell;
      this.row = row;
      this.column = column;
      this.lines = lines;
    }

    int lastRow() {
      return row + cell.rows() - 1;
    }
  }

  PaperTable(Grid grid, PdfLetters letters, float width, float page, float size) {
    this.letters = letters;
    this.size = size;
    this.leading = size * 1.35f;
    this.heads = grid.heads();
    this.edges = edges(grid.widths(), width);
    place(grid.rows());
    this.tops = tops(grid.rows().size(), page);
  }

  private static float[] edges(List<Integer> widths, float width) {
    float[] edges = new float[widths.size() + 1];
    float all = widths.stream().mapToInt(Integer::intValue).sum();
    for (int i = 0; i < widths.size(); i++) {
      edges[i + 1] = edges[i] + widths.get(i) / all * width;
    }
    return edges;
  }

  private void place(List<List<Cell>> rows) {
    var taken = new boolean[rows.size()][edges.length - 1];
    for (int row = 0; row < rows.size(); row++) {
      int column = 0;
      for (var cell : rows.get(row)) {
        while (column < taken[row].length && taken[row][column]) {
          column++;
        }
        float room = edges[column + cell.columns()] - edges[column] - 2 * PADDING;
        cells.add(new Placed(cell, row, column, letters.lines(text(cell), room, size)));
        for (int r = row; r < row + cell.rows(); r++) {
          for (int c = column; c < column + cell.columns(); c++) {
            taken[r][c] = true;
          }
        }
      }
    }
  }

  private static String text(Cell cell) {
    return cell.marks().contains(Mark.UNREADABLE) ? "※ " + cell.text() : cell.text();
  }

  private float[] tops(int rows, float page) {
    float[] heights = new float[rows];
    for (var placed : cells) {
      if (placed.cell.rows() == 1) {
        heights[placed.row] = Math.max(heights[placed.row], needed(placed, page));
      }
    }
    for (var placed : cells) {
      float present = 0;
      for (int row = placed.row; row <= placed.lastRow(); row++) {
        present += heights[row];
      }
      float missing = needed(placed, page) - present;
      if (placed.cell.rows() > 1 && missing > 0) {
        for (int row = placed.row; row <= placed.lastRow(); row++) {
          heights[row] += missing / placed.cell.rows();
        }
      }
    }
    float[] sums = new float[rows + 1];
    for (int row = 0; row < rows; row++) {
      sums[row + 1] = sums[row] + heights[row];
    }
    return sums;
  }

  /** What is cut loses up to a line at each cut. */
  private float needed(Placed placed, float page) {
    float height = placed.lines.size() * leading + 2 * PADDING;
    float cut = leading + 2 * PADDING;
    return height > page / 2 ? height + (float) Math.ceil(height / (page / 2)) * cut : height;
  }

  /** Where the first piece begins, below the headings. */
  float start() {
    return tops[heads];
  }

  float end() {
    return tops[tops.length - 1];
  }

  /**
   * Where a piece that begins somewhere ends, if so much room is left for it and the headings.
   *
   * @return the beginning itself where not even a line fits
   */
  float cut(float from, float room, boolean wholePage) {
    float until = from + room - start();
    if (end() <= until + TOLERANCE) {
      return end();
    }
    float any = from;
    float clean = from;
    for (int row = heads + 1; row < tops.length - 1; row++) {
      if (tops[row] > from + TOLERANCE && tops[row] <= until + TOLERANCE) {
        any = tops[row];
        clean = isClean(row) ? tops[row] : clean;
      }
    }
    if (clean - from >= (until - from) / 2 || (clean > from && !wholePage)) {
      return clean;
    }
    if (any > from || !wholePage) {
      return any;
    }
    float lines = (float) Math.floor((until - from - 2 * PADDING) / leading);
    return lines < 1 ? from : from + lines * leading + 2 * PADDING;
  }

  /** Whether no cell lies across the line above a row. */
  private boolean isClean(int row) {
    return cells.stream().noneMatch(it -> it.row < row && it.lastRow() >= row);
  }

  /** Writes the headings and a piece; returns how high both are together. */
  float write(PDPageContentStream page, float x, float y, float from, float until)
      throws IOException {
    for (var placed : cells) {
      if (placed.row < heads) {
        placed.written = 0;
        write(page, placed, x, y, tops[placed.row], tops[placed.lastRow() + 1], true);
      }
    }
    for (var placed : cells) {
      float top = Math.max(tops[placed.row], from);
      float bottom = Math.min(tops[placed.lastRow() + 1], until);
      if (placed.row >= heads && bottom > top + TOLERANCE) {
        boolean last = tops[placed.lastRow() + 1] <= until + TOLERANCE;
        write(page, placed, x, y - start() + from, top, bottom, last);
      }
    }
    return start() + until - from;
  }

  private void write(
      PDPageContentStream page,
      Placed placed,
      float x,
      float y,
      float top,
      float bottom,
      boolean last)
      throws IOException {
    float left = x + edges[placed.column];
    float width = edges[placed.column + placed.cell.columns()] - edges[placed.column];
    float height = bottom - top;
    float low = y - bottom;
    var ground = ground(placed.cell);
    if (ground != null) {
      page.setNonStrokingColor(ground);
      page.addRect(left, low, width, height);
      page.fill();
      page.setNonStrokingColor(Color.BLACK);
    }
    boolean framed = placed.cell.marks().contains(Mark.DIFFERENT);
    page.setStrokingColor(framed ? Color.BLACK : LINE);
    page.setLineWidth(framed ? THICK : THIN);
    float inset = framed ? THICK / 2 : 0;
    page.addRect(left + inset, low + inset, width - 2 * inset, height - 2 * inset);
    page.stroke();
    int fits = (int) Math.floor((height - 2 * PADDING + TOLERANCE) / leading);
    int until = last ? placed.lines.size() : Math.min(placed.lines.size(), placed.written + fits);
    float baseline = low + height - PADDING - size;
    for (; placed.written < until; placed.written++) {
      String line = placed.lines.get(placed.written);
      if (!line.isBlank()) {
        letters.write(page, line, left + indent(placed.cell, line, width), baseline, size);
      }
      baseline -= leading;
    }
  }

  private float indent(Cell cell, String line, float width) {
    float rest = width - 2 * PADDING - letters.width(line, size);
    if (cell.marks().contains(Mark.NUMBER)) {
      return PADDING + rest;
    }
    return cell.marks().contains(Mark.CENTER) ? PADDING + rest / 2 : PADDING;
  }

  private static @org.jspecify.annotations.Nullable Color ground(Cell cell) {
    var marks = cell.marks();
    if (marks.contains(Mark.ADDED) || marks.contains(Mark.REMOVED)) {
      return CHANGED;
    }
    if (marks.contains(Mark.TAKEN)) {
      return TAKEN;
    }
    if (marks.contains(Mark.SATURDAY)) {
      return SATURDAY;
    }
    if (marks.contains(Mark.SUNDAY)) {
      return SUNDAY;
    }
    if (marks.contains(Mark.TOTAL)) {
      return TOTAL;
    }
    return cell.isHead() ? HEAD : null;
  }
}
