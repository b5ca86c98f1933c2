package jp.careplan.exchange.internal.form;

import static jp.careplan.exchange.internal.form.Sheet.heads;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.careplan.exchange.internal.form.Block.Fact;
import jp.careplan.exchange.internal.form.Block.Picture;
import jp.careplan.exchange.internal.form.Cell.Mark;
import jp.careplan.exchange.internal.standard.SentRecord;

/** The forms of 介護予防: 利用者基本情報 and 支援計画書, with their sub-tables. */
final class PreventionForms {
  private PreventionForms() {}

  /**
   * 利用者基本情報.
   *
   * @param days 別表1, the day of the person
   * @param diseases 別表2
   * @param picture place of the family picture among those of the person; 0 where none was sent
   */
  static Form basic(
      Heading heading,
      SentRecord record,
      List<SentRecord> days,
      List<SentRecord> diseases,
      int picture) {
    var sheet = new Sheet("", "利用者基本情報", List.of(record));
    heading.write(sheet, record);
    sheet.facts(
        "相談",
        sheet.fact(record, "相談日", "consultation_date"),
        sheet.fact(record, "計画種類", "plan_type"),
        sheet.fact(record, "委託の有無", "entrusted"),
        sheet.fact(record, "作成担当者", "author"),
        sheet.fact(record, "相談方法", "consultation_method", "consultation_method_other"),
        sheet.fact(record, "相談回数", "consultation_count"),
        sheet.fact(record, "前回相談日", "previous_consultation_date"),
        sheet.fact(record, "本人の現況", "present_state", "present_state_note"));
    sheet.facts(
        "本人",
        sheet.fact(record, "性別", "sex"),
        sheet.fact(record, "生年月日", "birth_date"),
        sheet.fact(record, "住所", "address"),
        sheet.fact(record, "電話番号", "phone"),
        sheet.fact(record, "FAX番号", "fax"),
        sheet.fact(record, "障害高齢者の日常生活自立度", "independence_physical"),
        sheet.fact(record, "認知症高齢者の日常生活自立度", "independence_dementia"),
        sheet.fact(record, "要介護状態区分", "care_level"),
        sheet.span(record, "認定の有効期間", "certification_start", "certification_end"),
        sheet.fact(record, "前回の介護度", "previous_care_level"),
        sheet.fact(record, "基本チェックリストの記入結果", "checklist_result"),
        sheet.fact(record, "基本チェックリストの記入日", "checklist_date"),
        sheet.fact(record, "障害等認定 身障", "disability_physical"),
        sheet.fact(record, "障害等認定 療育", "disability_intellectual"),
        sheet.fact(record, "障害等認定 精神", "disability_mental"),
        sheet.fact(record, "障害等認定 難病", "disability_rare_disease"),
        sheet.wide(record, "障害等認定の特記事項", "disability_note"),
        sheet.fact(record, "居住形態", "housing"),
        sheet.fact(record, "自室の階数", "room_floor"),
        sheet.fact(record, "住宅改修の有無", "home_modification"),
        sheet.fact(record, "国民年金", "income_national_pension"),
        sheet.fact(record, "厚生年金", "income_employee_pension"),
        sheet.fact(record, "障害年金", "income_disability_pension"),
        sheet.fact(record, "生活保護", "income_public_assistance"),
        sheet.wide(record, "経済状況の詳細", "income_note"));
    contacts(sheet, record);
    if (picture > 0) {
      sheet.add(new Picture("家族構成", picture));
      sheet.ignore("family_image_file");
    } else if (!record.text("family_image_file").isEmpty()) {
      sheet.remark("家族構成の画像は、ファイル名が書かれていますが、いっしょに送られていません。");
    } else {
      sheet.remark("家族構成の画像は送られていません。");
    }
    sheet.facts(
        "",
        sheet.wide(record, "家族関係等の状況", "family_situation"),
        sheet.wide(record, "今までの生活", "life_history"),
        sheet.wide(record, "１日の生活・すごし方", "daily_life"));
    day(sheet, days);
    sheet.facts(
        "",
        sheet.wide(record, "趣味・楽しみ・特技", "hobbies"),
        sheet.wide(record, "友人・地域との関係", "community_ties"));
    diseases(sheet, diseases);
    sheet.facts(
        "現在利用しているサービス",
        sheet.wide(record, "公的サービス", "public_services"),
        sheet.wide(record, "非公的サービス", "informal_services"));
    sheet.facts(
        "同意",
        sheet.fact(record, "同意日", "consent_date"),
        sheet.fact(record, "同意者氏名", "consent_name"));
    return sheet.finish();
  }

