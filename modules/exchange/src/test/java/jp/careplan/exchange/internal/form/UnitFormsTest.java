package jp.careplan.exchange.internal.form;

import static jp.careplan.exchange.internal.form.SentBundle.everything;
import static jp.careplan.exchange.internal.form.SentBundle.fact;
import static jp.careplan.exchange.internal.form.SentBundle.form;
import static jp.careplan.exchange.internal.form.SentBundle.grid;
import static jp.careplan.exchange.internal.form.SentBundle.remarks;
import static jp.careplan.exchange.internal.form.SentBundle.row;
import static jp.careplan.exchange.internal.form.SentBundle.sample;
import static jp.careplan.exchange.internal.form.SentBundle.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import jp.careplan.exchange.internal.form.Block.Days;
import jp.careplan.exchange.internal.form.Block.Facts;
import jp.careplan.exchange.internal.form.Block.Picture;
import jp.careplan.exchange.internal.form.Cell.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each form from the sample bundles; all fictitious. */
class UnitFormsTest {
  private static List<String> titles(UnitForms unit) {
    return unit.forms(unit.people().getFirst()).stream().map(Form::title).toList();
  }

  @Test
  void aUnitKnowsItsPeopleByTheirPlace() {
    var unit = sample("use-forms-6-7").people(3).read();

    assertEquals(List.of(1, 2, 3), unit.people().stream().map(Person::position).toList());
    assertEquals("架空　太郎", unit.people().get(2).name());
    assertEquals("9900000003", unit.person(3).orElseThrow().key().insuredNumber());
    assertTrue(unit.person(0).isEmpty());
    assertTrue(unit.person(4).isEmpty());
    assertFalse(unit.people().toString().contains("架空"));
  }

  @Test
  void theFirstFormShowsTheCertificationInWordsAndEras() {
    var form = form(sample("plan-forms-1-2-3").read(), "居宅サービス計画書（１）");

    assertEquals("第1表", form.number());
    assertEquals("架空　太郎 様（カクウ タロウ）", text(form, "利用者名"));
    assertEquals("要介護３", text(form, "要介護状態区分"));
    assertEquals("継続", text(form, "初回・紹介・継続"));
    assertEquals("認定済", text(form, "認定状況"));
    assertEquals("2026年2月1日（令和8年） 〜 2028年1月31日（令和10年）", text(form, "認定の有効期間"));
    assertEquals("転倒を防ぎ、外出の機会を増やす。", text(form, "総合的な援助の方針"));
    assertEquals("一人暮らし", text(form, "生活援助中心型の算定理由"));
    assertTrue(fact(form, "総合的な援助の方針").wide());
  }

  @Test
  void theSecondFormGroupsServicesUnderGoalsUnderNeeds() {
    var table = grid(form(sample("plan-forms-1-2-3").read(), "居宅サービス計画書（２）"), 0);

    var first = table.bodyRows().getFirst();
    assertEquals("歩行が不安定で転びやすい", first.getFirst().text());
    assertEquals(2, first.getFirst().rows());
    assertEquals(2, first.get(1).rows());
    assertEquals(
        List.of("運動の機会", "○", "通所介護", "試験デイサービス\n9970000033", "週２回", "R8.4.1～R8.9.30"),
        row(table, 1));
    assertEquals("話し相手が少ない", row(table, 2).getFirst());
    assertEquals("–", row(table, 2).get(6));
  }

  @Test
  void textsThatStandInTheFirstRowAloneAreToldOnce() {
    var bundle =
        sample("plan-forms-1-2-3")
            .edit("UP2KYO", text -> text.replaceFirst("(?s)(\r\n.*?)\"歩行が不安定で転びやすい\"", "$1"));

    var table = grid(form(bundle.read(), "居宅サービス計画書（２）"), 0);

    assertEquals("歩行が不安定で転びやすい", table.bodyRows().getFirst().getFirst().text());
    assertEquals(3, table.bodyRows().size());
  }

