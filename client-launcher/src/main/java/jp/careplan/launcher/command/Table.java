package jp.careplan.launcher.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Columns that line up although Japanese letters are two cells wide. */
final class Table {
  private static final int NARROW_BELOW = 0x2E80;
  private static final int HALF_WIDTH_FROM = 0xFF61;
  private static final int HALF_WIDTH_TO = 0xFF9F;

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heading) {
    rows.add(List.of(heading));
  }

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  List<String> lines() {
    List<Integer> widths = widths();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private List<Integer> widths() {
    var widths = new ArrayList<>(Collections.nCopies(rows.get(0).size(), 0));
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths.set(i, Math.max(widths.get(i), width(row.get(i))));
      }
    }
    return widths;
  }

  private static String line(List<String> row, List<Integer> widths) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).append(" ".repeat(widths.get(i) - width(row.get(i)) + 2));
    }
    return line.toString().stripTrailing();
  }

  static int width(String text) {
    return text.codePoints().map(Table::cells).sum();
  }

  private static int cells(int letter) {
    boolean half = letter >= HALF_WIDTH_FROM && letter <= HALF_WIDTH_TO;
    return letter < NARROW_BELOW || half ? 1 : 2;
  }
}
