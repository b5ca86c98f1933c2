package jp.careplan.exchange.internal.form;

import static jp.careplan.exchange.internal.form.Sheet.heads;

import java.util.ArrayList;
import java.util.List;
import jp.careplan.exchange.internal.standard.SentRecord;

/** 利用者補足情報: the person, and the limits of the month. */
final class SupplementForm {
  private static final int SLOTS = 9;

  private SupplementForm() {}

  static Form of(Heading heading, SentRecord record) {
    var sheet = new Sheet("", "利用者補足情報", List.of(record));
    heading.write(sheet, record);
    sheet.facts(
        "",
        sheet.fact(record, "対象年月", "target_month"),
        sheet.fact(record, "計画作成（変更）日", "care_plan_date"),
        sheet.fact(record, "性別", "sex"),
        sheet.fact(record, "生年月日", "birth_date"),
        sheet.fact(record, "住所", "postal_code", "address_1", "address_2"),
        sheet.fact(record, "電話番号", "phone"),
        sheet.fact(record, "認定状況", "certification_status"),
        sheet.fact(record, "認定日", "certification_date"),
        sheet.span(record, "限度額適用期間", "limit_start_date", "limit_end_date"),
        sheet.fact(record, "要介護状態区分", "care_level"),
        sheet.fact(record, "要介護状態の変更日", "care_level_change_date"),
        sheet.fact(record, "前回の要介護状態区分", "previous_care_level"),
        sheet.fact(record, "区分支給限度基準額（単位）", "benefit_limit_units"),
        sheet.fact(record, "短期入所 前月までの利用日数", "short_stay_days_before_month"),
        sheet.fact(record, "短期入所 累積利用日数", "short_stay_days_cumulative"),
        sheet.fact(record, "同意書受付業者", "consent_receiving_office"));
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(heads("サービス種類", "種類支給限度基準額（単位）", "合計単位数", "種類支給限度基準を超える単位数"));
    for (int slot = 1; slot <= SLOTS; slot++) {
      String at = "kind_limit_" + slot + "_";
      List<Cell> row =
          List.of(
              sheet.cell(record, at + "service_kind"),
              sheet.number(record, at + "limit"),
              sheet.number(record, at + "total_units"),
              sheet.number(record, at + "excess_units"));
      if (row.stream().anyMatch(it -> !it.text().isEmpty())) {
        rows.add(row);
      }
    }
    sheet.facts("種類別支給限度管理", sheet.fact(record, "限度超単位数の合計", "total_excess_units"));
    sheet.grid("", List.of(40, 20, 20, 20), 1, rows);
    if (rows.size() == 1) {
      sheet.remark("種類別の支給限度額は書かれていません。");
    }
    return sheet.finish();
  }
}
