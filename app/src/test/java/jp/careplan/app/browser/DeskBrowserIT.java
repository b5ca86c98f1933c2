package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import jp.careplan.app.house.Certificates;
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

  /** Written, tried, refused, mended, published, answered with, and taken back. */
  @Test
  void aRuleOfTheChatGoesFromTheDeskToThePortalAndBack() {
    Visitor editor = enter("EDITOR");
    editor.open("/desk/rules");
    long before = house.count("SELECT live FROM support_chat_revision");
    editor.at("#add").click();
    editor.at("#key").fill("sample-umbrella");
    editor.at("#label").fill("見本の傘");
    editor.at("#before").selectOption("greeting");
    editor.at("#patterns").fill("見本の傘");
    editor.at("#answer").fill("傘は**玄関**にあります。[案内](/support)を見てください。");
    editor.at("#choices").fill("あいさつへ > greeting");
    editor.at("#must").fill("パスワードを忘れました");
    editor.at("#mustNot").fill("見本の靴");
    editor.at("#save").click();
    assertThat(editor.at("#state")).hasText("✎ まだ公開していない");

    editor.at("#sentence").fill("見本の傘はどこ");
    editor.at("#try-go").click();
    assertThat(editor.at("#tried .rule-side").first()).containsText("合った型: 見本の傘");
    assertThat(editor.at("#tried .rule-side").last()).containsText("合う規則はありません");

    editor.open("/desk/rules");
    editor.at("#publish-go").click();
    assertThat(editor.at("#failures")).containsText("が先に答えます");
    editor.at("#failures a").first().click();
    editor.at("#must").fill("見本の傘はどこ");
    editor.at("#save").click();
    editor.open("/desk/rules");
    editor.at("#note").fill("傘を足しました");
    editor.at("#publish-go").click();
    assertThat(editor.at("#messages")).containsText("版を公開しました");
    assertThat(editor.at("#version-list tbody tr").first()).containsText("傘を足しました");

    Visitor anyone = visitors.come(house);
    anyone.open("/support/chat");
    Locator answer = anyone.at("#latest");
    for (int i = 0; i < 20 && !answer.innerText().contains("玄関"); i++) {
      anyone.page().waitForTimeout(500);
      anyone.at("#say").fill("見本の傘はどこ");
      anyone.at("#say-go").click();
      anyone.page().waitForURL("**/support/chat#latest");
    }
    assertThat(answer.locator("strong")).hasText("玄関");
    assertThat(answer.locator("a[href='/support']")).hasText("案内");
    assertThat(anyone.button("あいさつへ")).isVisible();

    editor.open("/desk/rule-version?number=" + before);
    editor.at("#roll-back input[name=sure]").check();
    editor.at("#roll-back-go").click();
    assertThat(editor.at("#version-note")).containsText("もう一度公開");
    assertEquals(before + 2, house.count("SELECT live FROM support_chat_revision"));
    editor.open("/desk/rule?name=sample-umbrella");
    editor.at("#rule input[name=sure]").check();
    editor.at("#remove").click();
    assertThat(editor.at("#difference")).hasText("公開中の規則と同じです。");
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
    assertThat(visitor.at("#messages")).containsText("AP-452");
    visitor.at("details#act-revoke summary").click();
    visitor.at("#revoke-why").selectOption("KEY_COMPROMISE");
    visitor.at("#revoke-reason").fill("盗難 103");
    visitor.at("#revoke input[name=sure]").check();
    visitor.at("#revoke-go").click();

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

  private static final String HEADINGS = "ユーザID,事業所番号,事業所名,フリガナ,所在地,サービス種類,仮パスワード,セキュリティメール\r\n";

  private static String accountLine(String number) {
    return "KJ98%s,%s,見本の里,ミホンノサト,架空県見本市,11,Kari-4821-mihon,\r\n".formatted(number, number);
  }

  private static void layAccounts(Visitor visitor, String name, String content) {
    visitor
        .at("#file")
        .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    visitor.at("#file-go").click();
  }

  @Test
  void accountsAreTakenOverFromAFileAndTheVanishedAreClosedAfterAQuestion() {
    var visitor = enter("OPERATOR");
    visitor.open("/desk/home");
    visitor.link("アカウントの取り込み（CSV）").click();
    visitor.at("#file-go").click();
    assertThat(visitor.at("#upload-trouble")).containsText("ファイルが選ばれていません");

    layAccounts(visitor, "誤り.csv", HEADINGS + "KJ98,9999000401,見本,,,11,Kari-4821-mihon,\r\n");
    Locator finding = visitor.at("#findings tbody tr").first();
    assertThat(finding).containsText("誤り.csv");
    assertThat(finding).containsText("2行目");
    assertThat(finding).containsText("AI-201");
    assertThat(visitor.at("#apply")).hasCount(0);

    layAccounts(
        visitor, "一回目.csv", HEADINGS + accountLine("9999000401") + accountLine("9999000402"));
    assertThat(visitor.at("#counts")).containsText("2件");
    visitor.at("#apply-reason").fill("見本の取り込み 201");
    visitor.at("#apply input[name=sure]").check();
    visitor.at("#apply-go").click();
    assertThat(visitor.at("#applied")).containsText("終わりました");
    assertEquals(1, trail("account-file-applied", "見本の取り込み 201"));

    layAccounts(visitor, "二回目.csv", HEADINGS + accountLine("9999000401"));
    visitor.at("#apply-closing").check();
    visitor.at("#apply-reason").fill("見本の取り込み 202");
    visitor.at("#apply input[name=sure]").check();
    visitor.at("#apply-go").click();
    assertThat(visitor.at("#question")).containsText("1件のアカウントを閉じます");
    visitor.at("#question input[name=close-sure]").check();
    visitor.at("#apply input[name=sure]").check();
    visitor.at("#apply-go").click();

    assertThat(visitor.at("#applied")).containsText("終わりました");
    assertThat(visitor.at("#counts")).containsText("閉じた");
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM application_account WHERE user_id = ? AND closed_at IS NOT NULL",
            "KJ989999000402"));
  }

  private String waitingApplication(String id, String office, String former) {
    house.update(
        "INSERT INTO application_usage_application (id, office, kind, status, place, partner_asked,"
            + " care_software, entrusted_only, name, kana_name, address, mail, service_kinds,"
            + " former_number, terms_edition, drafted_at, submitted_at, submitted_by,"
            + " review_rules, decided_by, reason, version) VALUES (?, ?, 'INITIAL', 'IN_REVIEW', ?,"
            + " TRUE, '見本ソフト', FALSE, '審査の見本', 'シンサノミホン', '架空県見本市1-1', '', '11', ?, 1,"
            + " '2026-01-05 00:00:00', '2026-01-05 00:00:00', ?, 'FORMER_NUMBER', '', '', 1)",
        id,
        office,
        office + " open",
        former,
        "KJ99" + office);
    return id;
  }

  @Test
  void anApplicationIsFoundReadAndSentBack() {
    String number = newOffice("9970000311", "前の名称");
    String id = waitingApplication("20260105-ABCDEFGH", number, "9970000011");
    var visitor = enter("OPERATOR");
    visitor.open("/desk/home");
    assertThat(visitor.at("#to-review")).not().hasText("0");
    visitor.open("/desk/applications?prefecture=13");
    assertThat(visitor.main()).containsText("審査を待つ申請はありません");
    visitor.open("/desk/applications?kind=INITIAL&prefecture=99&until=2026-01-05");
    visitor.at("#list a[href$='" + id + "']").click();
    assertThat(visitor.at("#changes")).containsText("前の名称");
    assertThat(visitor.at("#changes")).containsText("● 変わる");
    assertThat(visitor.at("#numbers")).containsText("架空ケアプランセンター");

    act(visitor, "send-back", "前の番号を確かめてください 203");

    assertThat(visitor.at("#messages")).containsText("差し戻しました");
    assertEquals(1, trail("application-sent-back", "前の番号を確かめてください 203"));
    visitor.open("/desk/application?id=" + id);
    assertThat(visitor.at("#status")).containsText("差戻し");
    assertThat(visitor.at("details.act")).hasCount(0);
  }

  @Test
  void anApplicationIsApprovedWithANote() {
    String number = newOffice("9970000312", "承認の見本");
    String id = waitingApplication("20260105-BCDEFGHJ", number, "");
    var visitor = enter("OPERATOR");
    visitor.open("/desk/application?id=" + id);

    act(visitor, "approve", "電話で確かめた 204");

    assertThat(visitor.at("#messages")).containsText("承認しました");
    assertEquals(1, trail("application-completed", "電話で確かめた 204"));
  }

  @Test
  void aRequestForAnIdIsOpenedAnsweredAndPrinted() {
    var asking = visitors.come(house);
    asking.open("/account/id-request");
    asking.at("#office-number").fill(CARE_MANAGER);
    asking.at("#office-name").fill("ちがう名前の事業所");
    asking.at("#address").fill("架空県見本市");
    asking.at("#contact-name").fill("見本 花子");
    asking.at("#phone").fill("03-0000-0000");
    asking.at("#mail").fill("ask-205@example.jp");
    asking.press("申し込む");
    assertThat(asking.at("#messages")).containsText("受け付けました");
    var visitor = enter("OPERATOR");
    visitor.open("/desk/id-requests?prefecture=99");
    assertThat(visitor.at("#list")).not().containsText("花子");
    visitor.at("#list tbody a").last().click();
    assertThat(visitor.at("#contact")).containsText("見本 花子");
    assertThat(visitor.main()).containsText("登録と違います");
    visitor.at("details#act-answer summary").click();
    assertThat(visitor.at("#answer-letter")).hasValue(Pattern.compile("KJ99" + CARE_MANAGER));
    visitor.at("#answer-letter").fill(" ");
    visitor.at("#answer input[name=sure]").check();
    visitor.at("#answer-go").click();
    assertThat(visitor.at("#messages")).containsText("AP-224");
    visitor.at("details#act-answer summary").click();
    visitor.at("#answer-letter").fill("ユーザIDは KJ99" + CARE_MANAGER + " です。");
    visitor.at("#answer input[name=sure]").check();
    visitor.at("#answer-go").click();

    assertThat(visitor.at("#status")).containsText("回答しました");
    assertThat(visitor.at("#letter")).containsText("KJ99" + CARE_MANAGER);
    assertPdf(visitor.download(visitor.at("#letter-pdf")));
  }

  private static void assertPdf(byte[] content) {
    assertEquals("%PDF", new String(content, 0, 4, StandardCharsets.ISO_8859_1));
    assertTrue(content.length > 5000, "a letter with its font");
  }

  @Test
  void aLetterWithANewTemporaryPasswordIsHandedOutOnce() {
    var visitor = office("OPERATOR", House.SUPPORT_CENTER);

    act(visitor, "issue", "電話での申し出 206");

    assertThat(visitor.at("#letter")).containsText("証明書発行用パスワードを発行しました");
    assertEquals(1, trail("issue-password-set", "電話での申し出 206"));
    assertPdf(visitor.download(visitor.at("#letter-pdf")));
    visitor.open("/desk/letter");
    assertThat(visitor.main()).containsText("AP-453");
    visitor.open("/desk/office?number=" + House.SUPPORT_CENTER);
    assertThat(visitor.at("#letter")).hasCount(0);
  }

  @Test
  void theListOfKokuhoRenIsKept() {
    var visitor = enter("OPERATOR");
    visitor.open("/desk/kokuho-ren");
    visitor.link("香川県国民健康保険団体連合会").click();
    visitor.at("#edit-name").fill(" ");
    visitor.at("#edit-phone").fill("０８７-000-0000");
    visitor.at("#edit-address").fill("架空の所在地");
    visitor.at("#edit-reason").fill("電話帳で確かめた 207");
    visitor.at("#edit input[name=sure]").check();
    visitor.at("#edit-go").click();
    assertThat(visitor.at("#messages")).containsText("AP-226");
    visitor.at("#edit-name").fill("香川県国民健康保険団体連合会");
    visitor.at("#edit input[name=sure]").check();
    visitor.at("#edit-go").click();

    assertThat(visitor.at("#list")).containsText("087-000-0000");
    assertEquals(1, trail("kokuho-ren-edited", "電話帳で確かめた 207"));
  }

  @Test
  void newTermsAreLookedAtProposedAndReadByTheSecond() {
    var first = enter("OPERATOR");
    first.open("/desk/terms");
    first.at("#write-text").fill("第1条 {operator}の見本の規約 208\n第2条 電話は{phone}");
    first.at("#write-from").fill("2020-01-01");
    first.at("#write-consent").fill("2031-04-30");
    first.at("#preview-go").click();
    assertThat(first.at("#messages")).containsText("AP-312");
    first.at("#write-from").fill("2031-04-01");
    first.at("#preview-go").click();
    assertThat(first.at("#preview")).containsText("センター（お試し）の見本の規約 208");
    first.at("#write-reason").fill("見本の改定 208");
    first.at("#write-go").click();
    assertThat(first.at("#messages")).containsText("まだ何もしていません");
    first.at("#write input[name=sure]").check();
    first.at("#write-go").click();
    assertThat(first.at("#messages")).containsText("提案しました");

    var second = enter("OPERATOR");
    second.open("/desk/approvals");
    Locator card =
        second.at("section.card").filter(new Locator.FilterOptions().setHasText("見本の改定 208"));
    card.getByText("提案の内容を読む").click();
    assertThat(second.at("#shown")).containsText("見本の規約 208");
    second.open("/desk/approvals");
    card.locator("textarea").fill("まだ早い 208");
    card.locator("input[name=sure]").check();
    card.locator("input[value=この提案を却下する]").click();

    assertThat(second.at("#messages")).containsText("却下しました");
    assertEquals(1, trail("publish-terms-rejected", "まだ早い 208"));
  }

  private static void change(Visitor visitor, String field, String value, String reason) {
    visitor.at(field).fill(value);
    visitor.at("#change-reason").fill(reason);
    visitor.at("#change input[name=sure]").check();
    visitor.at("#change-go").click();
  }

  @Test
  void theTelephoneUnderEachPageIsChangedAndChangedBack() {
    var visitor = enter("OPERATOR");
    visitor.open("/desk/settings");
    visitor.link("電話").click();
    String before = visitor.at("#present").textContent();

    change(visitor, "#value", "０３-9999-{phone}", "移転 209");
    assertThat(visitor.at("#messages")).containsText("KE-220");
    change(visitor, "#value", "03-9999-0209", "移転 209");

    assertThat(visitor.at("footer")).containsText("03-9999-0209");
    assertThat(visitor.at(".history")).containsText("移転 209");
    visitor.open("/way-in");
    assertThat(visitor.at("footer")).containsText("03-9999-0209");
    visitor.open("/desk/settings?key=operator.phone");
    Locator newest = visitor.at(".history").first();
    newest.locator("summary").click();
    newest.locator("textarea").fill("元に戻す 209");
    newest.locator("input[name=sure]").check();
    newest.getByText("この変更の前の値に戻す").click();

    assertThat(visitor.at("#present")).hasText(before);
    assertThat(visitor.at(".history")).hasCount(2);
    assertEquals(1, trail("setting-changed", "元に戻す 209"));
  }

  @Test
  void aMailKeepsWhatItIsWorthNothingWithout() {
    var visitor = enter("OPERATOR");
    visitor.open("/desk/settings?key=mail.password-reset.body");
    String before = visitor.at("#present").textContent();

    change(visitor, "#value-text", "アドレスのない文 210", "見本 210");
    assertThat(visitor.at("#messages")).containsText("{url}");
    change(visitor, "#value-text", "{name}さん {url}", "見本 210");

    assertThat(visitor.at("#messages")).containsText("{name}は使えません");
    assertThat(visitor.at("#present")).hasText(before);
    assertEquals(0, trail("setting-changed", "見本 210"));
  }

  @Test
  void anOperatorChangesThePasswordAndTheRecoveryCodes() {
    var visitor = enter("OPERATOR");
    visitor.open("/desk/me");
    visitor.at("#present").fill("not-the-password-at-all");
    visitor.at("#wanted").fill("あたらしい みほんの ことば 211");
    visitor.at("#again").fill("ちがう みほんの ことば 211");
    visitor.at("#password-go").click();
    assertThat(visitor.at("#messages")).containsText("2つの欄で違います");
    visitor.at("#present").fill("not-the-password-at-all");
    visitor.at("#wanted").fill("あたらしい みほんの ことば 211");
    visitor.at("#again").fill("あたらしい みほんの ことば 211");
    visitor.at("#password-go").click();
    assertThat(visitor.at("#messages")).containsText("AP-251");
    visitor.at("#present").fill(DeskClient.PASSWORD);
    visitor.at("#wanted").fill("あたらしい みほんの ことば 211");
    visitor.at("#again").fill("あたらしい みほんの ことば 211");
    visitor.at("#password-go").click();
    assertThat(visitor.at("#messages")).containsText("パスワードを変えました");

    visitor.at("#codes-password").fill("あたらしい みほんの ことば 211");
    visitor.at("#codes-go").click();

    assertThat(visitor.at("#recovery-codes li")).hasCount(10);
  }

  @Test
  void anAuthorityIsLookedAtProposedAndDecidedByTwo() {
    var first = enter("OPERATOR");
    first.open("/desk/trust");
    int before = first.at("#list tbody tr").count();
    first.at("details#act-add summary").click();
    first.at("#add-pem").fill("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
    first.at("#look-go").click();
    assertThat(first.at("#messages")).containsText("AP-455");
    first.at("details#act-add summary").click();
    first.at("#add-pem").fill(Certificates.newAuthority("Mihon Root 212"));
    first.at("#look-go").click();
    assertThat(first.at("#looked")).containsText("Mihon Root 212");
    first.at("#add-reason").fill("新しい認証局 212");
    first.at("#add input[name=sure]").check();
    first.at("#add-go").click();
    assertThat(first.at("#messages")).containsText("提案しました");
    assertThat(first.at("#list tbody tr")).hasCount(before);

    var second = enter("OPERATOR");
    second.open("/desk/approvals");
    Locator card =
        second.at("section.card").filter(new Locator.FilterOptions().setHasText("新しい認証局 212"));
    card.getByText("提案の内容を読む").click();
    assertThat(second.at("#proposed")).containsText("Mihon Root 212");
    second.open("/desk/approvals");
    card.locator("textarea").fill("指紋を電話で確かめた 212");
    card.locator("input[name=sure]").check();
    card.locator("input[value=この提案を承認する]").click();
    assertThat(second.at("#messages")).containsText("承認しました");
    second.open("/desk/trust");

    assertThat(second.at("#list")).containsText("再起動すると有効になります");
    assertThat(second.at("#restart")).isVisible();
    assertEquals(1, trail("trust-anchor-added", "新しい認証局 212"));
  }
}
