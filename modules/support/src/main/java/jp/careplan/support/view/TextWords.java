package jp.careplan.support.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.careplan.support.AttachedFile;
import jp.careplan.support.Editing;
import jp.careplan.support.TextContent;
import jp.careplan.support.TextState;
import jp.careplan.support.internal.content.LineDiff;

/** How the editors' pages say things. */
final class TextWords {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E) H:mm", Locale.JAPANESE)
          .withZone(ZoneId.of("Asia/Tokyo"));
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E)", Locale.JAPANESE);

  private TextWords() {}

  /** A line of a difference as a page shows it. */
  public record DiffRow(String style, String mark, String spoken, String text) {}

  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  static String day(Optional<LocalDate> day) {
    return day.map(DAY::format).orElse("");
  }

  static String iso(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  static String state(TextState state) {
    return switch (state) {
      case DRAFT -> "✎ 下書き";
      case REVIEW -> "● 確認待ち";
      case PUBLISHED -> "✓ 公開中";
      case ARCHIVED -> "– 公開終了";
    };
  }

  static String style(TextState state) {
    return switch (state) {
      case DRAFT, REVIEW -> "waiting";
      case PUBLISHED -> "good";
      case ARCHIVED -> "gone";
    };
  }

  static String by(String who) {
    return switch (who) {
      case "system" -> "はじめの文章";
      case "release" -> "新しい版の文章";
      default -> who;
    };
  }

  /** Of an editor's page about this text. */
  static String address(String page, Editing.Key key) {
    return "/desk/" + page + "?kind=" + key.kind() + "&name=" + encoded(key.name());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** After something was done: the page of the text, which tells it. */
  static void lead(Editing.Key key, String done) {
    Visit.lead(address("text", key) + "&done=" + done);
  }

  static List<DiffRow> diff(TextContent before, TextContent after) {
    return LineDiff.of(lines(before), lines(after)).stream().map(TextWords::row).toList();
  }

  static DiffRow row(LineDiff.Line line) {
    return switch (line.kind()) {
      case SAME -> new DiffRow("same", "", "", line.text());
      case REMOVED -> new DiffRow("removed", "−", "なくなった行", line.text());
      case ADDED -> new DiffRow("added", "＋", "加わった行", line.text());
      case LEFT_OUT -> new DiffRow("left-out", "", "", "（同じ行が " + line.text() + "行）");
    };
  }

  /** Everything that is written of a text, a line each. */
  private static String lines(TextContent content) {
    List<String> lines = new ArrayList<>();
    add(lines, "件名: ", content.title());
    add(lines, "分類・よみ: ", content.topic());
    add(lines, "言い方: ", content.keywords());
    add(lines, "要約: ", content.summary());
    add(lines, "お知らせの日: ", day(content.publishedOn()));
    add(lines, "表示の始まり: ", day(content.showFrom()));
    add(lines, "表示の終わり: ", day(content.showUntil()));
    add(lines, "担当: ", content.owner());
    add(lines, "見直しの日: ", day(content.reviewOn()));
    add(lines, "関連: ", String.join("、", content.related()));
    content.files().forEach(it -> lines.add(file(it)));
    if (!content.body().isEmpty()) {
      lines.add("");
      lines.add(content.body());
    }
    return String.join("\n", lines);
  }

  private static String file(AttachedFile file) {
    return "添付: %s（%s、%d回目の登録）".formatted(file.title(), file.size(), file.edition());
  }

  private static void add(List<String> lines, String label, String value) {
    if (!value.isEmpty()) {
      lines.add(label + value);
    }
  }
}
