package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.House.TEMPORARY_PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class EntranceBrowserIT {
  private final House house;
  private final Visitors visitors;

  EntranceBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  private String password() throws IOException {
    return OfficeClient.password(house.node());
  }

  private Visitor signIn(String userId, String password) {
    var visitor = visitors.come(house);
    visitor.open("/account/sign-in");
    visitor.page().getByLabel("ユーザID").fill(userId);
    visitor.page().getByLabel("パスワード").fill(password);
    visitor.at("#sign-in-go").click();
    return visitor;
  }

  @Test
  void theWayInNamesTheOfficeBeforeAnyoneIsIn() {
    var visitor = visitors.come(house);

    visitor.open(Visitor.handOff(house.office(CARE_MANAGER)));

    assertThat(visitor.at("#enter-office")).hasText("架空ケアプランセンター");
    assertThat(visitor.main()).containsText(CARE_MANAGER);
    assertThat(visitor.at("#sign-out")).hasCount(0);
  }

  @Test
  void theButtonOpensTheHomeOfTheOffice() {
    var visitor = visitors.come(house);
    visitor.open(Visitor.handOff(house.office(CARE_MANAGER)));

    visitor.press("この事業所で開く");

    assertThat(visitor.page()).hasURL(Pattern.compile("/office/home$"));
    assertThat(visitor.at("#who-office")).hasText("架空ケアプランセンター");
  }

  @Test
  void aUsedAddressTellsWhatToDo() {
    String address = Visitor.handOff(house.office(CARE_MANAGER));
    var first = visitors.come(house);
    first.open(address);
    first.press("この事業所で開く");
    assertThat(first.page()).hasURL(Pattern.compile("/office/home$"));
    var visitor = visitors.come(house);

    var answer = visitor.open(address);

    assertEquals(410, answer.status());
    assertThat(visitor.main()).containsText("この入り口は、もう使えません");
    assertThat(visitor.main()).containsText("「ブラウザーで開く」をもう一度押します。");
    assertThat(visitor.button("この事業所で開く")).hasCount(0);
  }

  @Test
  void anotherOfficeInTheSameBrowserIsAnnounced() {
    var visitor = visitors.come(house).enter(CARE_MANAGER);

    visitor.open(Visitor.handOff(house.office(HELPERS)));

    assertThat(visitor.main()).containsText("いま別の事業所を開いています");
  }

  @Test
  void anOfficePageWithoutASessionLeadsToTheExplanation() {
    var visitor = visitors.come(house);

    visitor.open("/office/inbox");

    assertThat(visitor.page()).hasURL(Pattern.compile("/way-in\\?reason=none$"));
    assertThat(visitor.main()).containsText("ログインが必要です");
    assertThat(visitor.main()).containsText("「ブラウザーで開く」を押します");
  }

  @Test
  void signingOutClosesTheOfficePages() {
    var visitor = visitors.come(house).enter(DAY_SERVICE);

    visitor.press("ログアウト");

    assertThat(visitor.main()).containsText("ログアウトしました");
    visitor.open("/office/home");
    assertThat(visitor.page()).hasURL(Pattern.compile("/way-in"));
  }

  @Test
  void aSessionThatIsOverSaysThatNothingIsLost() {
    OfficeClient launcher = house.office(DAY_SERVICE);
    var visitor = visitors.come(house).enter(launcher);
    launcher.delete("/sessions/current");

    visitor.open("/office/sent");

    assertThat(visitor.page()).hasURL(Pattern.compile("/way-in\\?reason=over$"));
    assertThat(visitor.main()).containsText("送ったものは失われていません。");
  }

  @Test
  void anIdThatBeginsWithHdIsRefusedWithTheKindThatIsAccepted() throws IOException {
    var visitor = signIn("HD99" + CARE_MANAGER, password());

    assertThat(visitor.at("#messages")).containsText("KJで始まるID");
    assertThat(visitor.at("#sign-out")).hasCount(0);
  }

  @Test
  void aWrongPasswordIsToldWithoutSayingWhichHalfIsWrong() {
    var visitor = signIn("KJ99" + SECOND_CARE_MANAGER, "not-the-password");

    assertThat(visitor.at("#messages")).containsText("ユーザIDまたはパスワードが違います");
    assertThat(visitor.page().getByLabel("ユーザID")).hasValue("KJ99" + SECOND_CARE_MANAGER);
  }

  @Test
  void throughTheDoorOfThePasswordNoPlanIsSeen() throws IOException {
    var visitor = signIn("KJ99" + SECOND_CARE_MANAGER, password());
    assertThat(visitor.page()).hasURL(Pattern.compile("/account/home$"));

    visitor.open("/office/inbox");

    assertThat(visitor.page()).hasURL(Pattern.compile("/way-in\\?reason=care$"));
    assertThat(visitor.main()).containsText("AP-112");
  }

  @Test
  void aTemporaryPasswordIsChangedBeforeItLetsAnyoneIn() throws IOException, SQLException {
    String hash = passwordHash();
    try {
      var visitor = signIn("KJ99" + TEMPORARY_PASSWORD, password());
      assertThat(visitor.page()).hasURL(Pattern.compile("/account/password$"));
      assertThat(visitor.at("#messages")).containsText("仮パスワード");

      visitor.page().getByLabel("ユーザID").fill("KJ99" + TEMPORARY_PASSWORD);
      visitor.page().getByLabel("今のパスワード（または仮パスワード）").fill(password());
      visitor.at("#wanted").fill("たのしい みほんの ことば 26");
      visitor.at("#again").fill("たのしい みほんの ことば 26");
      visitor.press("パスワードを変える");
      assertThat(visitor.at("#messages")).containsText("パスワードを変えました");
      visitor.page().getByLabel("ユーザID").fill("KJ99" + TEMPORARY_PASSWORD);
      visitor.page().getByLabel("パスワード").fill("たのしい みほんの ことば 26");
      visitor.at("#sign-in-go").click();

      assertThat(visitor.page()).hasURL(Pattern.compile("/account/home$"));
      assertThat(visitor.at("#who-office")).hasText("見本予防訪問サービス");
    } finally {
      house.update(
          "UPDATE application_account SET password_hash = ?, temporary = TRUE WHERE user_id = ?",
          hash,
          "KJ99" + TEMPORARY_PASSWORD);
    }
  }

  private String passwordHash() throws SQLException {
    try (var connection = house.database().connect();
        var statement =
            connection.prepareStatement(
                "SELECT password_hash FROM application_account WHERE user_id = ?")) {
      statement.setString(1, "KJ99" + TEMPORARY_PASSWORD);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Test
  void aPageThatDoesNotExistSaysSoAndLeadsOn() {
    var visitor = visitors.come(house);

    var answer = visitor.open("/no-such-page");

    assertEquals(404, answer.status());
    assertThat(visitor.at("h1")).hasText("このページは見つかりません");
    assertThat(visitor.at("a").first()).isVisible();
  }

  private static List<String> navigation(Visitor visitor) {
    return visitor.at(".frame-nav a").all().stream().map(it -> it.getAttribute("href")).toList();
  }

  @Test
  void aPageThatDoesNotExistOffersAStrangerNoOfficePage() {
    var visitor = visitors.come(house);

    visitor.open("/no-such-page");

    assertEquals(
        List.of("/", "/way-in", "/directory", "/account/sign-in", "/support"), navigation(visitor));
    assertThat(visitor.link("はじめの画面へ")).hasAttribute("href", "/");
  }

  @Test
  void aPageThatDoesNotExistOffersWhatThePasswordOpens() throws IOException {
    var visitor = signIn("KJ99" + SECOND_CARE_MANAGER, password());
    assertThat(visitor.page()).hasURL(Pattern.compile("/account/home$"));

    visitor.open("/no-such-page");

    assertEquals(List.of("/account/home", "/way-in?reason=care", "/support"), navigation(visitor));
    assertThat(visitor.link("はじめの画面へ")).hasAttribute("href", "/account/home");
  }

  @Test
  void aPageThatDoesNotExistOffersTheOfficeItsPages() {
    var visitor = visitors.come(house).enter(CARE_MANAGER);

    visitor.open("/office/no-such-page");

    assertEquals(
        List.of(
            "/office/home",
            "/office/send",
            "/office/inbox",
            "/office/sent",
            "/office/partners",
            "/account/home",
            "/support"),
        navigation(visitor));
  }

  @Test
  void theAccountTellsTheKindOfServiceByName() {
    var visitor = visitors.come(house).enter(CARE_MANAGER);

    visitor.open("/account/home");

    assertThat(visitor.at("#kinds")).hasText("居宅介護支援（43）");
  }

  /** Sits before a page with a half-typed filter, on a clock that the test moves. */
  private Visitor typing() {
    var visitor = visitors.come(house);
    visitor.page().clock().install();
    visitor.enter(CARE_MANAGER).open("/office/sent");
    visitor.page().getByLabel("相手の事業所番号").fill("99700");
    return visitor;
  }

  private static void pass(Visitor visitor, int minutes) {
    visitor.page().clock().runFor(Duration.ofMinutes(minutes).plusSeconds(6).toMillis());
  }

  @Test
  void theLockIsAnnouncedAndPutOff() {
    var visitor = typing();

    pass(visitor, 13);
    assertThat(visitor.at("#session-warning")).containsText("画面をロックします");
    visitor.press("このまま続ける");
    assertThat(visitor.at("#session-warning")).isHidden();
    pass(visitor, 12);

    assertThat(visitor.at("#session-lock")).isHidden();
    assertThat(visitor.page().getByLabel("相手の事業所番号")).hasValue("99700");
  }

  @Test
  void theLockWithinThePageOpensWithThePasswordAndKeepsWhatWasTyped() throws IOException {
    var visitor = typing();
    pass(visitor, 15);
    assertThat(visitor.at("#session-lock")).isVisible();
    visitor.page().keyboard().press("Escape");
    assertThat(visitor.at("#session-lock")).isVisible();

    visitor.at("#session-password").fill("not-the-password");
    visitor.press("ロックを外す");
    assertThat(visitor.at("#session-unlock-result")).containsText("違います");
    visitor.at("#session-password").fill(password());
    visitor.press("ロックを外す");

    assertThat(visitor.at("#session-lock")).isHidden();
    assertThat(visitor.page().getByLabel("相手の事業所番号")).hasValue("99700");
    visitor.press("絞り込む");
    assertThat(visitor.page()).hasURL(Pattern.compile("/office/sent\\?.*partner=99700"));
  }

  @Test
  void theLockAsksForThePasswordAndLeadsBackToThePage() throws IOException {
    var visitor = visitors.come(house).enter(CARE_MANAGER);
    visitor.page().evaluate("() => fetch('/session/lock', {method: 'POST'})");

    visitor.open("/office/sent?partner=" + HELPERS);
    assertThat(visitor.at("h1")).hasText("画面をロックしています");
    visitor.page().getByLabel("パスワード").first().fill(password());
    visitor.at("#locked-go").click();

    assertThat(visitor.page()).hasURL(Pattern.compile("/office/sent\\?partner=" + HELPERS + "$"));
  }
}
