package jp.careplan.exchange.internal.form;

import static jp.careplan.exchange.internal.form.Sheet.heads;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.exchange.internal.form.Block.Day;
import jp.careplan.exchange.internal.form.Block.Days;
import jp.careplan.exchange.internal.form.Cell.Mark;
import jp.careplan.exchange.internal.standard.SentField;
import jp.careplan.exchange.internal.standard.SentRecord;
import jp.careplan.exchange.internal.standard.Standard;

/** サービス利用票: 第6表 and its annex 第7表. */
final class SlipForms {
  private SlipForms() {}

  /** What lies on the calendar, one over the other. */
  enum Layers {
    /** 予定 was sent; 実績 is left open, as on the paper. */
    PLAN("サービス利用票（予定）", "予定", "実績", false),
    RESULT("サービス利用票（実績）", "予定", "実績", false),
    PLAN_AND_RESULT("サービス利用票（予定と実績）", "予定", "実績", true),
    VERSIONS("サービス利用票（前回との違い）", "前回", "今回", true);

    private final String title;
    private final String upper;
    private final String lower;
    private final boolean compared;

    Layers(String title, String upper, String lower, boolean compared) {
      this.title = title;
      this.upper = upper;
      this.lower = lower;
      this.compared = compared;
    }
  }

  /** 第6表. */
  static Form slip(
      Heading heading,
      Layers layers,
      List<SentRecord> upper,
      List<SentRecord> lower,
      String monthOfName) {
    var records = Stream.concat(upper.stream(), lower.stream()).toList();
    var sheet = new Sheet("第6表", layers.title, records);
    heading.writeWithLimits(sheet, records.getFirst());
    var slip = UseSlip.of(upper, lower, monthOfName);
    sheet.facts(
        "",
        sheet.common("対象年月", "target_month"),
        sheet.common("作成年月日", "created_date"),
        sheet.common("プラン担当", "planner_name", "planner_office_no"),
        sheet.common("前月までの短期入所利用日数", "short_stay_days_before_month"));
    if (layers.compared) {
      sheet.remark(differences(layers, slip.differences()));
    }
    days(sheet, layers, slip);
    calendar(sheet, layers, slip);
    unplaced(sheet, slip.unplaced());
    return sheet.finish();
  }

  private static String differences(Layers layers, UseSlip.Differences it) {
    if (it.isNone()) {
      return layers.upper + "と" + layers.lower + "に違いはありません。";
    }
    return layers == Layers.VERSIONS
        ? "前回との違い: 減った回数 %d、増えた回数 %d、時刻だけの変更 %d。枠で囲んだところです。"
            .formatted(it.missing(), it.extra(), it.moved())
        : "予定と実績の違い: 予定だけ %d回、実績だけ %d回、時刻だけの違い %d回。枠で囲んだところです。"
            .formatted(it.missing(), it.extra(), it.moved());
  }

  private static void days(Sheet sheet, Layers layers, UseSlip slip) {
    List<Day> days = new ArrayList<>();
    for (int day = 1; day <= slip.month().lengthOfMonth(); day++) {
      List<String> lines = new ArrayList<>();
      for (var line : slip.lines()) {
        if (line.planned(day) + line.actual(day) > 0) {
          lines.add(line(sheet, layers, line, day));
        }
      }
      if (!lines.isEmpty()) {
        days.add(new Day(day + "日（" + weekday(slip, day) + "）", lines));
      }
    }
    if (!days.isEmpty()) {
      sheet.add(new Days(days));
    }
  }