  private static void contacts(Sheet sheet, SentRecord record) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(heads("", "氏名", "続柄", "住所・連絡先", "電話番号"));
    rows.add(contact(sheet, record, "来所者（相談者）", "visitor_"));
    for (int i = 1; i <= 4; i++) {
      rows.add(contact(sheet, record, "緊急連絡先 " + i, "emergency_" + i + "_"));
    }
    rows.removeIf(row ->
        !row.getFirst().text().isEmpty()
            && row.stream().skip(1).allMatch(cell -> cell.text().isEmpty()));
    sheet.grid("来所者と緊急連絡先", List.of(16, 20, 12, 34, 18), 1, rows);
    if (rows.size() == 1) {
      sheet.remark("来所者と緊急連絡先は書かれていません。");
    }
  }

  private static List<Cell> contact(Sheet sheet, SentRecord record, String label, String at) {
    return List.of(
        Cell.head(label),
        sheet.cell(record, at + "name"),
        sheet.cell(record, at + "relation"),
        sheet.cell(record, at + "address"),
        sheet.cell(record, at + "phone"));
  }

  /** 別表1 in a form of its own, where its parent was not sent. */
  static Form dayAlone(Heading heading, List<SentRecord> records) {
    return alone(heading, "利用者基本情報（別表1）", records, it -> day(it, records));
  }

  /** 別表2 likewise. */
  static Form diseasesAlone(Heading heading, List<SentRecord> records) {
    return alone(heading, "利用者基本情報（別表2）", records, it -> diseases(it, records));
  }

  /** 支援計画 likewise. */
  static Form plansAlone(Heading heading, List<SentRecord> records) {
    return alone(heading, "介護予防サービス・支援計画書（別表）", records, it -> plans(it, records));
  }

  private static Form alone(
      Heading heading,
      String title,
      List<SentRecord> records,
      java.util.function.Consumer<Sheet> body) {
    var sheet = new Sheet("", title, records);
    heading.write(sheet, records.getFirst());
    body.accept(sheet);
    return sheet.finish();
  }

  private static void day(Sheet sheet, List<SentRecord> records) {
    if (records.isEmpty()) {
      sheet.remark("１日の生活（別表1 タイムスケジュール）は送られていません。");
    }
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(heads("時間", "本人", "介護者・家族"));
    for (var record : records) {
      rows.add(
          List.of(
              sheet.cell(record, "time_text"),
              sheet.cell(record, "person_activity"),
              sheet.cell(record, "family_activity")));
    }
    sheet.grid("１日の生活・すごし方（別表1 タイムスケジュール）", List.of(12, 44, 44), 1, rows);
  }

  private static void diseases(Sheet sheet, List<SentRecord> records) {
    if (records.isEmpty()) {
      sheet.remark("現病歴・既往歴（別表2）は送られていません。");
    }
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(heads("年月日", "病名", "医療機関・医師名", "主治医", "電話番号", "経過", "治療中の内容"));
    for (var record : records) {
      rows.add(
          List.of(
              sheet.cell(record, "onset_text"),
              sheet.cell(record, "disease"),
              sheet.cell(record, "hospital_doctor"),
              sheet.cell(record, "main_doctor"),
              sheet.cell(record, "hospital_phone"),
              sheet.cell(record, "course"),
              sheet.cell(record, "treatment")));
    }
    sheet.grid("現病歴・既往歴（別表2）", List.of(11, 17, 20, 12, 12, 10, 18), 1, rows);
  }

  /** 介護予防サービス・支援計画書. */
  static Form plan(Heading heading, SentRecord record, List<SentRecord> plans) {
    var sheet = new Sheet("", "介護予防サービス・支援計画書", List.of(record));
    heading.write(sheet, record);
    sheet.facts(
        "",
        sheet.fact(record, "整理番号", "reference_no"),
        sheet.fact(record, "計画作成（変更）日", "plan_date"),
        sheet.fact(record, "初回作成日", "first_plan_date"),
        sheet.fact(record, "計画種類", "plan_type"),
        sheet.fact(record, "委託の有無", "entrusted"),
        sheet.fact(record, "初回・紹介・継続", "plan_class"),
        sheet.fact(record, "認定状況", "certification_status"),
        sheet.fact(record, "要支援状態区分", "support_level"),
        sheet.fact(record, "認定年月日", "certification_date"),
        sheet.span(record, "認定の有効期間", "certification_start", "certification_end"),
        sheet.fact(record, "計画作成者（地域包括支援センター）", "center_planner_name"),
        sheet.fact(record, "計画作成者（介護支援専門員）", "care_manager_name"),
        sheet.fact(record, "計画作成事業者・事業所", "planner_office_name"),
        sheet.fact(record, "事業所の所在地", "planner_office_address"),
        sheet.fact(record, "事業所の電話番号", "planner_office_phone"),
        sheet.fact(record, "担当地域包括支援センター", "support_center"),
        sheet.wide(record, "目標とする生活（1日）", "target_life_day"),
        sheet.wide(record, "目標とする生活（1年）", "target_life_year"));
    List<List<Cell>> areas = new ArrayList<>();
    areas.add(heads("アセスメント領域", "現在の状況", "本人・家族の意欲・意向", "課題", "領域における課題（背景・原因）"));
    area(sheet, record, areas, "運動・移動", "mobility_");
    area(sheet, record, areas, "日常生活（家庭生活）", "daily_life_");
    area(sheet, record, areas, "社会参加、対人関係・コミュニケーション", "social_");
    area(sheet, record, areas, "健康管理", "health_");
    sheet.grid("アセスメント", List.of(18, 27, 25, 6, 24), 1, areas);
    plans(sheet, plans);
    sheet.facts(
        "",
        sheet.wide(record, "健康状態の留意点", "health_cautions"),
        sheet.wide(record, "妥当な支援の実施に向けた方針", "support_policy"),
        sheet.wide(record, "総合的な方針", "overall_policy"));
    checklist(sheet, record);
    sheet.facts(
        "",
        sheet.wide(record, "地域包括支援センターの意見", "center_opinion"),
        sheet.fact(record, "同意日", "consent_date"),
        sheet.fact(record, "同意者氏名", "consent_name"));
    return sheet.finish();
  }

  private static void area(
      Sheet sheet, SentRecord record, List<List<Cell>> rows, String label, String at) {
    rows.add(
        List.of(
            Cell.head(label),
            sheet.cell(record, at + "present"),
            sheet.cell(record, at + "wishes"),
            sheet.cell(record, at + "has_issue").with(Mark.CENTER),
            sheet.cell(record, at + "issue")));
  }

  private static void checklist(Sheet sheet, SentRecord record) {
    List<String> names = List.of("運動不足", "栄養改善", "口腔内ケア", "閉じこもり予防", "物忘れ予防", "うつ予防");
    List<String> columns =
        List.of("exercise", "nutrition", "oral", "homebound", "memory", "depression");
    List<Cell> head = new ArrayList<>(List.of(Cell.head("")));
    names.forEach(it -> head.add(Cell.head(it)));
    List<Cell> counts = new ArrayList<>(List.of(Cell.head("基本チェックリストの該当数")));
    columns.forEach(it -> counts.add(sheet.cell(record, "checklist_" + it).with(Mark.CENTER)));
    List<Cell> programs = new ArrayList<>(List.of(Cell.head("事業プログラム")));
    columns.forEach(it -> programs.add(sheet.cell(record, "program_" + it).with(Mark.CENTER)));
    sheet.grid(
        "基本チェックリストと事業プログラム",
        IntStream.concat(IntStream.of(22), IntStream.generate(() -> 13).limit(columns.size()))
            .boxed()
            .toList(),
        1,
        List.of(head, counts, programs));
  }

  private static void plans(Sheet sheet, List<SentRecord> records) {
    if (records.isEmpty()) {
      sheet.remark("支援計画（別表）は送られていません。");
    }
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        heads(
            "総合的課題",
            "課題に対する目標と具体策の提案",
            "具体策についての意向 本人・家族",
            "目標",
            "目標についての支援のポイント",
            "本人等のセルフケアや家族の支援、インフォーマルサービス",
            "介護保険サービス又は地域支援事業",
            "サービス種別",
            "事業所（利用先）",
            "期間"));
    for (var need : Keyed.runs(records, List.of("need_no"))) {
      boolean firstOfNeed = true;
      for (var plan : Keyed.runs(need, List.of("need_no", "support_plan_no"))) {
        boolean firstOfPlan = true;
        for (var record : plan) {
          List<Cell> row = new ArrayList<>();
          if (firstOfNeed) {
            row.add(numbered(sheet, need, "need_no", "overall_need"));
            row.add(sheet.merged(need, "proposal"));
            row.add(sheet.merged(need, "wishes"));
            row.add(sheet.merged(need, "goal"));
          }
          if (firstOfPlan) {
            row.add(numbered(sheet, plan, "support_plan_no", "support_points"));
            row.add(sheet.merged(plan, "self_and_informal_support"));
            row.add(sheet.merged(plan, "insured_services"));
          }
          row.add(numbered(sheet, List.of(record), "service_no", "service_type_text"));
          row.add(sheet.cell(record, "service_office_name"));
          row.add(sheet.cell(record, "service_period"));
          rows.add(row);
          firstOfNeed = false;
          firstOfPlan = false;
        }
      }
    }
    sheet.grid("支援計画（別表）", List.of(13, 12, 11, 10, 12, 13, 11, 11, 11, 7), 1, rows);
  }

  /** The number that rows are tied together by, before its text. */
  private static Cell numbered(Sheet sheet, List<SentRecord> records, String number, String text) {
    var no = sheet.take(records.getFirst(), number);
    var cell = sheet.merged(records, text);
    String before = no.isEmpty() ? "" : no.text() + ". ";
    return Sheet.marked(cell.withText(before + cell.text()), List.of(no));
  }

  /** Facts of a record that no form is drawn for: an edition to come may have one. */
  static Form plain(Heading heading, String title, SentRecord record) {
    var sheet = new Sheet("", title, List.of(record));
    heading.write(sheet, record);
    sheet.facts("", new Fact[0]);
    return sheet.finish();
  }
}