  @Test
  void theThirdFormIsTheWeek() {
    var form = form(sample("plan-forms-1-2-3").read(), "週間サービス計画表");
    var table = grid(form, 0);

    assertEquals(
        List.of("時間", "月", "火", "水", "木", "金", "土", "日", "主な日常生活上の活動"),
        table.headRows().getFirst().stream().map(Cell::text).toList());
    assertEquals(
        List.of("午前", "8:00", "9:30〜10:30 訪問介護", "", "", "", "", "", "", ""), row(table, 4));
    assertEquals(List.of("10:00", "↓", "", "", "10:00〜16:00 通所介護", "", "", "", ""), row(table, 5));
    assertEquals("↓", row(table, 7).get(4));
    assertEquals("6:00 起床", row(table, 3).getLast());
    assertEquals("月１回の通院", text(form, "週単位以外のサービス"));
  }

  @Test
  void aWeekdayThatCannotBeReadIsListedBelowTheWeek() {
    var bundle = sample("plan-forms-1-2-3").set("UP3KYO", 7, "9");

    var table = grid(form(bundle.read(), "週間サービス計画表"), 1);

    assertEquals("9", row(table, 0).getFirst());
    assertTrue(table.bodyRows().getFirst().getFirst().marks().contains(Mark.UNREADABLE));
    assertEquals("訪問介護", row(table, 0).get(3));
  }

  @Test
  void theSixthFormIsTheMonthWithPlanOverResult() {
    var form = form(sample("use-forms-6-7").read(), "サービス利用票（予定）");
    var table = grid(form, 0);

    assertEquals("2026年6月（令和8年）", text(form, "対象年月"));
    assertEquals("要介護３", text(form, "要介護状態区分"));
    assertEquals("27,048", text(form, "区分支給限度基準額（単位）"));
    assertEquals("1938年2月3日（昭和13年）", text(form, "生年月日"));
    assertEquals(4 + 30 + 1, table.headRows().getFirst().size());
    assertEquals("月", table.headRows().get(1).get(1).text());
    assertTrue(table.headRows().get(1).get(6).marks().contains(Mark.SATURDAY));
    assertTrue(table.headRows().get(1).get(7).marks().contains(Mark.SUNDAY));
    assertEquals(4, table.bodyRows().size());
    var plan = row(table, 0);
    assertEquals("9:30〜10:30", plan.get(0));
    assertEquals("訪問介護 111111\n244単位", plan.get(1));
    assertEquals("見本ヘルパーステーション\n9970000022", plan.get(2));
    assertEquals("予定", plan.get(3));
    assertEquals("", plan.get(4));
    assertEquals("1", plan.get(5));
    assertEquals("5", plan.getLast());
    assertEquals("実績", row(table, 1).getFirst());
    assertTrue(row(table, 1).stream().skip(1).allMatch(String::isEmpty));
  }

  @Test
  void aNarrowScreenReadsTheMonthDayByDay() {
    var form = form(sample("use-forms-6-7").read(), "サービス利用票（予定）");

    var days =
        form.blocks().stream()
            .filter(Days.class::isInstance)
            .flatMap(it -> ((Days) it).days().stream())
            .toList();

    assertEquals(9, days.size());
    assertEquals("2日（火）", days.getFirst().name());
    assertEquals(List.of("9:30〜10:30 訪問介護 111111 見本ヘルパーステーション"), days.getFirst().lines());
  }

  @Test
  void resultsFillTheLowerRow() {
    var unit = sample("result").read();
    var table = grid(form(unit, "サービス利用票（実績）"), 0);

    assertEquals("", row(table, 0).getLast());
    assertEquals("5", row(table, 1).getLast());
    assertEquals("被保険者番号 9900000001", unit.people().getFirst().called());
  }

  @Test
  void aDayThatDoesNotExistIsListedBelowTheMonth() {
    var bundle = sample("use-forms-6-7").set("UPPLAN", 10, "20260631");

    var form = form(bundle.read(), "サービス利用票（予定）");

    assertEquals("20260631", row(grid(form, 1), 0).getFirst());
    assertEquals("4", row(grid(form, 0), 0).getLast());
    assertTrue(remarks(form).contains("※の付いた値"));
  }

