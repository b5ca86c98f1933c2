package jp.careplan.launcher.command;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import jp.careplan.launcher.api.Summary;
import jp.careplan.launcher.text.JapanTime;
import org.jspecify.annotations.Nullable;

/** Lists of transmissions: partner, month, kind and counts; nothing of the content. */
final class SummaryLines {
  private SummaryLines() {}

  static List<String> inbox(List<Summary> items) {
    if (items.isEmpty()) {
      return List.of("届いたものはありません。");
    }
    var table = new Table("状態", "送り主", "種類", "年月", "人数", "届いた日時", "ID");
    for (Summary each : items) {
      table.row(
          state(each.state()),
          each.sender().shown(),
          kind(each),
          month(each),
          people(each),
          when(each.sentAt()),
          each.id());
    }
    return table.lines();
  }

  static List<String> sent(List<Summary> items) {
    if (items.isEmpty()) {
      return List.of("送ったものはありません。");
    }
    var table = new Table("状態", "送り先", "種類", "年月", "人数", "送った日時", "ID");
    for (Summary each : items) {
      table.row(
          state(each.state()),
          each.recipient().shown(),
          kind(each),
          month(each),
          people(each),
          when(each.sentAt()),
          each.id());
    }
    return table.lines();
  }

  static String state(String state) {
    return switch (state) {
      case "SENT" -> "● 未受信";
      case "RECEIVED" -> "✓ 受信済";
      case "DOWNLOADED" -> "✓ 保存済";
      case "IMPORTED" -> "✓ 取込済";
      case "IMPORT_FAILED" -> "✗ 取込エラー";
      case "WITHDRAWN" -> "↩ 取消";
      case "EXPIRED" -> "⏱ 期限切れ";
      default -> state;
    };
  }

  static String kind(Summary each) {
    return switch (Optional.ofNullable(each.kind()).orElse("")) {
      case "plan" -> "予定";
      case "result" -> "実績";
      case "delete" -> "削除";
      default -> "–";
    };
  }

  static String month(Summary each) {
    return Optional.ofNullable(each.serviceMonth())
        .map(it -> JapanTime.month(it.replace("-", "")))
        .orElse("–");
  }

  private static String people(Summary each) {
    return each.people() == null ? "–" : each.people() + "人";
  }

  private static String when(@Nullable String moment) {
    try {
      return moment == null ? "–" : JapanTime.minute(Instant.parse(moment));
    } catch (DateTimeParseException e) {
      return moment;
    }
  }
}
