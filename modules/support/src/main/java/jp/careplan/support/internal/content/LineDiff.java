package jp.careplan.support.internal.content;

import java.util.ArrayList;
import java.util.List;

/** What became of a text, line by line; long stretches that stayed are left out. */
public final class LineDiff {
  private static final int AROUND = 2;

  /** Beyond it the middle is told as taken out and put in as a whole. */
  private static final long MOST_PAIRS = 4_000_000;

  private LineDiff() {}

  /** What a line is. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED,
    /** In place of lines that stayed. */
    LEFT_OUT
  }

  /** A line; of LEFT_OUT the number of lines. */
  public record Line(Kind kind, String text) {}

  /** From one text to the other; empty where they are the same. */
  public static List<Line> of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    if (old.equals(now)) {
      return List.of();
    }
    int head = 0;
    while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(old.size(), now.size()) - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<Line> lines = new ArrayList<>();
    old.subList(0, head).forEach(it -> lines.add(new Line(Kind.SAME, it)));
    lines.addAll(
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail)));
    old.subList(old.size() - tail, old.size()).forEach(it -> lines.add(new Line(Kind.SAME, it)));
    return shortened(lines);
  }

  private static List<Line> middle(List<String> old, List<String> now) {
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    if ((long) old.size() * now.size() <= MOST_PAIRS) {
      int[][] common = common(old, now);
      while (i < old.size() && j < now.size()) {
        if (old.get(i).equals(now.get(j))) {
          lines.add(new Line(Kind.SAME, old.get(i++)));
          j++;
        } else if (common[i + 1][j] >= common[i][j + 1]) {
          lines.add(new Line(Kind.REMOVED, old.get(i++)));
        } else {
          lines.add(new Line(Kind.ADDED, now.get(j++)));
        }
      }
    }
    old.subList(i, old.size()).forEach(it -> lines.add(new Line(Kind.REMOVED, it)));
    now.subList(j, now.size()).forEach(it -> lines.add(new Line(Kind.ADDED, it)));
    return lines;
  }

  /** How many lines the rests of both have in common, in order. */
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<Line> shortened(List<Line> lines) {
    List<Line> shown = new ArrayList<>();
    int leftOut = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (isNearChange(lines, i)) {
        addLeftOut(shown, leftOut);
        leftOut = 0;
        shown.add(lines.get(i));
      } else {
        leftOut++;
      }
    }
    addLeftOut(shown, leftOut);
    return List.copyOf(shown);
  }

  private static void addLeftOut(List<Line> shown, int count) {
    if (count > 0) {
      shown.add(new Line(Kind.LEFT_OUT, String.valueOf(count)));
    }
  }

  private static boolean isNearChange(List<Line> lines, int at) {
    return lines.subList(Math.max(0, at - AROUND), Math.min(lines.size(), at + AROUND + 1)).stream()
        .anyMatch(it -> it.kind() != Kind.SAME);
  }
}
