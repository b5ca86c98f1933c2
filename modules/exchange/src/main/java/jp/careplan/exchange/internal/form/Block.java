package jp.careplan.exchange.internal.form;

import java.util.List;
import java.util.stream.Collectors;

/** A part of a form, from top to bottom. */
public sealed interface Block {
  /** Above the part; empty where nothing stands there. */
  String title();

  default boolean isFacts() {
    return this instanceof Facts;
  }

  default boolean isGrid() {
    return this instanceof Grid;
  }

  default boolean isRemark() {
    return this instanceof Remark;
  }

  default boolean isDays() {
    return this instanceof Days;
  }

  default boolean isPicture() {
    return this instanceof Picture;
  }

  /** Boxes with a label each, side by side. */
  record Facts(String title, List<Fact> facts) implements Block {}

  /**
   * One box.
   *
   * @param wide takes the whole width
   * @param readable whether all of it is as the standard wants it
   */
  record Fact(String label, String text, boolean wide, boolean readable) {
    @Override
    public String toString() {
      return "Fact[" + label + "]";
    }
  }

  /**
   * A table.
   *
   * @param widths of its columns, in any measure
   * @param heads how many of its first rows are headings
   */
  record Grid(String title, List<Integer> widths, int heads, List<List<Cell>> rows)
      implements Block {
    public List<List<Cell>> headRows() {
      return rows.subList(0, heads);
    }

    public List<List<Cell>> bodyRows() {
      return rows.subList(heads, rows.size());
    }

    /** More columns than a narrow screen has room for. */
    public boolean isBroad() {
      return widths.size() > 20;
    }

    /** Parts of a hundred. */
    public List<String> shares() {
      int all = widths.stream().mapToInt(Integer::intValue).sum();
      return widths.stream()
          .map(width -> "%.2f%%".formatted(100.0 * width / all))
          .collect(Collectors.toList());
    }
  }

  /** The same as a calendar, day by day: for screens too narrow for one. Paper leaves it out. */
  record Days(List<Day> days) implements Block {
    @Override
    public String title() {
      return "";
    }
  }

  /**
   * What there is on one day.
   *
   * @param name 2日（火）
   */
  record Day(String name, List<String> lines) {
    @Override
    public String toString() {
      return "Day[" + name + "]";
    }
  }

  /** One or two sentences. */
  record Remark(String text) implements Block {
    @Override
    public String title() {
      return "";
    }
  }

  /**
   * A picture that was sent along.
   *
   * @param position among the person's pictures, from 1
   */
  record Picture(String title, int position) implements Block {}
}
