package jp.careplan.launcher.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.careplan.launcher.api.Exchange;
import jp.careplan.launcher.api.Finding;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.Problem;
import org.jspecify.annotations.Nullable;

/** Results on standard output, for people or as JSON; what is going on, on standard error. */
final class Output implements Exchange.Waiting {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final boolean terminal = someoneLooks();
  private String passing = "";

  Output(PrintWriter out, PrintWriter err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  /** The one JSON document of the run, or the lines for people. */
  void result(Object document, List<String> lines) {
    wipe();
    if (json) {
      out.print(new String(Json.pretty(document), StandardCharsets.UTF_8));
    } else {
      lines.forEach(out::println);
    }
    out.flush();
  }

  void problem(Problem problem) {
    if (json) {
      result(Map.of("problem", problem), List.of());
    }
    problemLines(problem).forEach(err::println);
    err.flush();
  }

  /** Whether a person is there to answer, and the output is not for a program. */
  boolean canAsk() {
    return terminal && !json;
  }

  /** Tells what is unusual and asks; anything but a clear yes is a no. */
  @SuppressWarnings("SystemConsoleNull") // Main chooses the console that is null without a terminal
  boolean asks(Problem doubt, String question) {
    var console = System.console();
    if (!canAsk() || console == null) {
      return false;
    }
    wipe();
    err.println(doubt.title());
    addUnlessBlank(doubt.detail());
    err.flush();
    String answer = console.readLine("%s（はい・いいえ）: ", question);
    return answer != null
        && List.of("はい", "y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
  }

  private void addUnlessBlank(@Nullable String text) {
    if (text != null && !text.isBlank()) {
      err.println("  " + text);
    }
  }

  /** A line that stays. */
  void progress(String line) {
    err.println(over(line));
    passing = "";
    err.flush();
  }

  private void wipe() {
    if (!passing.isEmpty()) {
      err.print(over("") + "\r");
      err.flush();
      passing = "";
    }
  }

  /** A line that the next one takes the place of; only where a person looks on. */
  void passing(String line) {
    if (terminal) {
      err.print(over(line));
      passing = line;
      err.flush();
    }
  }

  /** Blanks out what is left of a longer line; works on terminals without colours, too. */
  private String over(String line) {
    int rest = Math.max(0, Table.width(passing) - Table.width(line));
    return (passing.isEmpty() ? "" : "\r") + line + " ".repeat(rest);
  }

  @SuppressWarnings("SystemConsoleNull") // Main chooses the console that is null without a terminal
  private static boolean someoneLooks() {
    return System.console() != null;
  }

  @Override
  public void waiting(String why, Duration wait) {
    progress(why + "。" + Math.max(1, wait.toSeconds()) + "秒後に、もう一度試します。");
  }

  static List<String> problemLines(Problem problem) {
    var lines = new java.util.ArrayList<String>();
    lines.add(problem.title());
    addUnlessBlank(lines, "  ", problem.detail());
    addUnlessBlank(lines, "  → ", problem.remedy());
    String trace = problem.traceId() == null ? "" : "  追跡番号 " + problem.traceId();
    addUnlessBlank(lines, "  コード ", problem.code() + trace);
    return lines;
  }

  static List<String> findingLines(Finding finding) {
    var lines = new java.util.ArrayList<String>();
    lines.add("  " + mark(finding) + " " + place(finding) + finding.message());
    addUnlessBlank(lines, "      → ", finding.remedy());
    addUnlessBlank(lines, "      コード ", finding.code());
    return lines;
  }

  private static String mark(Finding finding) {
    return switch (finding.severity()) {
      case "warning" -> "△ 注意";
      case "error" -> "✗ 誤り";
      default -> "✗ 送れません";
    };
  }

  private static String place(Finding finding) {
    var place = new StringBuilder();
    if (finding.file() != null) {
      place.append(finding.file()).append(' ');
    }
    if (finding.line() != null) {
      place.append(finding.line()).append("行目 ");
    }
    if (finding.columnName() != null) {
      place.append("「").append(finding.columnName()).append("」");
    } else if (finding.column() != null) {
      place.append(finding.column()).append("番目の項目");
    }
    return place.isEmpty() ? "" : place.toString().stripTrailing() + ": ";
  }

  private static void addUnlessBlank(List<String> lines, String before, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      lines.add(before + text);
    }
  }
}
