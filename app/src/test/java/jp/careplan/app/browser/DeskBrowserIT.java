package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operators' desk as they use it. */
@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class DeskBrowserIT {
  private final House house;
  private final Visitors visitors;

  DeskBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  private Visitor enter(String roles) {
    return visitors.come(house).enterDesk(roles);
  }

  /** Opens what is behind a summary, gives a reason, ticks and presses. */
  private static void act(Visitor visitor, String form, String reason) {
    Locator box = visitor.at("details#act-" + form);
    box.locator("summary").click();
    box.locator("textarea").fill(reason);
    box.locator("input[name=sure]").check();
    visitor.at("#" + form + "-go").click();
  }

  private Visitor office(String roles, String number) {
    Visitor visitor = enter(roles);
    visitor.open("/desk/office?number=" + number);
    return visitor;
  }

  private long trail(String action, String reason) {
    return house.count(
        "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = ? AND reason = ?", action, reason);
  }

  private String newOffice(String number, String name) {
    house.update(
        "INSERT INTO application_office (number, name, service_kinds, status, version)"
            + " VALUES (?, ?, '11', 'ACTIVE', 1)",
        number,
        name);
    return number;
  }

  @Test
  void anOperatorSetsUpAndSignsInWithACode() {
    String id = DeskClient.newId();
    var visitor = visitors.come(house);
    visitor.open(DeskClient.wayFor(house.node(), id, "OPERATOR", ""));
    assertThat(visitor.at("img.qr")).isVisible();
    assertEquals(true, visitor.at("img.qr").evaluate("it => it.naturalWidth > 0"));
    byte[] key = DeskClient.key(visitor.page().content());

    visitor.at("#wanted").fill(DeskClient.PASSWORD);
    visitor.at("#again").fill(DeskClient.PASSWORD);
    visitor.at("#code").fill(DeskClient.code(key, 0));
    visitor.press("この内容で決める");
    assertThat(visitor.at("#recovery-codes li")).hasCount(10);
    visitor.link("しまったので、次へ").click();
    visitor.press("ログアウト");
    assertThat(visitor.main()).containsText("ログアウトしました");
    visitor.page().getByLabel("運用管理者のID").fill(id);
    visitor.page().getByLabel("パスワード").fill(DeskClient.PASSWORD);
    visitor.page().getByLabel("確認コード").fill(DeskClient.code(key, 1));
    visitor.press("ログインする");

    assertThat(visitor.page()).hasURL(Pattern.compile("/desk/home$"));
    assertThat(visitor.at(".frame-who")).containsText(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {CARE_MANAGER, "KJ99" + CARE_MANAGER, "架空ケアプラン", "架空ｹｱﾌﾟﾗﾝｾﾝﾀｰ", "９９７０００００１１"})
  void anOfficeIsFoundHoweverItIsTyped(String words) {
    var visitor = enter("HELPDESK");

    visitor.page().getByLabel("番号・KJ ID・名称・フリガナ・所在地").fill(words);
    visitor.press("さがす");
    visitor.link("架空ケアプランセンター").click();

    assertThat(visitor.at("h1")).hasText("架空ケアプランセンター");
    assertThat(visitor.main()).containsText("KJ99" + CARE_MANAGER);
  }

  @Test
  void whoOnlyLooksSeesAllAndChangesNothing() {
    Plans.sent(house);

    var visitor = office("HELPDESK", CARE_MANAGER);

    assertThat(visitor.at("#office-status")).containsText("利用中");
    assertThat(visitor.at("#licence-status")).containsText("有効");
    assertThat(visitor.at("#traffic tbody tr").first()).containsText("送った");
    assertThat(visitor.at("#trail tbody tr").first()).isVisible();
    assertThat(visitor.at("details.act")).hasCount(0);
    assertThat(visitor.at("#main")).not().containsText("見本ヘルパーステーション");
  }

  @Test
  void anOfficeIsSuspendedAndResumed() {
    var visitor = office("OPERATOR", newOffice("9970000301", "休止の見本"));

    act(visitor, "suspend", "電話での申し出 101");
    assertThat(visitor.at("#office-status")).containsText("休止中");
    act(visitor, "resume", "再開の申し出 101");

    assertThat(visitor.at("#office-status")).containsText("利用中");
    assertThat(visitor.at("#trail")).containsText("再開の申し出 101");
    assertEquals(1, trail("office-suspended", "電話での申し出 101"));
    assertEquals(1, trail("office-resumed", "再開の申し出 101"));
  }

  @Test
  void anOfficeIsClosedByTwo() {
    String number = newOffice("9970000302", "廃止の見本");
    var first = office("OPERATOR", number);
    act(first, "close", "廃業のため 102");
    assertThat(first.main()).containsText("廃止が提案されています");
    assertThat(first.at("#office-status")).containsText("利用中");
    first.open("/desk/approvals");
    Locator own = first.at("section.card").filter(new Locator.FilterOptions().setHasText(number));
    assertThat(own).containsText("自分の提案です");
    assertThat(own.getByText("この提案を承認する")).hasCount(0);

    var second = enter("OPERATOR");
    second.open("/desk/approvals");
    Locator card = second.at("section.card").filter(new Locator.FilterOptions().setHasText(number));
    card.locator("textarea").fill("届けを確かめた 102");
    card.locator("input[name=sure]").check();
    card.locator("input[value=この提案を承認する]").click();
    assertThat(second.at("#messages")).containsText("承認しました");

    second.open("/desk/office?number=" + number);
    assertThat(second.at("#office-status")).containsText("廃止");
    assertThat(second.at("#trail")).containsText("事業所の廃止");
    assertEquals(1, trail("close-office-approved", "届けを確かめた 102"));
  }

  @Test
  void aCertificateIsRevoked() {
    String number = newOffice("9970000303", "失効の見本");
    house.update(
        "INSERT INTO application_certificate (thumbprint, terminal_id, office, not_after, version)"
            + " VALUES (?, ?, ?, '2030-01-01 00:00:00', 1)",
        "ab".repeat(32),
        "00000000-0000-7000-8000-000000000103",
        number);
    var visitor = office("OPERATOR", number);

    act(visitor, "revoke", "盗難 103");

    assertThat(visitor.at("#certificates")).containsText("失効");
    assertThat(visitor.at("details#act-revoke")).hasCount(0);
    assertEquals(1, trail("certificate-revoked", "盗難 103"));
  }

  @Test
  void theSessionsOfAnOfficeAreEnded() {
    OfficeClient launcher = house.office(DAY_SERVICE);
    assertEquals(200, launcher.get("/sessions/current").statusCode());
    var visitor = office("OPERATOR", DAY_SERVICE);
    assertThat(visitor.at("#office-sessions")).containsText("連携クライアント");

    act(visitor, "end-sessions", "調査のため");

    assertThat(visitor.main()).containsText("いまログインしている人はいません");
    assertEquals(401, launcher.get("/sessions/current").statusCode());
  }

  @Test
  void aLicenceIsSuspendedResumedAndItsRenewalSwitched() {
    var visitor = office("BILLING", SECOND_CARE_MANAGER);
    assertThat(visitor.at("details#act-suspend")).hasCount(0);

    act(visitor, "licence-suspend", "未払い");
    assertThat(visitor.at("#licence-status")).containsText("止めています");
    act(visitor, "licence-resume", "入金");
    assertThat(visitor.at("#licence-status")).containsText("有効");
    act(visitor, "licence-off", "申し出");
    assertThat(visitor.at("#licence-renewal")).containsText("しません");
    act(visitor, "licence-on", "申し出");
    assertThat(visitor.at("#licence-renewal")).containsText("します");
    act(visitor, "licence-renew", "早すぎる更新");

    assertThat(visitor.at("#messages")).containsText("LI-104");
  }

  @Test
  void aFeeIsDecidedAndStaysInTheHistory() {
    var visitor = enter("BILLING");
    visitor.open("/desk/fees");
    visitor.at("details#act-decide summary").click();
    visitor.at("#decide-day").fill("2031-04-01");
    visitor.at("#decide-yen").fill("１２，３４５");
    visitor.at("#decide-reason").fill("見本の改定");
    visitor.at("#decide input[name=sure]").check();
    visitor.at("#decide-go").click();

    assertThat(visitor.at("#fees")).containsText("12,345円");
    assertThat(visitor.at("#fees")).containsText("operator-");
    assertEquals(1, trail("fee-decided", "見本の改定"));
  }

  @Test
  void theTrailIsFilteredAndSaved() {
    office("OPERATOR", newOffice("9970000304", "証跡の見本"));
    var visitor = office("OPERATOR,AUDITOR", "9970000304");
    act(visitor, "suspend", "=証跡の理由");
    visitor.open("/desk/trail");
    visitor.page().getByLabel("事業所番号").fill("9970000304");
    visitor.page().getByLabel("何を").selectOption("office-suspended");
    visitor.press("絞り込む");
    assertThat(visitor.at("#list tbody tr")).hasCount(1);
    assertThat(visitor.at("#list tbody tr")).containsText("事業所の休止");

    String csv = new String(visitor.download(visitor.at("#export")), StandardCharsets.UTF_8);

    assertTrue(csv.contains("'=証跡の理由"), csv);
    assertEquals(2, csv.lines().count());
  }

  @Test
  void theLockOfTheDeskOpensWithTheOperatorsPassword() {
    var visitor = enter("OPERATOR");
    visitor.page().evaluate("() => fetch('/desk/session/lock', {method: 'POST'})");
    visitor.open("/desk/offices?q=99");
    assertThat(visitor.at("h1")).hasText("画面をロックしています");

    visitor.page().getByLabel("パスワード").first().fill(DeskClient.PASSWORD);
    visitor.at("#locked-go").click();

    assertThat(visitor.page()).hasURL(Pattern.compile("/desk/offices\\?q=99$"));
  }

  @Test
  void anOperatorAddsAnother() {
    var visitor = enter("OPERATOR");
    visitor.open("/desk/operators");
    visitor.at("details#act-add summary").click();
    String id = DeskClient.newId();
    visitor.at("#add-id").fill(id);
    visitor.page().locator("#add-roles").getByLabel("監査").check();
    visitor.at("#add-prefectures").fill("99");
    visitor.at("#add-reason").fill("新しい担当");
    visitor.at("#add input[name=sure]").check();
    visitor.at("#add-go").click();

    assertThat(visitor.at("#set-up-link")).containsText("/desk/set-up?way=");
    assertThat(visitor.at("#list")).containsText(id);
  }
}
