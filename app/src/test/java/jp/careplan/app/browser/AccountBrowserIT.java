package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An office looks after its own account; its people err once in each field. */
@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class AccountBrowserIT {
  private static final String OFFICE = House.SUPPORT_CENTER;
  private static final String USER = "KJ99" + OFFICE;
  private static final String CHOSEN = "mizu ringo tokei 26";
  private static final Pattern ADDRESS = Pattern.compile("(/account/new-password\\?code=\\S+)");

  private final House house;
  private final Visitors visitors;
  private String hash = "";

  AccountBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  @BeforeEach
  void rememberThePassword() throws SQLException {
    try (var connection = house.database().connect();
        var statement =
            connection.prepareStatement(
                "SELECT password_hash FROM application_account WHERE user_id = ?")) {
      statement.setString(1, USER);
      try (var row = statement.executeQuery()) {
        row.next();
        hash = row.getString(1);
      }
    }
  }

  @AfterEach
  void bringThePasswordBack() {
    house.update(
        "UPDATE application_account SET password_hash = ?, sealed_password = NULL,"
            + " temporary = FALSE, security_mail = '', imported_mail = '', resting_at = NULL"
            + " WHERE user_id = ?",
        hash,
        USER);
    house.update("DELETE FROM application_recovery_code WHERE user_id = ?", USER);
    house.update("DELETE FROM application_sign_in_failure");
    house.update("UPDATE application_office SET service_kinds = '46' WHERE number = ?", OFFICE);
    house.update("DELETE FROM application_staff_user WHERE account = ?", USER);
    house.update("DELETE FROM application_passkey WHERE user_id LIKE ?", USER + "%");
    house.update("DELETE FROM application_account WHERE user_id LIKE ?", USER + "-%");
  }

  private String password() throws IOException {
    return OfficeClient.password(house.node());
  }

  private Visitor signIn(String password) {
    return signIn(USER, password);
  }

  private Visitor signIn(String user, String password) {
    var visitor = visitors.come(house);
    visitor.open("/account/sign-in");
    visitor.at("#user-id").fill(user);
    visitor.at("#password").fill(password);
    visitor.at("#sign-in-go").click();
    assertThat(visitor.page()).hasURL(Pattern.compile("/account/home$"));
    return visitor;
  }

  private static void saysOnTop(Visitor visitor, String text) {
    assertThat(visitor.at("#messages")).containsText(text);
  }

  private static void focusAndType(Visitor visitor, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (i > 0) {
        visitor.page().keyboard().press("Tab");
      }
      visitor.page().keyboard().press("Control+A");
      visitor.page().keyboard().type(words[i]);
    }
  }

  /** Through the account's page, with a wrong address and a wrong password first. */
  private Visitor giveMail(String mail) throws IOException {
    Visitor visitor = signIn(password());
    visitor.link("セキュリティメール（パスワードを忘れたときの宛先）").click();
    visitor.at("#mail").fill("jimu.example.jp");
    visitor.at("#password").fill(password());
    visitor.press("アドレスを変える");
    saysOnTop(visitor, "AP-213");
    assertThat(visitor.at("#mail")).hasValue("jimu.example.jp");
    visitor.at("#mail").fill(mail);
    visitor.at("#password").fill("not-the-password");
    visitor.press("アドレスを変える");
    saysOnTop(visitor, "AP-106");
    visitor.at("#mail").fill(mail);
    visitor.at("#password").fill(password());
    visitor.press("アドレスを変える");
    saysOnTop(visitor, "セキュリティメールを変えました");
    assertThat(visitor.at("#present-mail")).hasText(mail);
    assertTrue(house.mailTo(mail, 0).contains("セキュリティメールが変わりました"));
    return visitor;
  }

  @Test
  void aForgottenPasswordIsSetAnewByMail() throws IOException {
    String mail = "forgot@example.jp";
    Visitor inside = giveMail(mail);
    int before = house.mailsTo(mail).size();
    var visitor = visitors.come(house);
    visitor.open("/account/sign-in");
    visitor.link("パスワードを忘れた方").click();
    visitor.at("#user-id").fill("KJ99");
    visitor.press("メールを送る");
    saysOnTop(visitor, "KE-104");
    visitor.at("#user-id").fill(USER.toLowerCase(java.util.Locale.ROOT));
    visitor.press("メールを送る");
    saysOnTop(visitor, "受け付けました");
    String words = visitor.at("#messages").innerText();

    Matcher address = ADDRESS.matcher(house.mailTo(mail, before));
    assertTrue(address.find());
    visitor.open(address.group(1));
    assertThat(visitor.at("#reset-user")).hasText(USER);
    enterTwice(visitor, "a-better-password", "a-bitter-password");
    saysOnTop(visitor, "2つの欄で違います");
    enterTwice(visitor, "careplan2026", "careplan2026");
    saysOnTop(visitor, "AP-114");
    enterTwice(visitor, CHOSEN, CHOSEN);
    saysOnTop(visitor, "パスワードを変えました");
    visitor.open(address.group(1));
    assertThat(visitor.main()).containsText("AP-212");

    assertTrue(house.mailTo(mail, before + 1).contains("パスワードが変わりました"));
    inside.open("/account/home");
    assertThat(inside.page()).hasURL(Pattern.compile("reason=over"));
    signIn(CHOSEN);
    var stranger = visitors.come(house);
    stranger.open("/account/reset");
    stranger.at("#user-id").fill("KJ999999999999");
    stranger.press("メールを送る");
    saysOnTop(stranger, "受け付けました");
    assertEquals(words, stranger.at("#messages").innerText());
    assertEquals(
        List.of(), visitor.complaints().stream().filter(it -> !it.contains("410")).toList());
  }

  private static void enterTwice(Visitor visitor, String first, String second) {
    visitor.at("#wanted").fill(first);
    visitor.at("#again").fill(second);
    visitor.press("パスワードを変える");
  }

  @Test
  void recoveryCodesAreShownOnceAndOneOfThemSetsANewPassword() throws IOException {
    Visitor visitor = signIn(password());
    visitor.link("回復コード（紙にしまっておくもの）").click();
    assertThat(visitor.at("#left")).containsText("いまありません");
    visitor.at("#password").fill("not-the-password");
    visitor.press("回復コードを作る");
    saysOnTop(visitor, "AP-106");
    visitor.at("#password").fill(password());
    visitor.press("回復コードを作る");
    assertThat(visitor.at("#codes code")).hasCount(10);
    String code = visitor.at("#codes code").first().innerText();
    visitor.open("/account/recovery-codes");
    assertThat(visitor.at("#codes")).hasCount(0);
    assertThat(visitor.at("#left")).containsText("あと10個");

    var lost = visitors.come(house);
    lost.open("/account/reset");
    lost.link("回復コードで決め直せます").click();
    recover(lost, "HD99" + OFFICE, code, CHOSEN, CHOSEN);
    saysOnTop(lost, "KE-105");
    recover(lost, USER, "AAAA-AAAA-AAAA-AAAA", CHOSEN, CHOSEN);
    saysOnTop(lost, "AP-216");
    recover(lost, USER, code, CHOSEN, "another one of these");
    saysOnTop(lost, "2つの欄で違います");
    recover(lost, USER, code, "password2026", "password2026");
    saysOnTop(lost, "AP-114");
    recover(lost, USER, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), CHOSEN, CHOSEN);
    saysOnTop(lost, "パスワードを変えました");

    signIn(CHOSEN).open("/account/recovery-codes");
    recoverAgain(code);
  }

  /** Ticks of the browser become the office's with the first sign-in. */
  @Test
  void whatANewcomerTickedIsTakenOverByItsOffice() throws IOException {
    String office = "9970000501";
    house.addOffice(office, "");
    var visitor = visitors.come(house);
    visitor.open("/");
    visitor.link("はじめての方へ").click();
    visitor.at("#step-partner input").check();
    visitor.at("#step-software input").check();
    visitor.at("#step-software input").uncheck();
    visitor.link("ブラウザーで自己診断をする").click();
    assertThat(visitor.at("#verdict")).containsText("このブラウザーで使えます");
    visitor.open("/start");
    assertThat(visitor.at("#step-partner input")).isChecked();
    assertThat(visitor.at("#step-computer input")).isChecked();
    assertThat(visitor.at("#step-software input")).not().isChecked();

    visitor.open("/account/sign-in");
    visitor.at("#user-id").fill("KJ99" + office);
    visitor.at("#password").fill(password());
    visitor.at("#sign-in-go").click();
    assertThat(visitor.at("#start-link")).isVisible();
    assertThat(visitor.page()).hasURL(Pattern.compile("/account/home$"));
    visitor.page().waitForFunction("() => localStorage.getItem('careplan-start') === null");
    visitor.link("続きを開く").click();

    assertThat(visitor.at("#progress")).hasText("7のうち3が終わっています。");
    assertThat(visitor.at("#step-partner")).containsText("✓ 済み");
    assertThat(visitor.at("#step-account")).containsText("✓ 済み");
    assertThat(visitor.at("#step-certificate")).containsText("– まだ");
    visitor.button("介護ソフトを確かめる: 終わった").click();
    assertThat(visitor.at("#progress")).hasText("7のうち4が終わっています。");
    visitor.button("やりとりする相手と話す: 印を外す").click();
    assertThat(visitor.at("#progress")).hasText("7のうち3が終わっています。");
    visitor.link("ブラウザーで自己診断をする").click();
    assertThat(visitor.at("#verdict")).containsText("手順の記録に残しました");
    visitor.link("手順の一覧へ戻る").click();
    assertThat(visitor.at("#step-computer")).containsText("ブラウザーの自己診断");
    assertEquals(List.of(), visitor.complaints());
  }

  @Test
  void theStepsCanBeReadWithoutScript() {
    var visitor = visitors.comeWithoutScript(house);
    visitor.open("/start");

    assertThat(visitor.at(".start > li")).hasCount(7);
    visitor.open("/diagnosis");
    assertThat(visitor.at("noscript p")).isVisible();
  }

  @Test
  void theFirstExchangeTicksItself() {
    Plans.sent(house);
    var visitor = visitors.come(house).enter(House.CARE_MANAGER);

    visitor.open("/account/start");

    assertThat(visitor.at("#step-first-exchange")).containsText("✓ 済み");
    assertThat(visitor.at("#step-first-exchange")).containsText("ログインを確かめました");
  }

  @Test
  void officesOfOneCorporationAreSeenOnOnePage() throws IOException {
    house.addOffice("9970000502", "");
    Visitor visitor = signIn(password());
    visitor.link("ほかの事業所の期限も、まとめて見る").click();
    linkTo(visitor, USER, password());
    saysOnTop(visitor, "AP-481");
    linkTo(visitor, "KJ999970000502", "not-the-password");
    saysOnTop(visitor, "AP-106");
    linkTo(visitor, "ＫＪ９９９９７００００５０２", password());
    saysOnTop(visitor, "事業所をつなぎました");
    assertThat(visitor.at("#offices tbody tr")).hasCount(2);
    String table = new String(visitor.download(visitor.at("#export")), StandardCharsets.UTF_8);
    assertTrue(table.contains("9970000502"), table);

    var other = visitors.come(house);
    other.open("/account/sign-in");
    other.at("#user-id").fill("KJ999970000502");
    other.at("#password").fill(password());
    other.at("#sign-in-go").click();
    other.open("/account/group");
    other.press("架空地域包括支援センター から見られないようにする");
    saysOnTop(other, "見られないようにしました");
    visitor.open("/account/group");
    assertThat(visitor.at("#offices tbody tr")).hasCount(1);
  }

  private static void linkTo(Visitor visitor, String user, String password) {
    visitor.at("#user-id").fill(user);
    visitor.at("#password").fill(password);
    visitor.press("この事業所をつなぐ");
  }

  @Test
  void aLostTerminalIsStoppedWithARecoveryCode() throws IOException {
    String office = "9970000503";
    String terminal = "00000000-0000-7000-8000-000000000503";
    house.addOffice(office, "");
    house.update(
        "INSERT INTO application_terminal (id, office, name, registered_at, version)"
            + " VALUES (?, ?, '受付のパソコン', '2026-01-01', 1)",
        terminal,
        office);
    house.update(
        "INSERT INTO application_certificate (thumbprint, terminal_id, office, not_after, version)"
            + " VALUES (?, ?, ?, '2099-01-01', 1)",
        "f".repeat(64),
        terminal,
        office);
    var inside = visitors.come(house);
    inside.open("/account/sign-in");
    inside.at("#user-id").fill("KJ99" + office);
    inside.at("#password").fill(password());
    inside.at("#sign-in-go").click();
    inside.open("/account/recovery-codes");
    inside.at("#password").fill(password());
    inside.press("回復コードを作る");
    String code = inside.at("#codes code").first().innerText();

    var visitor = visitors.come(house);
    visitor.open("/account/sign-in");
    visitor.link("端末をなくした・盗まれた方").click();
    visitor.at("#user-id").fill("KJ99" + office);
    visitor.at("#code").fill("AAAA-AAAA-AAAA-AAAA");
    visitor.press("端末の一覧を見る");
    saysOnTop(visitor, "AP-216");
    visitor.at("#code").fill(code);
    visitor.press("端末の一覧を見る");
    assertThat(visitor.main()).containsText("受付のパソコン");
    visitor.press("この端末を止める");
    saysOnTop(visitor, "端末を止めました");

    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM application_certificate WHERE terminal_id = ?"
                + " AND revoked_reason = 'KEY_COMPROMISE'",
            terminal));
    visitor.link("端末をなくした・盗まれた方").click();
    visitor.at("#user-id").fill("KJ99" + office);
    visitor.at("#code").fill(code);
    visitor.press("端末の一覧を見る");
    saysOnTop(visitor, "AP-216");
  }

  private static void recover(
      Visitor visitor, String user, String code, String wanted, String again) {
    visitor.at("#user-id").fill(user);
    visitor.at("#code").fill(code);
    visitor.at("#wanted").fill(wanted);
    visitor.at("#again").fill(again);
    visitor.press("パスワードを変える");
  }

  private void recoverAgain(String used) {
    var again = visitors.come(house);
    again.open("/account/recover");
    recover(again, USER, used, "yet another password", "yet another password");
    saysOnTop(again, "AP-216");
  }

  @Test
  void loginsAreSeenAndEnded() throws IOException {
    Visitor here = signIn(password());
    Visitor second = signIn(password());
    Visitor third = signIn(password());
    here.link("いまのログインを見る・終わらせる").click();
    assertThat(here.main()).containsText("（この画面）");
    int all = here.at("#list tbody tr").count();
    assertTrue(all >= 3);
    here.press("選んだログインを終わらせる");
    saysOnTop(here, "選ばれていません");

    here.at("input[name=chosen]").first().check();
    here.press("選んだログインを終わらせる");
    saysOnTop(here, "ログインを1つ終わらせました");
    assertThat(here.at("#list tbody tr")).hasCount(all - 1);
    here.press("ほかのログインをすべて終わらせる");

    saysOnTop(here, "ほかのログインをすべて終わらせました");
    assertThat(here.at("#list tbody tr")).hasCount(1);
    for (Visitor ended : List.of(second, third)) {
      ended.open("/account/home");
      assertThat(ended.page()).hasURL(Pattern.compile("reason=over"));
    }
  }

  private static void invite(Visitor visitor, String name, String mail, String role) {
    visitor.at("#name").fill(name);
    visitor.at("#mail").fill(mail);
    visitor.at("#role").selectOption(role);
    visitor.press("この職員を招待する");
  }

  private static void choose(Visitor visitor, String first, String second) {
    visitor.at("#wanted").fill(first);
    visitor.at("#again").fill(second);
    visitor.press("パスワードを決める");
  }

  @Test
  void whoIsInvitedByMailSeesWhatStaffMaySee() throws IOException {
    String mail = "staff-1@example.jp";
    Visitor administrator = signIn(password());
    administrator.link("職員を開く").click();
    assertThat(administrator.main()).containsText("職員はまだいません");
    invite(administrator, "　", mail, "USER");
    saysOnTop(administrator, "AP-403");
    invite(administrator, "見本 花子", "staff-1", "USER");
    saysOnTop(administrator, "AP-213");
    assertThat(administrator.at("#mail")).hasValue("staff-1");
    assertThat(administrator.at("#name")).hasValue("見本 花子");
    invite(administrator, "見本 花子", mail, "USER");
    saysOnTop(administrator, "招待のメールを送りました");
    assertThat(administrator.at("#list")).containsText("招待中");

    Matcher address = Pattern.compile("(/account/join\\?code=\\S+)").matcher(house.mailTo(mail, 0));
    assertTrue(address.find());
    var invited = visitors.come(house);
    invited.open(address.group(1));
    assertThat(invited.at("#join-user")).hasText(USER + "-01");
    choose(invited, CHOSEN, "another one of these");
    saysOnTop(invited, "2つの欄で違います");
    choose(invited, "careplan2026", "careplan2026");
    saysOnTop(invited, "AP-114");
    choose(invited, CHOSEN, CHOSEN);
    saysOnTop(invited, "パスワードを決めました");
    invited.open(address.group(1));
    assertThat(invited.at("#refusal")).containsText("AP-406");

    Visitor user = signIn(USER + "-01", CHOSEN);
    assertThat(user.at("#who-staff")).hasText("見本 花子（" + USER + "-01）");
    assertThat(user.at("#role")).hasText("一般");
    assertThat(user.at("#staff")).hasCount(0);
    user.open("/account/staff");
    assertThat(user.at("#not-administrator")).isVisible();
    assertEquals(List.of(), user.complaints());
  }

  @Test
  void whoIsInvitedOnPaperIsChangedAndRemoved() throws IOException {
    house.update("UPDATE application_office SET service_kinds = '43 46' WHERE number = ?", OFFICE);
    Visitor administrator = signIn(password());
    administrator.open("/account/staff");
    administrator.at("#kinds input[value='46']").check();
    invite(administrator, "見本 次郎", "", "USER");
    assertThat(administrator.at("#list")).containsText("（46）");
    String code = administrator.at("#paper-code").innerText();
    byte[] pdf = administrator.download(administrator.at("#paper-go"));
    assertEquals("%PDF", new String(pdf, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
    var invited = visitors.come(house);
    invited.open("/account/sign-in");
    invited.link("職員として招待された方").click();
    invited.at("#code").fill("ABCD-EFGH-JKLM-NPQR");
    invited.press("次へ");
    assertThat(invited.at("#refusal")).containsText("AP-406");
    invited.at("#code").fill(code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
    invited.press("次へ");
    choose(invited, CHOSEN, CHOSEN);
    saysOnTop(invited, "パスワードを決めました");
    Visitor user = signIn(USER + "-01", CHOSEN);

    administrator.open("/account/staff");
    administrator.link("見本 次郎 の内容を見る・変える").click();
    administrator.at("#mail").fill("staff-2");
    administrator.press("この内容に変える");
    saysOnTop(administrator, "AP-213");
    assertThat(administrator.at("#kinds input[value='46']")).isChecked();
    administrator.at("#mail").fill("");
    administrator.at("#role").selectOption("ADMINISTRATOR");
    administrator.press("この内容に変える");
    saysOnTop(administrator, "職員の内容を変えました");
    user.open("/account/home");
    assertThat(user.at("#role")).hasText("管理者");

    administrator.at("#resting summary").click();
    administrator.at("#rest-go").click();
    user.open("/account/staff");
    assertThat(user.at("#office-id")).containsText("休ませてあります");
    user.press("事業所のIDを使うことにする");
    saysOnTop(user, "使うことにしました");

    Visitor again = signIn(password());
    again.open("/account/staff-user?id=" + USER + "-01");
    again.at("#again-paper").click();
    assertThat(again.at("#paper-user")).hasText(USER + "-01");
    again.at("#remove").click();
    again.link("やめる").click();
    again.at("#remove").click();
    again.press("この職員を外す");
    assertThat(again.at("#removed")).containsText("証明書発行用パスワード");
    assertThat(again.at("#list")).containsText("外しました");
    user.open("/account/home");
    assertThat(user.page()).hasURL(Pattern.compile("reason=over"));
  }

  @Test
  void aPasskeyIsRegisteredUsedNamedAndTakenAway() throws IOException {
    Visitor visitor = visitors.come(house);
    visitor.giveDevice();
    visitor.enter(OFFICE).open("/account/home");
    visitor.link("パスキー（電話や2台目のパソコンから入る鍵）").click();
    assertThat(visitor.main()).containsText("登録したパスキーはまだありません");
    visitor.press("パスキーを登録する");
    assertThat(visitor.at("#passkey-result")).containsText("AP-424");
    visitor.at("#passkey-name").fill("訪問用の電話");
    visitor.press("パスキーを登録する");
    assertThat(visitor.at("#made")).isVisible();
    assertThat(visitor.at("#passkeys")).containsText("訪問用の電話");

    visitor.at("#sign-out").click();
    visitor.open("/account/sign-in");
    visitor.press("パスキーで入る");
    visitor.page().waitForURL("**/office/home");
    visitor.page().evaluate("() => fetch('/session/lock', {method: 'POST'})");
    visitor.page().clock().install();
    visitor.open("/account/passkeys");
    visitor.press("パスキーでロックを外す");
    assertThat(visitor.at("#elsewhere")).isVisible();
    visitor.page().clock().runFor(Duration.ofMinutes(15).plusSeconds(6).toMillis());
    assertThat(visitor.at("#session-lock")).isVisible();
    visitor.press("パスキーでロックを外す");
    assertThat(visitor.at("#session-lock")).isHidden();
    visitor.press("選んだパスキーの名前を変える");
    saysOnTop(visitor, "選ばれていません");
    visitor.at("input[name=chosen]").check();
    visitor.press("選んだパスキーの名前を変える");
    saysOnTop(visitor, "AP-424");
    visitor.at("input[name=chosen]").check();
    visitor.at("#new-name").fill("前の電話");
    visitor.press("選んだパスキーの名前を変える");
    assertThat(visitor.at("#passkeys")).containsText("前の電話");

    visitor.at("input[name=chosen]").check();
    visitor.press("選んだパスキーを取り消す");
    assertThat(visitor.page()).hasURL(Pattern.compile("reason=over"));
    visitor.open("/account/sign-in");
    visitor.press("パスキーで入る");
    assertThat(visitor.at("#passkey-result")).containsText("AP-421");
  }

  @Test
  void anOfficeWithoutItsIdAsksAndSeesHowItStands() {
    String mail = "lost-id@example.jp";
    var visitor = visitors.come(house);
    visitor.open("/account/sign-in");
    visitor.link("IDがない・わからない方").click();
    ask(visitor, "12345", "〒", "x", "y", "電話", "mail");
    saysOnTop(visitor, "AP-221");
    for (String field : List.of("事業所番号は10桁です。", "電話番号は", "メールアドレスは")) {
      saysOnTop(visitor, field);
    }
    assertThat(visitor.at("#office-name")).hasValue("〒");
    ask(visitor, "９９９９０００３０１", "<b>見本</b>の里", "架空県見本市", "見本 花子", "０３－００００－００００", mail);
    saysOnTop(visitor, "申し込みを受け付けました");
    assertFalse(visitor.page().url().contains("9999000301"));
    String number = visitor.at("#request-number").innerText();
    String code = visitor.at("#request-code").innerText();
    String text = house.mailTo(mail, 0);
    assertTrue(text.contains(number.replace("-", "")) && text.contains(code));
    assertFalse(text.contains("花子"));

    visitor.link("いまの状態を見る").click();
    look(visitor, "1234", code);
    saysOnTop(visitor, "AP-222");
    look(visitor, number, "ABCD");
    saysOnTop(visitor, "AP-222");
    look(visitor, number, code);
    assertThat(visitor.at("#request-state")).containsText("受け付けました");
    assertFalse(visitor.page().url().contains(code));
  }

  private static void look(Visitor visitor, String number, String code) {
    visitor.at("#number").fill(number);
    visitor.at("#code").fill(code);
    visitor.press("状態を見る");
  }

  private static void ask(Visitor visitor, String... values) {
    List<String> fields =
        List.of("office-number", "office-name", "address", "contact-name", "phone", "mail");
    for (int i = 0; i < fields.size(); i++) {
      visitor.at("#" + fields.get(i)).fill(values[i]);
    }
    visitor.press("申し込む");
  }

  @Test
  void aProgramThatFillsInEveryFieldLeavesNothing() {
    long before = house.count("SELECT COUNT(*) FROM application_id_request");
    var visitor = visitors.come(house);
    visitor.open("/account/id-request");
    visitor.page().evaluate("() => { document.getElementById('website').value = 'x'; }");

    ask(visitor, "9999000302", "見本の里", "架空県見本市", "見本 花子", "03-0000-0000", "bot@example.jp");

    saysOnTop(visitor, "受け付けました");
    assertEquals(before, house.count("SELECT COUNT(*) FROM application_id_request"));
  }

  @Test
  void theFormIsFilledInByTheKeyboardAlone() {
    var visitor = visitors.come(house);
    visitor.open("/account/id-request");
    visitor.at("#missing").focus();

    focusAndType(
        visitor, "", "9999000303", "見本の里", "架空県見本市", "見本 花子", "03-0000-0000", "keys@example.jp");
    visitor.page().keyboard().press("Tab");
    assertThat(visitor.at("#id-request-go")).isFocused();
    visitor.page().keyboard().press("Enter");

    saysOnTop(visitor, "申し込みを受け付けました");
  }

  @Test
  void namesFromTheClaimSystemAreShownAsTheyAre() throws IOException {
    String number = House.SUPPORT_CENTER;
    String name = "=<script>alert(1)</script>\"&";
    house.update("UPDATE application_office SET name = ? WHERE number = ?", name, number);
    try {
      Visitor visitor = signIn(password());

      assertThat(visitor.at("#who-office")).hasText(name);
      assertEquals(List.of(), visitor.complaints());
    } finally {
      house.update(
          "UPDATE application_office SET name = ? WHERE number = ?", "架空地域包括支援センター", number);
    }
  }

  @Test
  void theListOfKokuhoRenNamesAllPrefectures() {
    var visitor = visitors.come(house);

    visitor.open("/account/kokuho-ren");

    assertThat(visitor.at("#list tbody tr")).hasCount(47);
    assertThat(visitor.at("#list tbody tr").last()).containsText("沖縄県国民健康保険団体連合会");
  }
}
