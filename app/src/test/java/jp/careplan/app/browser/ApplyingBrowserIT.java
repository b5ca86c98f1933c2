package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 利用申請 as a person does it who errs on every field once; pictures in {@code target/screens}. */
@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class ApplyingBrowserIT {
  private static final Path SCREENS = Folders.project().resolve("app/target/screens");

  private final House house;
  private final Visitors visitors;

  ApplyingBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  private Visitor signIn(String office) throws IOException {
    return signIn(visitors.come(house), office);
  }

  private Visitor signIn(Visitor visitor, String office) throws IOException {
    visitor.open("/account/sign-in");
    visitor.page().getByLabel("ユーザID").fill("KJ99" + office);
    visitor.page().getByLabel("パスワード").fill(OfficeClient.password(house.node()));
    visitor.at("#sign-in-go").click();
    assertThat(visitor.at("#sign-out")).isVisible();
    return visitor;
  }

  private static void picture(Visitor visitor, String name) {
    for (int width : List.of(Visitor.WIDE, 360)) {
      visitor.page().setViewportSize(width, Visitor.HIGH);
      visitor
          .page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setPath(SCREENS.resolve(name + "-" + width + ".png"))
                  .setFullPage(true));
      assertEquals(
          true,
          visitor.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"),
          name + " is to be scrolled sideways at " + width);
    }
    visitor.page().setViewportSize(Visitor.WIDE, Visitor.HIGH);
  }

  private static String paper(Visitor visitor, String link, String name) throws IOException {
    byte[] pdf = visitor.download(visitor.at(link));
    Files.write(SCREENS.resolve(name + ".pdf"), pdf);
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private String office(String number) {
    house.addOffice(number, "");
    return number;
  }

  private Visitor premises(Visitor visitor) {
    visitor.open("/account/apply");
    visitor.page().getByLabel("確かめました").check();
    visitor.page().getByLabel("お使いの介護ソフト").fill("見本ソフト");
    visitor.press("次へ");
    assertThat(visitor.at("#description-go")).isVisible();
    return visitor;
  }

  private void terms(Visitor visitor) {
    visitor.at("#terms-text").evaluate("text => text.scrollTo(0, text.scrollHeight)");
    visitor.at("#agreed").check();
    visitor.press("次へ");
    assertThat(visitor.at("#submission-go")).isVisible();
  }

  private void applyWithMail(Visitor visitor) {
    premises(visitor);
    visitor.page().getByLabel("メールアドレス").fill("office@example.com");
    visitor.press("次へ");
    terms(visitor);
    visitor.press("この内容で申請する");
  }

  @Test
  void whoErrsOnEveryFieldIsLedThroughToTheEnd() throws Exception {
    String office = office("9999300001");
    var visitor = signIn(office);
    assertThat(visitor.at("#not-applied")).isVisible();
    picture(visitor, "account-not-applied");
    visitor.at("#apply").click();

    visitor.press("次へ");
    assertThat(visitor.at("#messages")).containsText("直すところが2つあります");
    assertThat(visitor.at("#partner-asked-error")).not().isEmpty();
    assertThat(visitor.at("#care-software-error")).not().isEmpty();
    picture(visitor, "apply-1-errors");
    premises(visitor);

    for (String label : List.of("事業所の名称", "フリガナ", "所在地")) {
      visitor.page().getByLabel(label).fill("");
    }
    visitor.page().getByLabel("メールアドレス").fill("no-address");
    visitor.page().getByLabel("訪問介護（11）").uncheck();
    visitor.page().getByLabel("前の事業所番号").fill("123");
    visitor.press("次へ");
    assertThat(visitor.at("#messages")).containsText("直すところが6つあります");
    assertThat(visitor.page().getByLabel("メールアドレス")).hasValue("no-address");
    picture(visitor, "apply-2-errors");
    visitor.page().getByLabel("事業所の名称").fill("見本の事業所");
    visitor.page().getByLabel("フリガナ").fill("みほんのジギョウショ");
    visitor.page().getByLabel("所在地").fill("架空県見本市例示町1-2-3");
    visitor.page().getByLabel("メールアドレス").fill("ｏｆｆｉｃｅ@example.com");
    visitor.page().getByLabel("訪問看護（13）", new Page.GetByLabelOptions().setExact(true)).check();
    visitor.page().getByLabel("前の事業所番号").fill("");
    visitor.press("次へ");

    assertThat(visitor.at("#agreed")).isDisabled();
    picture(visitor, "apply-3-terms");
    visitor.press("次へ");
    assertThat(visitor.at("#agreed-error")).not().isEmpty();
    terms(visitor);

    assertThat(visitor.at("#confirmation")).containsText("ミホンノジギョウショ");
    assertThat(visitor.at("#confirmation")).containsText("office@example.com");
    assertThat(visitor.at("#confirmation")).containsText("訪問看護（13）");
    picture(visitor, "apply-4-confirmation");
    visitor.press("この内容で申請する");

    assertThat(visitor.at("#completed")).containsText("利用申請が正常に完了しております");
    String number = visitor.at("#number").innerText();
    assertTrue(number.matches("[0-9]{8}-[A-Z0-9]{8}"), number);
    picture(visitor, "apply-5-completed");
    String text = paper(visitor, "#paper", "application");
    assertTrue(text.contains(number) && text.contains("見本の事業所"), text);
    visitor.open("/account/license");
    assertThat(visitor.at("#status")).hasText("✓ 無料期間");
    picture(visitor, "license");
    String certificate = paper(visitor, "#certificate", "license-certificate");
    assertTrue(certificate.contains("ライセンス証明書") && certificate.contains(office), certificate);
    assertEquals(List.of(), visitor.complaints());
  }

  @Test
  void whatIsTypedSurvivesALostLogin() throws Exception {
    String office = office("9999300002");
    var visitor = premises(signIn(office));
    visitor
        .page()
        .waitForResponse(
            Pattern.compile(".*/account/apply.*"),
            () -> {
              visitor.page().getByLabel("所在地").fill("途中まで書いた住所");
              visitor.page().getByLabel("メールアドレス").fill("kept@example.com");
              visitor.page().getByLabel("前の事業所番号").focus();
            });
    visitor.page().waitForTimeout(1500);
    house.update("DELETE FROM application_session WHERE office = ?", office);
    visitor.press("次へ");
    assertThat(visitor.page()).hasURL(Pattern.compile("/way-in"));

    signIn(visitor, office).open("/account/apply?step=2");

    assertThat(visitor.page().getByLabel("所在地")).hasValue("途中まで書いた住所");
    assertThat(visitor.page().getByLabel("メールアドレス")).hasValue("kept@example.com");
  }

  @Test
  void withoutScriptTheBoxAloneIsWanted() throws Exception {
    var visitor = signIn(visitors.comeWithoutScript(house), office("9999300003"));
    premises(visitor);
    visitor.page().getByLabel("メールアドレス").fill("office@example.com");
    visitor.press("次へ");

    visitor.at("#agreed").check();
    visitor.press("次へ");
    visitor.press("この内容で申請する");

    assertThat(visitor.at("#completed")).isVisible();
  }

  @Test
  void aReviewShowsItsStatesAndItsReasons() throws Exception {
    String office = office("9999300004");
    var visitor = premises(signIn(office));
    visitor.page().getByLabel("メールアドレス").fill("office@example.com");
    visitor.page().getByLabel("一覧にないサービス種類").fill("33");
    visitor.press("次へ");
    terms(visitor);
    visitor.press("この内容で申請する");
    assertThat(visitor.at("#in-review")).isVisible();
    assertThat(visitor.main()).containsText("連携の対象でないサービス種類があります");
    picture(visitor, "apply-in-review");

    decide(office, "SENT_BACK");
    visitor.open("/account/apply");
    assertThat(visitor.at("#sent-back")).containsText("理由の言葉");
    picture(visitor, "apply-sent-back");
    decide(office, "REJECTED");
    visitor.open("/account/apply");
    assertThat(visitor.at("#rejected")).containsText("理由の言葉");
    picture(visitor, "apply-rejected");
    decide(office, "IN_REVIEW");
    visitor.open("/account/apply");
    visitor.press("この申請を取り下げる");
    assertThat(visitor.at("#retracted")).isVisible();
  }

  private void decide(String office, String status) {
    house.update(
        "UPDATE application_usage_application SET status = ?, reason = '理由の言葉' WHERE office = ?",
        status,
        office);
  }

  @Test
  void automaticRenewalIsStoppedAndStartedAfterAQuestion() throws Exception {
    var visitor = signIn(office("9999300005"));
    applyWithMail(visitor);
    visitor.open("/account/license");

    visitor.at("#auto-off-open").click();
    picture(visitor, "license-question");
    visitor.at("#auto-off").click();
    assertThat(visitor.at("#auto-renewal")).hasText("– しない");
    visitor.at("#auto-on-open").click();
    visitor.at("#auto-on").click();

    assertThat(visitor.at("#auto-renewal")).hasText("✓ する");
  }

  @Test
  void anOfficeTellsWhatChangedAndClosesAtTheEnd() throws Exception {
    String office = office("9999300006");
    var visitor = signIn(office);
    applyWithMail(visitor);
    visitor.open("/account/report");
    picture(visitor, "report");
    visitor.page().getByLabel("事業所の名称").fill("名前の変わった事業所");
    visitor.press("変更を届け出る");
    assertThat(visitor.at("#who-office")).hasText("名前の変わった事業所");
    visitor.at("#suspend-open").click();
    visitor.at("#suspend").click();
    assertThat(visitor.at("#messages")).containsText("休止の届け出が完了しました");
    visitor.at("#resume-open").click();
    visitor.at("#resume").click();
    assertThat(visitor.at("#history tbody tr")).hasCount(4);

    visitor.at("#close-open").click();
    visitor.at("#close").click();

    assertThat(visitor.main()).containsText("廃止の届け出が完了しました");
    visitor.open("/account/home");
    assertThat(visitor.page()).hasURL(Pattern.compile("/way-in"));
  }

  @Test
  void newTermsAreAskedForAtTheNextSignIn() throws Exception {
    String office = office("9999300007");
    var visitor = signIn(office);
    applyWithMail(visitor);
    visitor.press("ログアウト");
    house.update("DELETE FROM application_consent WHERE office = ?", office);

    signIn(visitor, office);

    assertThat(visitor.page()).hasURL(Pattern.compile("/account/terms"));
    picture(visitor, "terms-wanted");
    visitor.at("#terms-text").evaluate("text => text.scrollTo(0, text.scrollHeight)");
    visitor.at("#agreed").check();
    visitor.press("同意する");
    assertThat(visitor.at("#messages")).containsText("利用規約に同意しました");
    visitor.open("/account/terms");
    assertThat(visitor.at("#consents tbody tr")).hasCount(1);
    picture(visitor, "terms");
  }
}
