package jp.careplan.exchange.internal.form;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cell of a table.
 *
 * @param columns how many it covers
 * @param rows how many it covers
 */
public record Cell(String text, int columns, int rows, Set<Mark> marks) {
  /** How a cell looks. */
  public enum Mark {
    HEAD,
    NUMBER,
    CENTER,
    SATURDAY,
    SUNDAY,
    TOTAL,
    TAKEN,
    UNREADABLE,
    DIFFERENT,
    ADDED,
    REMOVED
  }

  static Cell of(String text) {
    return new Cell(text, 1, 1, EnumSet.noneOf(Mark.class));
  }

  static Cell head(String text) {
    return of(text).with(Mark.HEAD);
  }

  static Cell number(String text) {
    return of(text).with(Mark.NUMBER);
  }

  Cell across(int covered) {
    return new Cell(text, covered, rows, marks);
  }

  Cell down(int covered) {
    return new Cell(text, columns, covered, marks);
  }

  Cell with(Mark mark) {
    return with(Set.of(mark));
  }

  Cell with(Set<Mark> more) {
    var all = EnumSet.noneOf(Mark.class);
    all.addAll(marks);
    all.addAll(more);
    return new Cell(text, columns, rows, all);
  }

  Cell withText(String other) {
    return new Cell(other, columns, rows, marks);
  }

  public boolean isHead() {
    return marks.contains(Mark.HEAD);
  }

  /** What the look tells, for those who do not see it. */
  public String spoken() {
    return marks.contains(Mark.UNREADABLE)
        ? "読めない値: "
        : marks.contains(Mark.DIFFERENT) ? "違い: " : "";
  }

  /** As names of styles. */
  public String style() {
    return marks.stream()
        .map(mark -> mark.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return "Cell[" + style() + "]";
  }
}
