package jp.careplan.application.view;

import jp.careplan.application.Prefecture;

/** A prefecture with how many offices take part there. */
public final class PrefectureTile {
  private static final long[] GRADES = {1, 10, 100, 1000};

  private final Prefecture prefecture;
  private final long count;

  PrefectureTile(Prefecture prefecture, long count) {
    this.prefecture = prefecture;
    this.count = count;
  }

  public String getNumber() {
    return prefecture.number();
  }

  public String getName() {
    return prefecture.name();
  }

  /** As it fits on a tile: without 県, 府 and 都. */
  public String getShortName() {
    return prefecture.name().replaceFirst("(?<=.{2})[県府都]$", "");
  }

  public long getCount() {
    return count;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** Place and grade, as the style sheet calls them. */
  public String getStyle() {
    return "tile tile-row-%d tile-column-%d tile-grade-%d"
        .formatted(prefecture.row(), prefecture.column(), grade());
  }

  private int grade() {
    int grade = 0;
    for (long from : GRADES) {
      grade += count >= from ? 1 : 0;
    }
    return grade;
  }

  public String getHref() {
    return "/directory?prefecture=" + prefecture.number();
  }
}