  @Test
  void theSeventhFormNamesItsTotals() {
    var form = form(sample("use-forms-6-7").read(), "サービス利用票別表");
    var table = grid(form, 0);

    assertEquals("訪問介護 111111", row(table, 0).get(1));
    assertEquals("1,220", row(table, 0).get(6));
    assertEquals("10.00", row(table, 0).get(12));
    assertEquals("12,200", row(table, 0).get(13));
    assertEquals("訪問介護 小計", row(table, 2).get(1));
    assertEquals(List.of("", "合計"), row(table, 4).subList(0, 2));
    assertEquals("38,520", row(table, 4).get(13));
    assertTrue(table.bodyRows().get(4).getLast().marks().contains(Mark.TOTAL));
    assertFalse(everything(form).contains("9999999999"));
  }

  @Test
  void theOlderEditionHasTheSameFormsWithoutItsMissingColumns() {
    var unit = sample("old-use-202208").read();

    assertEquals(List.of("サービス利用票（予定）", "サービス利用票別表", "利用者補足情報"), titles(unit));
    var table = grid(form(unit, "サービス利用票（予定）"), 0);
    assertEquals(4 + 28 + 1, table.headRows().getFirst().size());
    assertEquals("4", row(table, 0).getLast());
  }

  @Test
  void theSupplementTellsThePerson() {
    var form = form(sample("use-forms-6-7").read(), "利用者補足情報");

    assertEquals("男", text(form, "性別"));
    assertEquals("–", text(form, "計画作成（変更）日"));
    assertEquals("2026年6月（令和8年）", text(form, "対象年月"));
    assertTrue(remarks(form).contains("種類別の支給限度額は書かれていません。"));
  }

  @Test
  void thePreventionFormsCarryTheirSubTables() {
    var unit = sample("prevention-plan-and-basic").read();

    assertEquals(List.of("介護予防サービス・支援計画書", "利用者基本情報"), titles(unit));
    var basic = form(unit, "利用者基本情報");
    assertEquals("電話", text(basic, "相談方法"));
    assertEquals("J2", text(basic, "障害高齢者の日常生活自立度"));
    assertEquals(
        List.of("緊急連絡先 1", "予防　次郎", "長男", "架空県見本市西町", "090-0000-0005"), row(grid(basic, 0), 0));
    assertEquals(List.of("7:30", "朝食", "長男と食べる"), row(grid(basic, 1), 1));
    assertEquals(
        List.of("R2年4月", "高血圧症", "見本医院　見本医師", "主治医・意見作成者", "099-000-0100", "治療中", "内服"),
        row(grid(basic, 2), 0));
    assertTrue(remarks(basic).contains("家族構成の画像は送られていません。"));
    var plan = form(unit, "介護予防サービス・支援計画書");
    assertEquals("毎日近所を歩く", text(plan, "目標とする生活（1日）"));
    assertEquals(List.of("運動・移動", "おおむね自分でできる", "続けたい", "無", ""), row(grid(plan, 0), 0));
    assertEquals("1. 外出が減っている", row(grid(plan, 1), 0).getFirst());
    assertEquals(2, grid(plan, 1).bodyRows().getFirst().getFirst().rows());
    assertEquals(List.of("2. 地域の集い", "見本公民館", "６か月"), row(grid(plan, 1), 1));
    assertEquals("不要", row(grid(plan, 2), 1).get(1));
  }

  @Test
  void thePictureOfTheFamilyBelongsToThePersonWhoseRecordNamesIt() {
    String image = "UPKIHON_IMAGE_9900000066_46_99A0000077_A2_20260416090000_0001.jpg";
    var unit =
        sample("prevention-plan-and-basic")
            .set("UPKIHON", 62, image.replace(".jpg", ".JPG"))
            .file(image, new byte[] {1, 2, 3})
            .read();

    var picture =
        form(unit, "利用者基本情報").blocks().stream()
            .filter(Picture.class::isInstance)
            .map(Picture.class::cast)
            .findFirst()
            .orElseThrow();
    var person = unit.people().getFirst();

    assertEquals(1, picture.position());
    assertEquals(image, unit.picture(person, 1).orElseThrow().name());
    assertTrue(unit.picture(person, 0).isEmpty());
    assertTrue(unit.picture(person, 2).isEmpty());
  }

