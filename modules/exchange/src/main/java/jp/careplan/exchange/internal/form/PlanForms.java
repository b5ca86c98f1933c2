package jp.careplan.exchange.internal.form;

import static jp.careplan.exchange.internal.form.Sheet.heads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.careplan.exchange.internal.form.Cell.Mark;
import jp.careplan.exchange.internal.standard.SentField;
import jp.careplan.exchange.internal.standard.SentRecord;

/** 居宅サービス計画書: 第1表, 第2表 and 第3表. */
final class PlanForms {
  private static final String[] WEEKDAYS = {"月", "火", "水", "木", "金", "土", "日"};
  private static final int SLOTS = 12;
  private static final int SLOT_MINUTES = 120;
  private static final int DAY_MINUTES = 24 * 60;

  private PlanForms() {}

  /** 第1表. */
  static Form first(Heading heading, SentRecord record) {
    var sheet = new Sheet("第1表", "居宅サービス計画書（１）", List.of(record));
    heading.write(sheet, record);
    sheet.facts(
        "",
        sheet.fact(record, "作成年月日", "created_date"),
        sheet.fact(record, "初回・紹介・継続", "plan_class"),
        sheet.fact(record, "認定状況", "certification_status"),
        sheet.fact(record, "利用者の住所", "postal_code", "address_1", "address_2"),
        sheet.fact(record, "居宅サービス計画作成者", "planner_name"),
        sheet.fact(record, "居宅介護支援事業者・事業所", "care_office_name", "care_office_no"),
        sheet.fact(
            record,
            "事業所の所在地",
            "care_office_postal_code",
            "care_office_address_1",
            "care_office_address_2"),
        sheet.fact(record, "計画作成（変更）日", "care_plan_date"),
        sheet.fact(record, "初回計画作成日", "first_care_plan_date"),
        sheet.fact(record, "認定日", "certification_date"),
        sheet.span(record, "認定の有効期間", "certification_start", "certification_end"),
        sheet.fact(record, "要介護状態区分", "care_level"),
        sheet.wide(record, "利用者及び家族の生活に対する意向を踏まえた課題分析の結果", "needs_analysis"),
        sheet.wide(record, "介護認定審査会の意見及びサービスの種類の指定", "review_board_opinion"),
        sheet.wide(record, "総合的な援助の方針", "overall_policy"),
        sheet.wide(record, "生活援助中心型の算定理由", "housework_reason", "housework_reason_other"));
    return sheet.finish();
  }

