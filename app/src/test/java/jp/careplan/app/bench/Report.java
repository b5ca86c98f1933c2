package jp.careplan.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table at the end. Rows are printed as they come, so that a run that is cut off tells. */
final class Report {
  private static final int NAME = 58;

  private final List<String> aims = new ArrayList<>();

  void title(String title) {
    System.out.println("\n" + title);
  }

  void row(String name, String text) {
    System.out.println("  " + pad(name) + text);
  }

  /** A row that has an aim. */
  void aim(String name, double measured, String aim, boolean met) {
    String line =
        "  "
            + pad(name)
            + String.format(Locale.ROOT, "%7.2f", measured)
            + "  aim "
            + aim
            + (met ? "  met" : "  MISSED");
    System.out.println(line);
    aims.add(line);
  }

  void summary() {
    if (aims.isEmpty()) {
      return;
    }
    title("Aims");
    aims.forEach(System.out::println);
  }

  private static String pad(String name) {
    return name + " ".repeat(Math.max(1, NAME - name.length()));
  }
}