  @Test
  void aDeletionTellsWhatItDeletes() {
    var form = form(sample("delete-form-6").read(), "サービス利用票（予定）の削除");

    assertEquals("2026年6月（令和8年）", text(form, "削除する対象年月"));
    assertTrue(remarks(form).contains("サービス利用票（第6表）と別表（第7表）を削除"));
  }

  @Test
  void aPartThatWasNotSentIsToldInWords() {
    var unit = sample("plan-forms-1-2-3").without("UP3KYO").read();

    assertTrue(remarks(form(unit, "週間サービス計画表")).contains("この送信に入っていません"));
  }

  @Test
  void whatCannotBeReadIsShownAsItStandsAndMarked() {
    var bundle = sample("use-forms-6-7").set("UPHOSOKU", 7, "8").set("UPHOSOKU", 8, "19380231");

    var form = form(bundle.read(), "利用者補足情報");

    assertEquals("8", text(form, "性別"));
    assertFalse(fact(form, "性別").readable());
    assertEquals("19380231", text(form, "生年月日"));
    assertFalse(fact(form, "生年月日").readable());
    assertTrue(fact(form, "要介護状態区分").readable());
  }

  @Test
  void aRowThatIsCutShortIsShownAsFarAsItGoes() {
    var bundle =
        sample("use-forms-6-7").edit("UPHOSOKU", text -> text.substring(0, text.indexOf(",1938")));

    var unit = bundle.read();

    assertEquals("架空　太郎", unit.people().getFirst().name());
    assertEquals(List.of(bundle.name("UPHOSOKU")), unit.broken());
    assertEquals("", text(form(unit, "利用者補足情報"), "生年月日"));
  }

  /** Each column with a text that no format allows: nothing of it may stay unseen. */
  @ParameterizedTest
  @CsvSource({
    "plan-forms-1-2-3, UP1KYO, 28",
    "plan-forms-1-2-3, UP2KYO, 22",
    "plan-forms-1-2-3, UP3KYO, 13",
    "plan-forms-1-2-3, UPHOSOKU, 63",
    "use-forms-6-7, UPPLAN, 25",
    "use-forms-6-7, UPSIKYU, 37",
    "result, UPJSK, 25",
    "delete-form-6, DLTPLAN, 4",
    "prevention-plan-and-basic, UPKIHON, 71",
    "prevention-plan-and-basic, UPKIHON_SUB1, 7",
    "prevention-plan-and-basic, UPKIHON_SUB2, 11",
    "prevention-plan-and-basic, UPYOBO, 57",
    "prevention-plan-and-basic, UPYOBO_SUB, 17",
  })
  void nothingThatWasSentStaysUnseen(String folder, String type, int columns) {
    int identifier =
        List.of("UP1KYO", "UP2KYO", "UPHOSOKU", "UPPLAN", "UPSIKYU", "UPJSK").contains(type)
            ? (type.equals("UPHOSOKU") ? 62 : columns)
            : 0;
    for (int column = 4; column <= columns; column++) {
      String odd = "値" + type + column;
      var unit = sample(folder).set(type, column, odd).read();

      String all =
          unit.people().stream()
              .flatMap(it -> unit.forms(it).stream())
              .map(SentBundle::everything)
              .collect(Collectors.joining("\n"));

      assertEquals(column != identifier, all.contains(odd), type + " No." + column);
    }
  }

  @Test
  void columnsWithoutAPlaceOnTheFormStandAtItsEnd() {
    var form = form(sample("use-forms-6-7").read(), "サービス利用票（予定）");

    var rest = (Facts) form.blocks().getLast();

    assertEquals("そのほかの項目", rest.title());
    assertEquals("更新業者コード", rest.facts().getFirst().label());
  }

