package jp.careplan.exchange.internal.form;

import static jp.careplan.exchange.internal.form.Sheet.heads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.careplan.exchange.internal.standard.SentRecord;

/** 削除: told as what they delete. */
final class DeletionForms {
  /**
   * What a file of deletions takes away.
   *
   * @param date the column that names the date or month of what is deleted
   */
  private record Target(String title, String date, String dateLabel, String what) {}

  private static final Map<String, Target> TARGETS =
      Map.of(
          "DLT1KYO",
          new Target(
              "居宅サービス計画書の削除",
              "care_plan_date",
              "計画作成（変更）日",
              "この日の居宅サービス計画書（第1表）と、いっしょに送られた第2表・第3表を削除する知らせです。"),
          "DLTPLAN",
          new Target(
              "サービス利用票（予定）の削除", "target_month", "削除する対象年月", "この月のサービス利用票（第6表）と別表（第7表）を削除する知らせです。"),
          "DLTJSK",
          new Target("実績の削除", "target_month", "削除する対象年月", "この月の実績（第6表）を、下の事業所とサービスについて削除する知らせです。"),
          "DLTKIHON",
          new Target(
              "利用者基本情報の削除",
              "consultation_date",
              "相談日",
              "この相談日の利用者基本情報を、別表と家族構成の画像もいっしょに削除する知らせです。"),
          "DLTYOBO",
          new Target(
              "介護予防サービス・支援計画書の削除",
              "plan_date",
              "計画作成（変更）日",
              "この日の介護予防サービス・支援計画書を、別表もいっしょに削除する知らせです。"));

  private DeletionForms() {}

  static boolean isDeletion(String type) {
    return TARGETS.containsKey(type);
  }

  static List<Form> of(Heading heading, String type, List<SentRecord> records) {
    var target = TARGETS.get(type);
    if (target == null) {
      return List.of();
    }
    return Keyed.by(records, target.date()).values().stream()
        .map(it -> form(heading, target, it))
        .toList();
  }

  private static Form form(Heading heading, Target target, List<SentRecord> records) {
    var sheet = new Sheet("", target.title(), records);
    heading.write(sheet, records.getFirst());
    sheet.facts("", sheet.common(target.dateLabel(), target.date()));
    sheet.remark(target.what());
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(heads("サービス事業所の番号", "サービス種類"));
    for (var record : records) {
      if (!record.field("service_kind").name().isEmpty()) {
        rows.add(
            List.of(sheet.cell(record, "service_office_no"), sheet.cell(record, "service_kind")));
      }
    }
    sheet.grid("", List.of(40, 60), 1, rows);
    return sheet.finish();
  }
}