  /** 9:30〜10:30 訪問介護 111111 見本ヘルパーステーション. */
  private static String line(Sheet sheet, Layers layers, UseSlip.Line line, int day) {
    var record = line.sample();
    String what =
        Stream.of(
                time(sheet, record).text(),
                FieldText.of(record.field("service_code")),
                record.text("equipment_name"),
                record.text("service_office_name"))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(" "));
    int count = layers == Layers.RESULT ? line.actual(day) : line.planned(day);
    if (layers.compared && line.differs(day)) {
      return "%s　違い: %s %d回・%s %d回"
          .formatted(what, layers.upper, line.planned(day), layers.lower, line.actual(day));
    }
    return count > 1 ? what + "　" + count + "回" : what;
  }

  private static String weekday(UseSlip slip, int day) {
    return slip.month().atDay(day).getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPANESE);
  }

  private static void calendar(Sheet sheet, Layers layers, UseSlip slip) {
    int days = slip.month().lengthOfMonth();
    List<List<Cell>> rows = new ArrayList<>();
    List<Cell> numbers =
        new ArrayList<>(
            List.of(
                Cell.head("提供時間帯").down(2),
                Cell.head("サービス内容").down(2),
                Cell.head("サービス事業者・事業所").down(2),
                Cell.head("日付")));
    List<Cell> names = new ArrayList<>(List.of(Cell.head("曜日")));
    for (int day = 1; day <= days; day++) {
      numbers.add(Cell.head(String.valueOf(day)).with(tint(slip, day)).with(Mark.CENTER));
      names.add(Cell.head(weekday(slip, day)).with(tint(slip, day)).with(Mark.CENTER));
    }
    numbers.add(Cell.head("合計\n回数").down(2));
    rows.add(numbers);
    rows.add(names);
    for (var line : slip.lines()) {
      lines(sheet, layers, slip, line, rows);
    }
    List<Integer> widths = new ArrayList<>(List.of(8, 15, 13, 5));
    for (int day = 1; day <= days; day++) {
      widths.add(2);
    }
    widths.add(4);
    sheet.grid("", widths, 2, rows);
  }

  private static void lines(
      Sheet sheet, Layers layers, UseSlip slip, UseSlip.Line line, List<List<Cell>> rows) {
    var sample = line.sample();
    Set<Mark> change = change(layers, line);
    List<Cell> upper = new ArrayList<>();
    upper.add(time(sheet, sample).down(2).with(change));
    upper.add(content(sheet, layers, line).down(2).with(change));
    upper.add(
        sheet
            .cell(sample, "service_office_name", "service_office_no", "satellite_no")
            .down(2)
            .with(change));
    List<Cell> lower = new ArrayList<>();
    upper.add(Cell.head(layers.upper).with(Mark.CENTER));
    lower.add(Cell.head(layers.lower).with(Mark.CENTER));
    for (int day = 1; day <= slip.month().lengthOfMonth(); day++) {
      Set<Mark> marks = tint(slip, day);
      marks.add(Mark.CENTER);
      if (layers.compared && line.differs(day)) {
        marks.add(Mark.DIFFERENT);
      }
      upper.add(Cell.of(times(line.planned(day))).with(marks));
      lower.add(Cell.of(times(line.actual(day))).with(marks));
    }
    boolean upperSent = layers != Layers.RESULT;
    boolean lowerSent = layers != Layers.PLAN;
    upper.add(Cell.number(upperSent ? String.valueOf(line.plannedInAll()) : ""));
    lower.add(Cell.number(lowerSent ? String.valueOf(line.actualInAll()) : ""));
    rows.add(upper);
    rows.add(lower);
  }

  private static Set<Mark> change(Layers layers, UseSlip.Line line) {
    var marks = EnumSet.noneOf(Mark.class);
    if (layers == Layers.VERSIONS && line.plannedInAll() == 0) {
      marks.add(Mark.ADDED);
    } else if (layers == Layers.VERSIONS && line.actualInAll() == 0) {
      marks.add(Mark.REMOVED);
    }
    return marks;
  }

  private static Cell time(Sheet sheet, SentRecord record) {
    var start = sheet.take(record, "start_time");
    var end = sheet.take(record, "end_time");
    String from = FieldText.of(start);
    String until = FieldText.of(end);
    return Sheet.marked(
        Cell.of(from.equals(until) ? from : from + "〜" + until), List.of(start, end));
  }

  private static Cell content(Sheet sheet, Layers layers, UseSlip.Line line) {
    var record = line.sample();
    var cell =
        sheet.cell(
            record, "service_code", "equipment_name", "tais_code", "equipment_notification_code");
    var text = new StringBuilder(cell.text());
    List<SentField> more = new ArrayList<>();
    for (var other : line.records()) {
      more.add(sheet.take(other, "units"));
      more.add(sheet.take(other, "prorata_days"));
    }
    more.add(sheet.take(record, "detail_no"));
    more.add(sheet.take(record, "over_30_days"));
    more.stream()
        .map(SlipForms::remark)
        .filter(it -> !it.isEmpty())
        .distinct()
        .forEach(text::append);
    for (var mark : change(layers, line)) {
      text.insert(0, mark == Mark.ADDED ? "＋追加 " : "－なくなりました ");
    }
    return Sheet.marked(cell.withText(text.toString()), more);
  }

  private static String remark(SentField field) {
    if (field.isEmpty()
        || (field.identifier().equals("over_30_days") && field.text().equals("0"))) {
      return "";
    }
    String text = FieldText.of(field);
    return switch (field.identifier()) {
      case "units" -> "\n" + text + "単位";
      case "prorata_days" -> "\n日割 " + text;
      case "detail_no" -> "\n明細 " + text;
      default -> "\n30日超 " + text;
    };
  }

  private static Set<Mark> tint(UseSlip slip, int day) {
    DayOfWeek weekday = slip.month().atDay(day).getDayOfWeek();
    return weekday == DayOfWeek.SATURDAY
        ? EnumSet.of(Mark.SATURDAY)
        : weekday == DayOfWeek.SUNDAY ? EnumSet.of(Mark.SUNDAY) : EnumSet.noneOf(Mark.class);
  }

  private static String times(int count) {
    return count == 0 ? "" : String.valueOf(count);
  }

  private static void unplaced(Sheet sheet, List<SentRecord> records) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(heads("利用日", "開始", "終了", "回数", "サービス", "事業所"));
    for (var record : records) {
      rows.add(
          List.of(
              sheet.cell(record, "service_date"),
              sheet.cell(record, "start_time"),
              sheet.cell(record, "end_time"),
              sheet.cell(record, "times_per_day"),
              sheet.cell(
                  record,
                  "service_code",
                  "equipment_name",
                  "tais_code",
                  "equipment_notification_code",
                  "detail_no",
                  "prorata_days",
                  "units"),
              sheet.cell(record, "service_office_name", "service_office_no", "satellite_no")));
    }
    sheet.ignore("service_date", "times_per_day");
    sheet.grid("日付や回数が読めず、暦に置けない行", List.of(16, 8, 8, 6, 30, 32), 1, rows);
  }

  /** 第7表. */
  static Form annex(Heading heading, List<SentRecord> records) {
    var sheet = new Sheet("第7表", "サービス利用票別表", records);
    heading.write(sheet, records.getFirst());
    sheet.facts(
        "",
        sheet.common("対象年月", "target_month"),
        sheet.common("作成年月日", "created_date"),
        sheet.common("前月までの利用日数", "days_before_month"),
        sheet.common("当月の計画利用日数", "planned_days"),
        sheet.common("累積利用日数", "cumulative_days"));
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        heads(
            "事業所名",
            "サービス内容・種類",
            "単位数",
            "割引後率%",
            "割引後単位数",
            "回数・日数",
            "サービス単位／金額",
            "給付管理単位数",
            "種類支給限度 超",
            "種類支給限度 内",
            "区分支給限度 超",
            "区分支給限度 内",
            "単位数単価",
            "費用総額（円）",
            "給付率%",
            "保険／事業費請求額（円）",
            "定額利用者負担単価（円）",
            "利用者負担（円）",
            "全額負担（円）",
            "30日超"));
    for (var record : records) {
      rows.add(annexRow(sheet, record));
    }
    sheet.ignoreReadable("office_no_fixed");
    sheet.grid(
        "区分支給限度管理・利用者負担計算",
        List.of(15, 16, 6, 5, 6, 5, 7, 7, 6, 6, 6, 7, 6, 8, 5, 8, 6, 7, 7, 4),
        1,
        rows);
    return sheet.finish();
  }

  private static List<Cell> annexRow(Sheet sheet, SentRecord record) {
    List<Cell> row = new ArrayList<>();
    String total = totalOf(sheet.take(record, "service_code").text());
    boolean grand = record.text("service_office_no").equals(ALL_OFFICES);
    row.add(
        grand
            ? Cell.of(sheet.take(record, "service_office_name").text())
            : sheet.cell(record, "service_office_name", "service_office_no", "satellite_no"));
    sheet.ignore("service_office_no");
    row.add(
        total.isEmpty()
            ? sheet.cell(
                record,
                "service_code",
                "equipment_name",
                "tais_code",
                "equipment_notification_code")
            : Cell.of(total));
    for (String column :
        List.of(
            "units",
            "discounted_rate",
            "discounted_units",
            "times_or_days",
            "service_units_amount",
            "managed_units",
            "kind_limit_excess_units",
            "kind_limit_within_units",
            "level_limit_excess_units",
            "level_limit_within_units",
            "unit_price",
            "covered_cost_total",
            "benefit_rate",
            "insurance_claim",
            "fixed_copay_unit_price",
            "user_copay_covered",
            "user_pays_in_full")) {
      row.add(sheet.number(record, column));
    }
    row.add(sheet.cell(record, "over_30_days").with(Mark.CENTER));
    return total.isEmpty() ? row : row.stream().map(it -> it.with(Mark.TOTAL)).toList();
  }

  /** Stands for no office on the row of the grand total. */
  private static final String ALL_OFFICES = "9999999999";

  /** What a row sums up; empty for a service. */
  private static String totalOf(String code) {
    if (code.equals("999999")) {
      return "合計";
    }
    if (code.length() != 6) {
      return "";
    }
    String kind = Standard.load().kindName(code.substring(0, 2));
    String of = kind.isEmpty() ? code.substring(0, 2) : kind;
    return switch (code.substring(2)) {
      case "AAAA" -> of + " 小計";
      case "EEEE" -> of + " 小計（限度額の対象外）";
      case "ZZZZ" -> of + " 小計（30日超）";
      default -> "";
    };
  }
}