  /** 第2表: needs, their goals, the services of each. */
  static Form second(Heading heading, List<SentRecord> records) {
    var sheet = new Sheet("第2表", "居宅サービス計画書（２）", records);
    heading.write(sheet, records.getFirst());
    sheet.facts(
        "", sheet.common("作成年月日", "created_date"), sheet.common("計画作成（変更）日", "care_plan_date"));
    var sorted =
        records.stream()
            .sorted(
                Comparator.comparingInt((SentRecord r) -> Keyed.number(r, "need_no"))
                    .thenComparingInt(r -> Keyed.number(r, "goal_no"))
                    .thenComparingInt(r -> Keyed.number(r, "support_no")))
            .toList();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        heads(
            "生活全般の解決すべき課題（ニーズ）",
            "長期目標",
            "（期間）",
            "短期目標",
            "（期間）",
            "サービス内容",
            "※1",
            "サービス種別",
            "※2",
            "頻度",
            "期間"));
    for (var need : Keyed.runs(sorted, List.of("need_no"))) {
      boolean firstOfNeed = true;
      for (var goal : Keyed.runs(need, List.of("need_no", "goal_no"))) {
        boolean firstOfGoal = true;
        for (var record : goal) {
          List<Cell> row = new ArrayList<>();
          if (firstOfNeed) {
            row.add(sheet.merged(need, "need"));
          }
          if (firstOfGoal) {
            row.add(sheet.merged(goal, "long_term_goal"));
            row.add(sheet.merged(goal, "long_term_period"));
            row.add(sheet.merged(goal, "short_term_goal"));
            row.add(sheet.merged(goal, "short_term_period"));
          }
          row.add(sheet.cell(record, "service_content"));
          row.add(sheet.cell(record, "covered_by_insurance").with(Mark.CENTER));
          row.add(sheet.cell(record, "service_type_text"));
          row.add(sheet.cell(record, "service_office_name", "service_office_no"));
          row.add(sheet.cell(record, "frequency"));
          row.add(sheet.cell(record, "service_period"));
          rows.add(row);
          firstOfNeed = false;
          firstOfGoal = false;
        }
      }
    }
    sheet.ignoreReadable("need_no", "goal_no", "support_no");
    sheet.grid("", List.of(16, 12, 9, 12, 9, 15, 4, 9, 12, 7, 9), 1, rows);
    sheet.remark("※1 保険給付の対象となるサービスに○　※2 サービスを行う事業所");
    return sheet.finish();
  }

  /** 第3表: the week. */
  static Form third(Heading heading, List<SentRecord> records) {
    var sheet = new Sheet("第3表", "週間サービス計画表", records);
    heading.write(sheet, records.getFirst());
    sheet.facts(
        "", sheet.common("作成年月日", "created_date"), sheet.common("計画作成（変更）日", "care_plan_date"));
    var week = new Week();
    Set<String> others = new TreeSet<>();
    List<SentRecord> unplaced = new ArrayList<>();
    for (var record : records) {
      boolean weekly =
          !sheet.take(record, "weekly_service").isEmpty()
              || hasAny(sheet, record, "weekday", "service_start", "service_end");
      boolean daily =
          !sheet.take(record, "daily_activity").isEmpty()
              || hasAny(sheet, record, "activity_start", "activity_end");
      boolean placed = (!weekly || week.service(record)) && (!daily || week.activity(record));
      if (!placed) {
        unplaced.add(record);
      }
      var other = sheet.take(record, "other_than_weekly");
      if (!other.isEmpty()) {
        others.add(other.text());
      }
    }
    sheet.grid("", List.of(5, 6, 11, 11, 11, 11, 11, 11, 11, 18), 1, week.rows());
    List<List<Cell>> rest = new ArrayList<>();
    rest.add(heads("曜日", "開始", "終了", "介護サービス内容", "開始", "終了", "主な日常生活上の活動"));
    for (var record : unplaced) {
      rest.add(
          List.of(
              sheet.cell(record, "weekday"),
              sheet.cell(record, "service_start"),
              sheet.cell(record, "service_end"),
              sheet.cell(record, "weekly_service"),
              sheet.cell(record, "activity_start"),
              sheet.cell(record, "activity_end"),
              sheet.cell(record, "daily_activity")));
    }
    sheet.grid("時刻や曜日が読めず、表に置けない行", List.of(6, 8, 8, 30, 8, 8, 30), 1, rest);
    sheet.facts(
        "",
        new Block.Fact(
            "週単位以外のサービス",
            others.isEmpty() ? "書かれていません" : String.join("\n", others),
            true,
            records.stream().allMatch(it -> it.field("other_than_weekly").readable())));
    return sheet.finish();
  }

  private static boolean hasAny(Sheet sheet, SentRecord record, String... identifiers) {
    boolean any = false;
    for (String identifier : identifiers) {
      any |= !sheet.take(record, identifier).isEmpty();
    }
    return any;
  }

  /** Seven days and the daily activities, in slots of two hours. */
  private static final class Week {
    private static final int ACTIVITIES = WEEKDAYS.length;

    /** By column, then slot: what begins there. */
    private final List<List<List<String>>> begins = new ArrayList<>();

    private final boolean[][] taken = new boolean[ACTIVITIES + 1][SLOTS];

    Week() {
      for (int column = 0; column <= ACTIVITIES; column++) {
        List<List<String>> slots = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
          slots.add(new ArrayList<>());
        }
        begins.add(slots);
      }
    }

    boolean service(SentRecord record) {
      var weekday = record.field("weekday");
      return !weekday.isEmpty()
          && weekday.readable()
          && put(
              Integer.parseInt(weekday.text()) - 1,
              record.field("weekly_service"),
              record.field("service_start"),
              record.field("service_end"));
    }

    boolean activity(SentRecord record) {
      return put(
          ACTIVITIES,
          record.field("daily_activity"),
          record.field("activity_start"),
          record.field("activity_end"));
    }

    private boolean put(int column, SentField what, SentField start, SentField end) {
      int from = minutes(start);
      int until = minutes(end);
      if (from < 0 || from >= DAY_MINUTES || until < 0) {
        return false;
      }
      String time =
          from == until
              ? FieldText.time(start.text())
              : FieldText.time(start.text()) + "〜" + FieldText.time(end.text());
      begins.get(column).get(from / SLOT_MINUTES).add(time + " " + FieldText.of(what));
      int last = until < from ? SLOTS - 1 : Math.max(from, until - 1) / SLOT_MINUTES;
      for (int slot = from / SLOT_MINUTES; slot <= last; slot++) {
        taken[column][slot] = true;
      }
      return true;
    }

    /** Of the day; -1 where there is no such time. */
    private static int minutes(SentField field) {
      return field.text().matches("(?:[01][0-9]|2[0-4])[0-5][0-9]")
          ? Integer.parseInt(field.text().substring(0, 2)) * 60
              + Integer.parseInt(field.text().substring(2))
          : -1;
    }

    List<List<Cell>> rows() {
      List<List<Cell>> rows = new ArrayList<>();
      List<Cell> head = new ArrayList<>();
      head.add(Cell.head("時間").across(2));
      for (int day = 0; day < WEEKDAYS.length; day++) {
        head.add(Cell.head(WEEKDAYS[day]).with(weekend(day)));
      }
      head.add(Cell.head("主な日常生活上の活動"));
      rows.add(head);
      for (int slot = 0; slot < SLOTS; slot++) {
        List<Cell> row = new ArrayList<>();
        String part = partOfDay(slot);
        if (slot == 0 || !part.equals(partOfDay(slot - 1))) {
          row.add(Cell.head(part).down(length(slot)));
        }
        row.add(Cell.head(slot * 2 + ":00"));
        for (int column = 0; column <= ACTIVITIES; column++) {
          row.add(cell(column, slot).with(weekend(column)));
        }
        rows.add(row);
      }
      return rows;
    }

    private Cell cell(int column, int slot) {
      var here = begins.get(column).get(slot);
      boolean goesOn = here.isEmpty() && taken[column][slot];
      var cell = Cell.of(goesOn ? "↓" : String.join("\n", here));
      return taken[column][slot] ? cell.with(Mark.TAKEN) : cell;
    }

    private static Set<Mark> weekend(int day) {
      return day == 5
          ? EnumSet.of(Mark.SATURDAY)
          : day == 6 ? EnumSet.of(Mark.SUNDAY) : EnumSet.noneOf(Mark.class);
    }

    private static int length(int slot) {
      int length = 1;
      while (slot + length < SLOTS && partOfDay(slot).equals(partOfDay(slot + length))) {
        length++;
      }
      return length;
    }

    private static String partOfDay(int slot) {
      return switch (slot) {
        case 0, 1, 2, 11 -> "深夜";
        case 3 -> "早朝";
        case 4, 5 -> "午前";
        case 6, 7, 8 -> "午後";
        default -> "夜間";
      };
    }
  }
}
