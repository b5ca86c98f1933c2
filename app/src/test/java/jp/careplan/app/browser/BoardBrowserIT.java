package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 今月の状況: who still owes whom what. */
@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class BoardBrowserIT {
  private static final String LINE = "#board-serving tbody tr";

  private final House house;
  private final Visitors visitors;

  BoardBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  private Visitor manager(String month) {
    var visitor = visitors.come(house).enter(SECOND_CARE_MANAGER);
    visitor.open("/office/home?month=" + month);
    return visitor;
  }

  @Test
  void whoIsAwaitedIsCountedFromTheSixthForm() {
    var units = new BoardUnits(house, "202701");
    units.plan(3);
    TransmissionId result = units.result(2);
    house.office(SECOND_CARE_MANAGER).post("/transmissions/" + result + "/receiving", "");

    var visitor = manager("202702");

    assertThat(visitor.at(LINE)).hasCount(1);
    assertThat(visitor.at(LINE)).containsText("見本ヘルパーステーション");
    assertThat(visitor.at(LINE)).containsText("● 2/3人 待っています");
    assertThat(visitor.at(LINE)).containsText("予定と違う 1人");
    visitor.link("差を見る").click();
    assertThat(visitor.at("#people tbody tr").first()).containsText("予定と違います");
    assertThat(visitor.at("#people tbody tr").last()).not().containsText("予定と違います");
  }

  @Test
  void theOtherSideSeesWhatItOwesAndWhatChanged() {
    var units = new BoardUnits(house, "202703");
    units.plan(3);
    units.correction();
    var visitor = visitors.come(house).enter(HELPERS);

    visitor.open("/office/home?month=202703");
    assertThat(visitor.at("#board-managers tbody tr")).containsText("変更 1人／3人");
    visitor.at("#month-after").click();

    assertThat(visitor.at("#board-managers tbody tr")).containsText("● 0/3人 送っていません");
  }

  @Test
  void oneClickAsksPolitelyOnceADay() {
    var units = new BoardUnits(house, "202705");
    units.plan(2);
    house.update(
        "INSERT INTO exchange_notice_order (id, office, user_id, mail, rhythm, told_number,"
            + " next_at, stop_code, version) VALUES (?, ?, 'KJ999970000022-99',"
            + " 'reminded@reminded.example', 'DAILY', 0, '2099-01-01', ?, 1)",
        TransmissionId.next().value(),
        HELPERS,
        "0123456789abcdef0123456789abcdef");
    house.update("DELETE FROM exchange_reminder");
    var visitor = manager("202706");

    visitor.at(LINE).locator("button[name=remind]").click();

    assertThat(visitor.at("#messages")).containsText("お願いを送りました");
    assertThat(visitor.at(LINE)).containsText("✓ きょう、お願いしました");
    assertThat(visitor.at(LINE).locator("button[name=remind]")).hasCount(0);
    String mail = house.mailTo("reminded.example", 0);
    assertTrue(mail.contains("見本居宅介護支援事業所"), mail);
    assertFalse(mail.contains("太郎"), mail);
    house.update("DELETE FROM exchange_notice_order WHERE user_id = 'KJ999970000022-99'");
    var asked = visitors.come(house).enter(HELPERS);
    assertThat(asked.at("#reminders")).containsText("2027年5月の実績のお願い");
    units.result(2);
    asked.open("/office/home?month=202706");
    assertThat(asked.at("#reminders")).hasCount(0);
  }

  @Test
  void whatIsSettledOtherwiseIsTickedAndTheTickTakenBack() {
    var units = new BoardUnits(house, "202707");
    units.plan(2);
    var visitor = manager("202708");

    visitor.at(LINE + " summary").click();
    visitor.button("残りは実績なし（入院など）").click();
    assertThat(visitor.at(LINE)).containsText("– 実績なし（");
    visitor.at(LINE + " summary").click();
    visitor.button("済の記入を取り消す").click();

    assertThat(visitor.at(LINE)).containsText("● 0/2人 待っています");
    visitor.at("#board-filter").click();
    assertThat(visitor.page()).hasURL(Pattern.compile("month=202708&missing=1$"));
    assertThat(visitor.at(LINE)).hasCount(1);
  }

  @Test
  void whoHadNoServiceIsTickedOneByOneAndTheTickTakenBack() {
    var units = new BoardUnits(house, "203101");
    units.plan(4);
    units.result(2);
    var visitor = manager("203102");
    assertThat(visitor.at(LINE)).containsText("● 2/4人 待っています");

    visitor.at(LINE).getByText("1人ずつ").click();
    assertThat(visitor.at("#awaited tbody tr")).hasCount(4);
    visitor.at("#awaited button[name=absent]").first().click();
    assertThat(visitor.at("#awaited-sum")).hasText("4人のうち、実績あり 2人、実績なし 1人、まだ 1人");
    units.correction();
    visitor.link("今月の状況へ戻る").click();

    assertThat(visitor.at(LINE)).containsText("● 2/3人 待っています");
    assertThat(visitor.at(LINE)).containsText("実績なし 1人");
    visitor.at(LINE).getByText("1人ずつ").click();
    visitor.at("#awaited button[name=present]").click();
    assertThat(visitor.at("#awaited-sum")).containsText("実績なし 0人");
  }

  @Test
  void theDayByWhichResultsAreWishedIsThePartners() {
    new BoardUnits(house, "202710").plan(1);
    var visitor = manager("202711");

    visitor.at(LINE + " summary").click();
    visitor.at(LINE + " select").selectOption("5");
    visitor.button("決める").click();

    assertThat(visitor.at(LINE)).containsText("5日まで");
  }

  @Test
  void aPlaceThatIsNotOnTheBoardIsNotWrittenOn() {
    new BoardUnits(house, "202712").plan(1);
    var visitor = manager("202801");
    long before = house.count("SELECT COUNT(*) FROM exchange_board_tick");
    visitor.at(LINE + " summary").click();
    var button = visitor.at(LINE + " button[name=tick]").first();

    button.evaluate(
        "(it, place) => it.value = place", "P;" + CARE_MANAGER + ";11;;RESULT;202712;none");
    button.click();

    assertThat(visitor.at("#messages")).containsText("EX-308");
    assertEquals(before, house.count("SELECT COUNT(*) FROM exchange_board_tick"));
  }
}