  @Test
  void theResultLiesUnderThePlanOfItsOffice() {
    var plan = sample("use-forms-6-7").read();
    var result =
        sample("result")
            .edit("UPJSK", text -> text.replaceFirst("20260602,,0930,1030", "20260603,,0930,1030"))
            .edit("UPJSK", text -> text.replaceFirst("20260609,,0930,1030", "20260609,,1400,1500"))
            .read();

    var form = result.compared(result.people().getFirst(), plan).orElseThrow();

    assertEquals("サービス利用票（予定と実績）", form.title());
    assertTrue(remarks(form).contains("予定だけ 1回、実績だけ 1回、時刻だけの違い 1回"), remarks(form));
    var table = grid(form, 0);
    assertEquals(4, table.bodyRows().size(), "the services of other offices are left out");
    assertEquals("5", row(table, 0).getLast());
    assertEquals("4", row(table, 1).getLast());
    assertTrue(table.bodyRows().get(0).get(4 + 1).marks().contains(Mark.DIFFERENT));
    assertFalse(table.bodyRows().get(0).get(4 + 15).marks().contains(Mark.DIFFERENT));
  }

  @Test
  void thePeopleOfAResultAreCalledAsInThePlanAndOthersByTheirNumber() {
    var plan = sample("use-forms-6-7").read();
    var result = sample("result").people(2).read();

    var named = plan.naming(result.people());

    assertEquals(plan.people().getFirst().called(), named.getFirst().called());
    assertEquals(plan.people().getFirst().kanaName(), named.getFirst().kanaName());
    assertEquals(result.people().getFirst().contents(), named.getFirst().contents());
    assertTrue(named.get(1).called().startsWith("被保険者番号 "), named.get(1).called());
  }

  @Test
  void twoVersionsOfAPlanShowWhatCameAndWent() {
    var before = sample("use-forms-6-7").read();
    var after =
        sample("use-forms-6-7")
            .edit("UPPLAN", text -> text.replace(",1000,1600,1,151241", ",1000,1600,1,151242"))
            .edit("UPPLAN", text -> text.replaceFirst("20260602", "20260603"))
            .read();

    var form = after.since(after.people().getFirst(), before).getFirst();

    var table = grid(form, 0);
    assertTrue(remarks(form).startsWith("前回との違い: 減った回数 5、増えた回数 5、時刻だけの変更 0"), remarks(form));
    assertTrue(row(table, 2).get(1).startsWith("－なくなりました"));
    assertTrue(row(table, 4).get(1).startsWith("＋追加"));
    assertTrue(table.bodyRows().get(4).getFirst().marks().contains(Mark.ADDED));
  }

  @Test
  void whoIsNotInTheOtherUnitIsNotCompared() {
    var unit = sample("use-forms-6-7").people(2).read();

    assertTrue(unit.compared(unit.people().get(1), sample("use-forms-6-7").read()).isEmpty());
  }

  @Test
  void whatChangedBesideTheCalendarIsToldFieldByField() {
    var before = sample("use-forms-6-7").read();
    var after =
        sample("use-forms-6-7")
            .edit("UPHOSOKU", text -> text.replace("999-0001", "999-0002"))
            .read();

    var forms = after.since(after.people().getFirst(), before);

    assertEquals("前回から変わった項目", forms.getLast().title());
    assertEquals(
        List.of("利用者補足情報", "利用者郵便番号", "999-0001", "999-0002"), row(grid(forms.getLast(), 0), 0));
  }

  @Test
  void twoVersionsOfAResultShowWhatCameAndWent() {
    var before = sample("result").read();
    var after =
        sample("result").edit("UPJSK", text -> text.replaceFirst("20260602", "20260603")).read();

    var forms = after.since(after.people().getFirst(), before);

    assertEquals(1, forms.size());
    assertTrue(remarks(forms.getFirst()).startsWith("前回との違い: 減った回数 1、増えた回数 1"));
  }
}
