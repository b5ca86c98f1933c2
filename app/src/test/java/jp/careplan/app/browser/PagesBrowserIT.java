package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.NOT_APPLIED;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.House.SUPPORT_CENTER;
import static jp.careplan.app.house.House.WITHOUT_LICENCE;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.LaidPackages;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page on three screens. In the whole form, and where the pages to be looked at are named,
 * the checker of barriers looks at the narrow screen too and pictures are left in {@code
 * app/target/screens}.
 */
@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class PagesBrowserIT {
  /** While a page is worked on. */
  private static final @Nullable String ASKED = System.getProperty("careplan.test.pages");

  private static final boolean WHOLE =
      ASKED != null || "whole".equals(System.getProperty("careplan.test.form"));
  private static final int VERY_WIDE = 1920;
  private static final int NARROW = 360;
  private static final String LEADING = "OPERATOR,AUDITOR,BILLING";
  private static final String EDITING = "EDITOR";
  private static final Path SCREENS = Folders.project().resolve("app/target/screens");

  private static final Map<String, BiConsumer<PagesBrowserIT, Visitor>> PAGES =
      Map.ofEntries(
          entry("start", (it, visitor) -> visitor.open("/")),
          entry("way-in", (it, visitor) -> visitor.open("/way-in")),
          entry("way-in-over", (it, visitor) -> visitor.open("/way-in?reason=over")),
          entry("enter", (it, visitor) -> visitor.open(it.handOff())),
          entry("enter-used", (it, visitor) -> visitor.open("/enter?code=used")),
          entry("start-steps", (it, visitor) -> visitor.open("/start")),
          entry("diagnosis", (it, visitor) -> visitor.open("/diagnosis")),
          entry(
              "account-start", (it, visitor) -> visitor.inside(NOT_APPLIED).open("/account/start")),
          entry("vendor", (it, visitor) -> visitor.open("/vendor")),
          entry("vendor-check", (it, visitor) -> visitor.open("/vendor/check")),
          entry("vendor-check-gone", (it, visitor) -> visitor.open("/vendor/check-report")),
          entry("vendor-check-report", PagesBrowserIT::checkAsVendor),
          entry("vendor-test", (it, visitor) -> visitor.open("/vendor/test")),
          entry("vendor-test-refused", PagesBrowserIT::refuseVendor),
          entry(
              "vendor-run",
              (it, visitor) -> visitor.open("/vendor/run?code=" + it.vendorRun("OPEN", "版を確かめて"))),
          entry("vendor-part-out", PagesBrowserIT::writeForTheWrongCase),
          entry("vendor-part-in", PagesBrowserIT::answerWrongly),
          entry("software", (it, visitor) -> visitor.open("/software")),
          entry("software-nothing-found", (it, visitor) -> visitor.open("/software?q=xyzzy")),
          entry("desk-software", (it, visitor) -> it.editSoftware(visitor)),
          entry("desk-vendor-runs", PagesBrowserIT::vendorRuns),
          entry("desk-sandbox", PagesBrowserIT::makeSandboxOffice),
          entry(
              "desk-vendor-runs-empty",
              (it, visitor) ->
                  visitor.enterDesk("HELPDESK").open("/desk/vendor-runs?status=PUBLISHED")),
          entry("desk-vendor-run", PagesBrowserIT::publishVendorRun),
          entry("support", (it, visitor) -> visitor.open("/support")),
          entry("support-faq", (it, visitor) -> visitor.open("/support/faq")),
          entry("support-faq-category", (it, visitor) -> visitor.open("/support/faq?category=C")),
          entry("support-answer", (it, visitor) -> visitor.open("/support/answer?name=C-28")),
          entry("support-guides", (it, visitor) -> visitor.open("/support/guides")),
          entry("support-guide", (it, visitor) -> visitor.open("/support/guide?name=send")),
          entry("support-glossary", (it, visitor) -> visitor.open("/support/glossary")),
          entry("support-news", (it, visitor) -> visitor.open("/support/news")),
          entry(
              "support-piece-of-news",
              (it, visitor) -> visitor.open("/support/news?name=transition-2027")),
          entry("support-suggestions", PagesBrowserIT::typeHalf),
          entry("support-search", (it, visitor) -> visitor.open("/support/search?q=ﾊﾟｽﾜｰﾄﾞを忘れた")),
          entry("support-search-meant", (it, visitor) -> visitor.open("/support/search?q=証名書の期限")),
          entry("support-search-nothing", (it, visitor) -> visitor.open("/support/search?q=xyzzy")),
          entry("support-offices", (it, visitor) -> visitor.open("/support/offices")),
          entry("support-fees", (it, visitor) -> visitor.open("/support/fees")),
          entry("support-downloads", PagesBrowserIT::offerPackages),
          entry("support-downloads-nothing", (it, visitor) -> visitor.open("/support/downloads")),
          entry("support-saving", (it, visitor) -> visitor.open("/support/saving")),
          entry("support-terms", (it, visitor) -> visitor.open("/support/terms")),
          entry("support-privacy", (it, visitor) -> visitor.open("/support/privacy")),
          entry("support-accessibility", (it, visitor) -> visitor.open("/support/accessibility")),
          entry("support-inquiry", (it, visitor) -> visitor.open("/support/inquiry")),
          entry("support-inquiry-refused", PagesBrowserIT::refuseInquiry),
          entry("support-inquiry-confirm", PagesBrowserIT::confirmInquiry),
          entry("support-inquiry-sent", PagesBrowserIT::sendInquiry),
          entry("support-inquiry-state", (it, visitor) -> visitor.open("/support/inquiry-state")),
          entry("support-chat", (it, visitor) -> visitor.open("/support/chat")),
          entry("support-chat-talk", PagesBrowserIT::chat),
          entry("support-chat-panel", PagesBrowserIT::openChat),
          entry("support-vote", (it, visitor) -> visitor.open("/support/vote?kind=FAQ&name=A-01")),
          entry(
              "account-inquiries-empty",
              (it, visitor) -> visitor.enter(SECOND_CARE_MANAGER).open("/account/inquiries")),
          entry("not-found", (it, visitor) -> visitor.open("/no-such-page")),
          entry(
              "not-found-inside",
              (it, visitor) -> visitor.inside(CARE_MANAGER).open("/office/no-such-page")),
          entry("not-yours", PagesBrowserIT::notYours),
          entry("forbidden", PagesBrowserIT::postFromElsewhere),
          entry("our-fault", PagesBrowserIT::openDamaged),
          entry("way-in-session-over", PagesBrowserIT::endSession),
          entry("locked-within", PagesBrowserIT::lockWithin),
          entry("sign-in", (it, visitor) -> visitor.open("/account/sign-in")),
          entry("sign-in-refused", PagesBrowserIT::refuseSignIn),
          entry("password", (it, visitor) -> visitor.open("/account/password")),
          entry("reset", (it, visitor) -> visitor.open("/account/reset")),
          entry("recover", (it, visitor) -> visitor.open("/account/recover")),
          entry("stop-terminal", (it, visitor) -> visitor.open("/account/stop-terminal")),
          entry(
              "new-password-over",
              (it, visitor) -> visitor.open("/account/new-password?code=used")),
          entry("id-request", (it, visitor) -> visitor.open("/account/id-request")),
          entry("id-request-refused", PagesBrowserIT::refuseIdRequest),
          entry("id-request-state", (it, visitor) -> visitor.open("/account/id-request-state")),
          entry("kokuho-ren", (it, visitor) -> visitor.open("/account/kokuho-ren")),
          entry("mail", (it, visitor) -> visitor.inside(CARE_MANAGER).open("/account/mail")),
          entry(
              "recovery-codes",
              (it, visitor) -> visitor.inside(CARE_MANAGER).open("/account/recovery-codes")),
          entry("recovery-codes-made", PagesBrowserIT::makeCodes),
          entry(
              "staff-empty",
              (it, visitor) -> visitor.inside(SECOND_CARE_MANAGER).open("/account/staff")),
          entry("staff", PagesBrowserIT::inviteStaff),
          entry("staff-user", PagesBrowserIT::askBeforeRemoving),
          entry("join", PagesBrowserIT::join),
          entry("join-code", (it, visitor) -> visitor.open("/account/join")),
          entry("account-of-staff", PagesBrowserIT::accountOfStaff),
          entry("passkeys", PagesBrowserIT::passkeys),
          entry(
              "passkeys-empty",
              (it, visitor) -> visitor.inside(SECOND_CARE_MANAGER).open("/account/passkeys")),
          entry(
              "sessions", (it, visitor) -> visitor.inside(CARE_MANAGER).open("/account/sessions")),
          entry("account", (it, visitor) -> visitor.inside(CARE_MANAGER).open("/account/home")),
          entry("apply", (it, visitor) -> visitor.inside(NOT_APPLIED).open("/account/apply")),
          entry("license", (it, visitor) -> visitor.inside(CARE_MANAGER).open("/account/license")),
          entry(
              "license-none",
              (it, visitor) -> visitor.inside(NOT_APPLIED).open("/account/license")),
          entry(
              "license-ended",
              (it, visitor) -> visitor.inside(WITHOUT_LICENCE).open("/account/license")),
          entry("report", (it, visitor) -> visitor.inside(CARE_MANAGER).open("/account/report")),
          entry("terms", (it, visitor) -> visitor.inside(CARE_MANAGER).open("/account/terms")),
          entry(
              "certificates",
              (it, visitor) -> visitor.inside(CARE_MANAGER).open("/account/certificates")),
          entry("certificates-question", PagesBrowserIT::askBeforeRevoking),
          entry("locked", PagesBrowserIT::lockAsOffice),
          entry("locked-passkey", PagesBrowserIT::lockedPasskey),
          entry("desk-sign-in", (it, visitor) -> visitor.open("/desk/sign-in?reason=over")),
          entry("desk-set-up", (it, visitor) -> visitor.open(it.wayToSetUp())),
          entry("desk-set-up-over", (it, visitor) -> visitor.open("/desk/set-up?way=used")),
          entry("desk-home", (it, visitor) -> visitor.enterDesk(LEADING)),
          entry("desk-offices", (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/offices")),
          entry(
              "desk-offices-nothing-found",
              (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/offices?q=xyz")),
          entry(
              "desk-office",
              (it, visitor) ->
                  visitor.insideDesk(LEADING).open("/desk/office?number=" + CARE_MANAGER)),
          entry("desk-office-acting", PagesBrowserIT::acting),
          entry("desk-approvals", PagesBrowserIT::approvals),
          entry("desk-operators", PagesBrowserIT::operators),
          entry("desk-fees", (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/fees")),
          entry(
              "desk-account-import",
              (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/account-import")),
          entry("desk-account-import-findings", PagesBrowserIT::importFindings),
          entry(
              "desk-applications",
              (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/applications")),
          entry("desk-application", PagesBrowserIT::application),
          entry(
              "desk-id-requests",
              (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/id-requests")),
          entry(
              "desk-kokuho-ren",
              (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/kokuho-ren?prefecture=13")),
          entry(
              "desk-settings", (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/settings")),
          entry(
              "desk-setting",
              (it, visitor) ->
                  visitor.insideDesk(LEADING).open("/desk/settings?key=mail.password-reset.body")),
          entry("desk-me", (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/me")),
          entry("desk-trust", (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/trust")),
          entry("desk-texts", (it, visitor) -> visitor.insideDesk(EDITING).open("/desk/texts")),
          entry(
              "desk-texts-nothing-found",
              (it, visitor) -> visitor.insideDesk(EDITING).open("/desk/texts?q=xyzzy")),
          entry(
              "desk-text-new",
              (it, visitor) -> visitor.insideDesk(EDITING).open("/desk/text?kind=NEWS")),
          entry(
              "desk-text-page",
              (it, visitor) ->
                  visitor.insideDesk(EDITING).open("/desk/text?kind=PAGE&name=privacy")),
          entry("desk-text-clash", PagesBrowserIT::clash),
          entry("desk-text-files", PagesBrowserIT::textFiles),
          entry("answer-with-files", PagesBrowserIT::answerWithFiles),
          entry("desk-text-offer", PagesBrowserIT::offer),
          entry("desk-text-version", PagesBrowserIT::textVersion),
          entry(
              "desk-unmet-nothing-found",
              (it, visitor) -> visitor.insideDesk(EDITING).open("/desk/unmet?kind=INQUIRY")),
          entry("desk-unmet", PagesBrowserIT::unmet),
          entry("desk-unmet-group", PagesBrowserIT::unmetGroup),
          entry("desk-sentences", PagesBrowserIT::sentences),
          entry("desk-synonyms", PagesBrowserIT::synonyms),
          entry("desk-synonym", PagesBrowserIT::synonym),
          entry("desk-rules", PagesBrowserIT::triedRules),
          entry("desk-rules-refused", PagesBrowserIT::refusedRules),
          entry("desk-rule", PagesBrowserIT::unfitRule),
          entry("desk-rule-offered", PagesBrowserIT::offeredRule),
          entry(
              "desk-rule-version",
              (it, visitor) -> visitor.insideDesk(EDITING).open("/desk/rule-version?number=1")),
          entry("desk-terms", (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/terms")),
          entry("desk-trail", (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/trail")),
          entry("desk-trail-seals", PagesBrowserIT::seals),
          entry("desk-trail-seals-broken", PagesBrowserIT::brokenSeals),
          entry(
              "desk-forbidden",
              (it, visitor) -> visitor.insideDesk("HELPDESK").open("/desk/operators")),
          entry("directory", PagesBrowserIT::directory),
          entry("directory-list", (it, visitor) -> visitor.open("/directory?prefecture=99")),
          entry("directory-nothing-found", (it, visitor) -> visitor.open("/directory?q=xyzzy")),
          entry(
              "account-software",
              (it, visitor) -> visitor.inside(CARE_MANAGER).open("/account/software")),
          entry(
              "office-directory",
              (it, visitor) -> visitor.inside(CARE_MANAGER).open("/office/directory")),
          entry("office-partners", PagesBrowserIT::partners),
          entry(
              "office-partners-empty",
              (it, visitor) -> visitor.inside(WITHOUT_LICENCE).open("/office/partners")),
          entry("office-partner", PagesBrowserIT::partner),
          entry(
              "office-partner-not-joined",
              (it, visitor) ->
                  visitor.inside(CARE_MANAGER).open("/office/partner?number=" + NOT_APPLIED)),
          entry(
              "office-partner-new",
              (it, visitor) -> visitor.inside(CARE_MANAGER).open("/office/partner-new")),
          entry("office-send-doubted", PagesBrowserIT::doubt),
          entry("office-misdirected", PagesBrowserIT::misdirected),
          entry("office-misdirected-case", PagesBrowserIT::misdirectedCase),
          entry("office-misdirected-there", PagesBrowserIT::misdirectedThere),
          entry("office-transmission-frozen", PagesBrowserIT::frozen),
          entry("office-home", PagesBrowserIT::home),
          entry("office-home-board", PagesBrowserIT::board),
          entry("office-awaited", PagesBrowserIT::awaited),
          entry("office-awaited-further", PagesBrowserIT::awaitedFurther),
          entry("office-transmission-newer", PagesBrowserIT::newer),
          entry(
              "office-transmission-behind",
              (it, visitor) ->
                  visitor
                      .inside(CARE_MANAGER)
                      .open(
                          "/office/transmission?id=" + Plans.changedForOne(it.house, "79000003"))),
          entry("office-home-without-licence", (it, visitor) -> visitor.enter(WITHOUT_LICENCE)),
          entry(
              "office-send-empty",
              (it, visitor) -> visitor.enter(CARE_MANAGER).open("/office/send")),
          entry("office-send-checked", PagesBrowserIT::check),
          entry("office-send-done", PagesBrowserIT::send),
          entry("office-send-many", PagesBrowserIT::layMany),
          entry("office-send-rest", PagesBrowserIT::sendToTheRest),
          entry("office-send-broken-off", PagesBrowserIT::brokenOff),
          entry(
              "office-message-to",
              (it, visitor) -> visitor.enter(CARE_MANAGER).open("/office/message?to=9999999999")),
          entry("office-message", PagesBrowserIT::message),
          entry("office-message-doubted", PagesBrowserIT::messageDoubted),
          entry("office-transmission-message", PagesBrowserIT::messageSent),
          entry("office-transmission-failed", PagesBrowserIT::importFailed),
          entry("office-transmission-failing", PagesBrowserIT::importFailing),
          entry("office-inbox", PagesBrowserIT::inbox),
          entry("office-inbox-received", PagesBrowserIT::receiveSeveral),
          entry(
              "office-inbox-nothing-found",
              (it, visitor) -> visitor.inside(HELPERS).open("/office/inbox?partner=9999999999")),
          entry("office-sent", PagesBrowserIT::sent),
          entry("office-read-list", PagesBrowserIT::readList),
          entry("office-read-slip", (it, visitor) -> it.read(visitor, it.house.unit().files())),
          entry(
              "office-read-plan",
              (it, visitor) -> it.read(visitor, Plans.sample(it.house, "plan-forms-1-2-3"))),
          entry("office-read-prevention", PagesBrowserIT::readPrevention),
          entry("office-read-result", PagesBrowserIT::readResult),
          entry(
              "office-read-deletion",
              (it, visitor) -> it.read(visitor, Plans.sample(it.house, "delete-form-6"))),
          entry("office-read-not-received", PagesBrowserIT::readTooEarly),
          entry("office-notices", (it, visitor) -> visitor.inside(HELPERS).open("/office/notices")),
          entry(
              "office-retention-empty",
              (it, visitor) -> visitor.inside(SUPPORT_CENTER).open("/office/retention")),
          entry("office-retention", PagesBrowserIT::retention),
          entry("office-retention-taking-along", PagesBrowserIT::takeAlong),
          entry("office-transmission-purged", PagesBrowserIT::purged),
          entry(
              "desk-retention",
              (it, visitor) -> visitor.insideDesk(LEADING).open("/desk/retention")),
          entry(
              "office-webhooks-empty",
              (it, visitor) -> visitor.inside(SUPPORT_CENTER).open("/office/webhooks")),
          entry("office-webhooks", PagesBrowserIT::webhooks),
          entry("notices-stop", (it, visitor) -> visitor.open("/notices/stop?code=used")),
          entry("office-receipt", PagesBrowserIT::receipt),
          entry("office-receipt-before-receiving", PagesBrowserIT::receiptTooEarly),
          entry("office-month-proof", PagesBrowserIT::monthProof),
          entry(
              "office-month-proof-empty",
              (it, visitor) ->
                  visitor.enter(WITHOUT_LICENCE).open("/office/month-proof?month=202601")),
          entry("proof", PagesBrowserIT::proof),
          entry("proof-unknown", (it, visitor) -> visitor.open("/proof?code=123")),
          entry("office-trail", (it, visitor) -> visitor.enter(HELPERS).open("/office/trail")),
          entry(
              "office-trail-empty",
              (it, visitor) -> visitor.enter(HELPERS).open("/office/trail?until=2020-01-01")),
          entry("office-trail-month", PagesBrowserIT::trailMonth),
          entry("office-trail-month-confirmed", PagesBrowserIT::trailMonthConfirmed),
          entry("office-transmission-unread", PagesBrowserIT::unread),
          entry("office-transmission-received", PagesBrowserIT::received),
          entry("office-transmission-sent-despite", PagesBrowserIT::despite),
          entry("office-transmission-withdrawing", PagesBrowserIT::withdrawing),
          entry("office-transmission-withdrawn", PagesBrowserIT::withdrawn));

  private final House house;
  private final Visitors visitors;

  PagesBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  static Stream<String> pages() {
    String asked = ASKED == null ? ".*" : ASKED;
    return PAGES.keySet().stream().filter(name -> name.matches(asked)).sorted();
  }

  private String wayToSetUp() {
    return DeskClient.wayFor(house.node(), DeskClient.newId(), LEADING, "");
  }

  private void acting(Visitor visitor) {
    visitor.insideDesk(LEADING).open("/desk/office?number=" + SECOND_CARE_MANAGER);
    visitor.at("details#act-suspend summary").click();
    visitor.at("#suspend textarea").fill("電話での申し出");
  }

  private void approvals(Visitor visitor) {
    house.update(
        "INSERT INTO application_approval (id, action, office, subject, reason, proposed_by,"
            + " proposed_at, expires_at, decision, decided_by, remark, version) VALUES (UUID(),"
            + " 'close-office', '9970000044', '9970000044', '廃業の届けを受けたため', 'taro', NOW(),"
            + " '2030-01-01 00:00:00', 'OPEN', '', '', 1)");
    visitor.insideDesk(LEADING).open("/desk/approvals");
  }

  private void importFindings(Visitor visitor) {
    visitor.enterDesk(LEADING).open("/desk/account-import");
    visitor
        .at("#file")
        .setInputFiles(
            new FilePayload(
                "accounts.csv",
                "text/csv",
                "ユーザID,事業所番号\r\nKJ98,1\r\n".getBytes(StandardCharsets.UTF_8)));
    visitor.at("#file-go").click();
    assertThat(visitor.at("#findings")).isVisible();
  }

  private void application(Visitor visitor) {
    house.update(
        "INSERT INTO application_usage_application (id, office, kind, status, partner_asked,"
            + " care_software, entrusted_only, name, kana_name, address, mail, service_kinds,"
            + " former_number, terms_edition, drafted_at, submitted_at, submitted_by,"
            + " review_rules, decided_by, reason, version) SELECT '20260106-ABCDEFGH', '9970000033',"
            + " 'CHANGE', 'IN_REVIEW', TRUE, '見本ソフト', FALSE, '新しい名称', 'アタラシイメイショウ',"
            + " '架空県見本市1-1', 'a@example.jp', '11 33', '9970000044', 1, '2026-01-05 00:00:00',"
            + " '2026-01-05 00:00:00', 'KJ999970000033', 'KIND_OUT_OF_SCOPE FORMER_NUMBER', '', '', 1"
            + " WHERE NOT EXISTS (SELECT 1 FROM application_usage_application WHERE id ="
            + " '20260106-ABCDEFGH')");
    visitor.insideDesk(LEADING).open("/desk/application?id=20260106-ABCDEFGH");
    visitor.at("details#act-send-back summary").click();
  }

  /** A question of its own, saved twice behind the back of who has it open. */
  private void clash(Visitor visitor) {
    visitor.insideDesk(EDITING).open("/desk/text?kind=FAQ");
    visitor.at("#title").fill("見本の質問はどこにありますか");
    visitor.at("#category").selectOption("K");
    visitor.at("#body").fill("見本です。\n\n- ひとつめ\n- ふたつめ");
    visitor.at("#save").click();
    assertThat(visitor.at("#state")).hasText("✎ 下書き");
    visitor.at("#seen").evaluate("it => { it.value = '0'; }");
    visitor.at("#body").fill("見本の**答え**です。\n\n- ひとつめ\n- みっつめ");
    visitor.at("#save").click();
    assertThat(visitor.at("#clash")).isVisible();
  }

  /** A picture that stands in the text, a PDF whose words are not read, and a question about it. */
  private void textFiles(Visitor visitor) {
    visitor.insideDesk(EDITING).open("/desk/text?kind=FAQ");
    visitor.at("#title").fill("送る画面はどれですか");
    visitor.at("#category").selectOption("K");
    visitor.at("#body").fill("次の画面です。");
    visitor.at("#save").click();
    visitor.at("#to-files").click();
    lay(visitor, "送る画面。ファイルを置く枠が中央にある", "screen.png", "image/png", picture());
    visitor.at("#files input[type=submit]").click();
    lay(
        visitor,
        "操作の手引き",
        "manual.pdf",
        "application/pdf",
        "%PDF-1.7".repeat(2000).getBytes(StandardCharsets.UTF_8));
    visitor.at("#files tbody tr:last-child a.button").last().click();
    assertThat(visitor.at("#removal-go")).isVisible();
  }

  private static void lay(Visitor visitor, String title, String name, String type, byte[] content) {
    visitor.at("#file-title").fill(title);
    visitor.at("#file").setInputFiles(new FilePayload(name, type, content));
    visitor.at("#lay-go").click();
    assertThat(visitor.at("#files")).containsText(title);
  }

  private static byte[] picture() {
    var image = new BufferedImage(480, 270, BufferedImage.TYPE_INT_RGB);
    image.createGraphics().fillRect(40, 40, 400, 190);
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void answerWithFiles(Visitor visitor) {
    textFiles(visitor);
    visitor.at(".trail a").last().click();
    visitor.at("#ask").click();
    visitor.at("input[name=sure]").check();
    visitor.at("#publish").click();
    visitor.at(".facts a").first().click();
    assertThat(visitor.at("#files a")).containsText("操作の手引き（PDF");
  }

  /** A release says something else of it; it is no longer offered when the page is looked at. */
  private void offeredRule(Visitor visitor) {
    house.update(
        "INSERT INTO support_chat_rule_shipped VALUES ('thanks', 2, '[thanks] お礼の返事\n型: ありがとう\n"
            + "答え: お役に立てて、よかったです。\n例: ありがとう\n', '2026-01-01')");
    house.update(
        "UPDATE support_chat_rule SET shipped = 2, offer = 'CHANGED' WHERE name = 'thanks'");
    try {
      visitor.insideDesk(EDITING).open("/desk/rule?name=thanks");
      assertThat(visitor.at("#offer-release")).isVisible();
    } finally {
      house.update(
          "UPDATE support_chat_rule SET shipped = 1, offer = 'NONE' WHERE name = 'thanks'");
      house.update("DELETE FROM support_chat_rule_shipped WHERE number = 2");
    }
  }

  /** With a sentence tried. */
  private void triedRules(Visitor visitor) {
    visitor.insideDesk(EDITING).open("/desk/rules");
    visitor.at("#sentence").fill("証明書のパスワードを忘れました");
    visitor.at("#try-go").click();
    assertThat(visitor.at("#candidates")).isVisible();
  }

  /** A rule that answers nothing of what it must; it is gone when the page is looked at. */
  private void refusedRules(Visitor visitor) {
    visitor.insideDesk(EDITING).open("/desk/rule");
    visitor.at("#key").fill("sample-refused");
    visitor.at("#label").fill("見本の傘");
    visitor.at("#patterns").fill("見本の傘");
    visitor.at("#answer").fill("玄関にあります。");
    visitor.at("#must").fill("パスワードを忘れました\n雨の日はどうしますか");
    visitor.at("#mustNot").fill("見本の傘の色");
    visitor.at("#save").click();
    visitor.open("/desk/rules?changed=1");
    visitor.at("#publish-go").click();
    assertThat(visitor.at("#failures")).isVisible();
    house.update("DELETE FROM support_chat_rule WHERE name = 'sample-refused'");
    house.update("UPDATE support_chat_revision SET counted = counted + 1");
  }

  private void unfitRule(Visitor visitor) {
    visitor.insideDesk(EDITING).open("/desk/rule?name=password-forgotten");
    visitor.at("#answer").fill("**ログイン画面**から手続きします。\n\n- [手順](javascript:x)\n- メール");
    visitor.at("#patterns").fill("の");
    visitor.at("#choices").fill("メールを登録している > password-by-mail\nどこへも > nowhere");
    visitor.at("#look").click();
    assertThat(visitor.at("#preview")).isVisible();
    assertThat(visitor.at("#findings .finding")).hasCount(3);
  }

  /** Of another release than this one: its words stand against those of the house. */
  private void offer(Visitor visitor) {
    String question = " WHERE kind = 'FAQ' AND name = 'K-110'";
    house.update(
        "INSERT INTO support_text_shipped (kind, name, number, topic, title, keywords, summary,"
            + " body, came_at) SELECT kind, name, 2, topic, title, keywords, summary, CONCAT(body,"
            + " '\n\n次の版で加わった文です。'), came_at FROM support_text_shipped"
            + question
            + " AND number = 1 AND NOT EXISTS (SELECT 1 FROM support_text_head"
            + question
            + " AND shipped = 2)");
    house.update("UPDATE support_text_head SET shipped = 2, offer = 'CHANGED'" + question);
    visitor.insideDesk(EDITING).open("/desk/texts?offered=1");
    visitor.at("#list a").first().click();
    assertThat(visitor.at("#offer-take")).isVisible();
  }

  private void textVersion(Visitor visitor) {
    clash(visitor);
    visitor.at("#save").click();
    visitor.at("#versions a").last().click();
    assertThat(visitor.at("#since")).isVisible();
  }

  /** Nobody found anything about these. */
  private void unmet(Visitor visitor) {
    new SupportBrowserIT(house, visitors).searchable();
    for (String words : List.of("宇宙船の操縦", "宇宙船と操縦", "深海魚の飼育")) {
      visitor.open("/support/search?q=" + words);
    }
    visitor.insideDesk(EDITING).open("/desk/unmet");
    assertThat(visitor.at("#list")).containsText("深海魚");
  }

  private void unmetGroup(Visitor visitor) {
    unmet(visitor);
    visitor.link("宇宙船の操縦").click();
    if (visitor.at("#reopen").count() > 0) { // ended on the screen before this one
      visitor.at("#reopen").click();
    }
    visitor.at("#answer").fill("A-01");
    visitor.at("#questions input").last().check();
    visitor.at("#answered").click();
    assertThat(visitor.at("#questions")).containsText("✓");
  }

  private void synonyms(Visitor visitor) {
    visitor.insideDesk(EDITING).open("/desk/synonyms");
    assertThat(visitor.at("#versions")).containsText("第1版");
  }

  /** What it would be like without the words for a password. */
  private void synonym(Visitor visitor) {
    new SupportBrowserIT(house, visitors).searchable();
    visitor.insideDesk(EDITING).open("/desk/synonyms?q=パスコード");
    visitor.at("#list a").first().click();
    visitor.at("#without").click();
    assertThat(visitor.at("#sum")).containsText("変わらない");
  }

  private void sentences(Visitor visitor) {
    unmetGroup(visitor);
    visitor.open("/desk/sentences");
    assertThat(visitor.at("#list")).containsText("A-01");
  }

  private void operators(Visitor visitor) {
    visitor.insideDesk(LEADING).open("/desk/operators");
    visitor.at("details#act-add summary").click();
  }

  private String handOff() {
    return Visitor.handOff(house.office(CARE_MANAGER));
  }

  private void checkAsVendor(Visitor visitor) {
    var files = Stream.concat(house.unit().files().stream(), impossibleTime(house).stream());
    visitor.open("/vendor/check");
    visitor
        .at("#file")
        .setInputFiles(
            files
                .map(file -> new FilePayload(file.name(), "text/csv", file.content()))
                .toArray(FilePayload[]::new));
    visitor.press("確かめる");
    assertThat(visitor.at("#verdict")).isVisible();
  }

  /** The code of a run that is as it says. */
  private String vendorRun(String status, String remark) {
    String id = jp.careplan.kernel.TimeOrderedId.next();
    house.update(
        "INSERT INTO exchange_vendor_run (id, code_hash, product, product_version, maker, mail,"
            + " status, remark, begun_at, changed_at, version) VALUES (?, ?, '見本らくらく介護', '3.2',"
            + " '見本ソフト株式会社', 'maker@vendor.example', ?, ?, '2026-06-01 01:00:00', '2026-06-02"
            + " 01:00:00', 1)",
        id,
        jp.careplan.kernel.Sha256.hex(id),
        status,
        remark);
    house.update(
        "INSERT INTO exchange_vendor_step (id, run_id, part, tries, tried_at, passed_at, version)"
            + " VALUES (?, ?, 'D2-OUT', 2, '2026-06-02 01:00:00', '2026-06-02 01:00:00', 1)",
        id + " D2-OUT",
        id);
    house.update(
        "INSERT INTO exchange_vendor_step (id, run_id, part, tries, tried_at, version)"
            + " VALUES (?, ?, 'D3-IN', 1, '2026-06-02 01:00:00', 1)",
        id + " D3-IN",
        id);
    return id;
  }

  private void refuseVendor(Visitor visitor) {
    visitor.open("/vendor/test");
    for (String field : List.of("begin-product", "begin-version", "begin-maker")) {
      visitor.at("#" + field).fill("x");
    }
    visitor.at("#begin-mail").fill("x@y");
    visitor.press("申し込む");
    assertThat(visitor.at("#messages .message")).isVisible();
  }

  private void writeForTheWrongCase(Visitor visitor) {
    visitor.open("/vendor/part?part=D2-OUT&code=" + vendorRun("OPEN", ""));
    visitor
        .at("#file")
        .setInputFiles(
            house.unit().files().stream()
                .map(file -> new FilePayload(file.name(), "text/csv", file.content()))
                .toArray(FilePayload[]::new));
    visitor.press("合っているか確かめる");
    assertThat(visitor.at("#judgement")).isVisible();
  }

  private void answerWrongly(Visitor visitor) {
    visitor.open("/vendor/part?part=D7-IN&code=" + vendorRun("OPEN", ""));
    for (Locator field : visitor.at("#answers input[type=text]").all()) {
      field.fill("1");
    }
    visitor.press("答え合わせをする");
    assertThat(visitor.at("#judgement")).isVisible();
  }

  private void editSoftware(Visitor visitor) {
    visitor.enterDesk(LEADING).open("/desk/software");
    visitor.at("#list a").first().click();
    assertThat(visitor.at("#take-off")).isVisible();
  }

  private void makeSandboxOffice(Visitor visitor) {
    visitor.enterDesk(LEADING).open("/desk/sandbox");
    visitor.at("details#act-make summary").click();
    visitor.at("#make-note").fill("見本ソフト株式会社");
    visitor.at("#make-reason").fill("申し込みのため");
    visitor.at("#make input[name=sure]").check();
    visitor.press("試験用の事業所を作る");
    assertThat(visitor.at("#made-number")).isVisible();
  }

  private void vendorRuns(Visitor visitor) {
    vendorRun("SUBMITTED", "");
    visitor.enterDesk(LEADING).open("/desk/vendor-runs");
  }

  private void publishVendorRun(Visitor visitor) {
    String id = vendorRun("SUBMITTED", "");
    visitor.enterDesk(LEADING).open("/desk/vendor-run?id=" + id);
    visitor.at("details#act-publish summary").click();
  }

  private static List<OfferedFile> impossibleTime(House house) {
    return Plans.withAnImpossibleTime(house.unit());
  }

  private void refuseSignIn(Visitor visitor) {
    visitor.open("/account/sign-in");
    visitor.page().getByLabel("ユーザID").fill("KJ999999999999");
    visitor.page().getByLabel("パスワード").fill("not-the-password");
    visitor.at("#sign-in-go").click();
    assertThat(visitor.at("#messages .message")).isVisible();
  }

  private void refuseIdRequest(Visitor visitor) {
    visitor.open("/account/id-request");
    for (String field :
        List.of("office-number", "office-name", "address", "contact-name", "phone", "mail")) {
      visitor.at("#" + field).fill("x");
    }
    visitor.press("申し込む");
    assertThat(visitor.at("#messages .message")).isVisible();
  }

  private void offerPackages(Visitor visitor) {
    var laid = new LaidPackages(house);
    try {
      laid.launcher();
      laid.plain("careplan-0.0.9.msi", "0.0.9", "WINDOWS");
      visitor.open("/support/downloads");
      laid.takeAway();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void typeHalf(Visitor visitor) {
    visitor.open("/support");
    visitor.at("#q").pressSequentially("ぱすわ");
    assertThat(visitor.at("#suggestions [role=option]").first()).isVisible();
    visitor.at("#q").press("ArrowDown");
  }

  private void refuseInquiry(Visitor visitor) {
    visitor.open("/support/inquiry");
    visitor.at("#mail").fill("x");
    visitor.press("確認へ進む");
    assertThat(visitor.at("#faults")).isVisible();
  }

  private void confirmInquiry(Visitor visitor) {
    visitor.open("/support/inquiry");
    visitor.at("#kind").selectOption("SIGN_IN");
    visitor.at("#subject").fill("パスワードを忘れて入れない");
    visitor.at("#body").fill("朝から入れません。\nどうすればよいですか。");
    visitor.at("#mail").fill("jimu@example.jp");
    visitor.at("#consent").check();
    visitor.press("確認へ進む");
    assertThat(visitor.at("#confirm")).isVisible();
  }

  private void sendInquiry(Visitor visitor) {
    confirmInquiry(visitor);
    visitor.press("この内容で送る");
    assertThat(visitor.at("#inquiry-number")).isVisible();
  }

  private void chat(Visitor visitor) {
    visitor.open("/support/chat");
    visitor.at("#say").fill("パスワードを忘れました");
    visitor.at("#say-go").click();
    assertThat(visitor.button("どちらもない")).isVisible();
  }

  private void openChat(Visitor visitor) {
    visitor.open("/support/fees");
    visitor.at("#chat-open").click();
    assertThat(visitor.at(".chat-panel .chat-line").first()).isVisible();
  }

  private void makeCodes(Visitor visitor) {
    visitor.enter(CARE_MANAGER).open("/account/recovery-codes");
    try {
      visitor.at("#password").fill(OfficeClient.password(house.node()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    visitor.press("回復コードを作る");
    assertThat(visitor.at("#codes")).isVisible();
  }

  private void inviteStaff(Visitor visitor) {
    house.addStaff(CARE_MANAGER, "ADMINISTRATOR", "");
    house.addStaff(CARE_MANAGER, "USER", "43");
    visitor.inside(CARE_MANAGER).open("/account/staff");
    visitor.at("#name").fill("見本 次郎");
    visitor.press("この職員を招待する");
    assertThat(visitor.at("#paper-code")).isVisible();
  }

  private void passkeys(Visitor visitor) {
    house.update(
        "INSERT INTO application_passkey (id, user_id, name, terminal_id, credential, sign_count,"
            + " backup_eligible, backed_up, registered_at, version) VALUES (?, ?, '訪問用の電話', '',"
            + " '', 0, FALSE, FALSE, '2026-06-01 01:00:00', 1)",
        "%064d".formatted(System.nanoTime()),
        "KJ99" + CARE_MANAGER);
    visitor.inside(CARE_MANAGER).open("/account/passkeys");
  }

  private void askBeforeRemoving(Visitor visitor) {
    String user = house.addStaff(CARE_MANAGER, "USER", "43");
    visitor.inside(CARE_MANAGER).open("/account/staff-user?remove=1&id=" + user);
  }

  private void join(Visitor visitor) {
    inviteStaff(visitor);
    visitor.open("/account/join?code=" + visitor.at("#paper-code").innerText());
    assertThat(visitor.at("#join-user")).isVisible();
  }

  private void accountOfStaff(Visitor visitor) {
    String user = house.addStaff(CARE_MANAGER, "USER", "43");
    visitor.enter(house.node().office(CARE_MANAGER).signInAs(user)).open("/account/staff");
    assertThat(visitor.at("#not-administrator")).isVisible();
  }

  private void askBeforeRevoking(Visitor visitor) {
    visitor.inside(CARE_MANAGER).open("/account/certificates");
    visitor.at("#terminals a").first().click();
    visitor.at("#question").waitFor();
  }

  private void lockAsOffice(Visitor visitor) {
    lock(visitor.enter(CARE_MANAGER));
  }

  private static void lock(Visitor visitor) {
    visitor.page().evaluate("() => fetch('/session/lock', {method: 'POST'})");
    visitor.open("/office/home");
    assertThat(visitor.at("#locked-go")).isVisible();
  }

  /** Comes in with a passkey, and finds the page locked. */
  private void lockedPasskey(Visitor visitor) {
    visitor.giveDevice();
    visitor.enter(DAY_SERVICE).open("/account/passkeys");
    visitor.at("#passkey-name").fill("訪問用の電話");
    visitor.press("パスキーを登録する");
    visitor.at("#made").waitFor();
    visitor.open("/account/sign-in");
    visitor.press("パスキーで入る");
    visitor.page().waitForURL("**/office/home");
    lock(visitor);
  }

  private void notYours(Visitor visitor) {
    visitor.inside(SECOND_CARE_MANAGER).open("/office/transmission?id=" + Plans.sent(house));
  }

  /** A page of another site sends a form here. */
  private void postFromElsewhere(Visitor visitor) {
    visitor.enter(CARE_MANAGER).page().navigate("about:blank");
    visitor
        .page()
        .setContent(
            "<form method='post' action='%s'><button>Win</button></form>"
                .formatted(house.node().publicAddress("/session/sign-out")));
    visitor.press("Win");
    assertThat(visitor.at("h1")).hasText("このページは開けません");
  }

  private void openDamaged(Visitor visitor) {
    var sent = Plans.sent(house);
    house.update(
        "UPDATE exchange_content SET data_key = ? WHERE transmission_id = ?",
        new byte[40],
        sent.value());
    visitor.inside(CARE_MANAGER).open("/office/download/" + sent + "/0");
    assertThat(visitor.main()).containsText("追跡番号");
  }

  /** Sent long ago, and its end announced. */
  private String ending() {
    var sent = Plans.sent(house).value();
    house.update(
        "UPDATE exchange_transmission SET sent_at = '2023-05-01 03:00:00' WHERE id = ?", sent);
    house.update(
        "UPDATE exchange_content SET look_on = '2025-05-01' WHERE transmission_id = ?", sent);
    await("SELECT COUNT(*) FROM exchange_expiry WHERE transmission_id = ?", 2, sent);
    return sent;
  }

  private void await(String query, long wanted, String id) {
    for (int i = 0; i < 300 && house.count(query, id) != wanted; i++) {
      try {
        java.util.concurrent.TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void retention(Visitor visitor) {
    ending();
    visitor.inside(CARE_MANAGER).open("/office/retention");
    assertThat(visitor.at("#ending")).containsText("送ったもの");
  }

  private void takeAlong(Visitor visitor) {
    house.update("DELETE FROM exchange_takeout");
    visitor.inside(SECOND_CARE_MANAGER).open("/office/retention");
    visitor.at("#takeout-open").click();
    visitor.at("#ordering-go").click();
    assertThat(visitor.main()).containsText("持ち出すファイルを作り始めました");
    await("SELECT COUNT(*) FROM exchange_takeout WHERE status = ?", 1, "READY");
    visitor.open("/office/retention");
    assertThat(visitor.at("#takeouts")).containsText("できました");
  }

  private void webhooks(Visitor visitor) {
    house.update("DELETE FROM exchange_webhook");
    visitor.inside(SECOND_CARE_MANAGER).open("/office/webhooks");
    visitor.at("#url").fill("https://127.0.0.1/hook");
    visitor.at("#adding-go").click();
    assertThat(visitor.main()).containsText("EX-387");
    visitor.at("#url").fill("http://" + House.RECEIVER + ":9/hook");
    visitor.at("#adding-go").click();
    assertThat(visitor.at("#secret")).isVisible();
  }

  private void purged(Visitor visitor) {
    String sent = ending();
    house.update(
        "UPDATE exchange_content SET purge_on = '2026-01-01' WHERE transmission_id = ?", sent);
    await("SELECT COUNT(*) FROM exchange_content WHERE transmission_id = ?", 0, sent);
    visitor.inside(CARE_MANAGER).open("/office/transmission?id=" + sent);
    assertThat(visitor.at("#purged")).containsText("中身が消えました");
  }

  private void endSession(Visitor visitor) {
    OfficeClient launcher = house.office(CARE_MANAGER);
    visitor.enter(launcher);
    launcher.delete("/sessions/current");
    visitor.open("/office/sent");
    assertThat(visitor.main()).containsText("ログインの時間が終わりました");
  }

  private void lockWithin(Visitor visitor) {
    visitor.page().clock().install();
    visitor.enter(CARE_MANAGER);
    visitor.page().clock().runFor(Duration.ofMinutes(15).plusSeconds(6).toMillis());
    assertThat(visitor.at("#session-lock")).isVisible();
  }

  private void home(Visitor visitor) {
    Plans.sent(house, house.unit().people(4).files());
    visitor.enter(HELPERS);
  }

  private void doubt(Visitor visitor) {
    joined("9970000701");
    visitor.enter(CARE_MANAGER).open("/office/send");
    visitor.lay(house.unit(CARE_MANAGER, "9970000701").files());
    assertThat(visitor.at(".doubts")).isVisible();
  }

  private void joined(String number) {
    house.update(
        "INSERT INTO application_office (number, name, kana_name, service_kinds, status, joined_on,"
            + " version) SELECT ?, '見本の新しい訪問介護', 'ミホンノアタラシイホウモンカイゴ', '11 15', 'ACTIVE',"
            + " '2026-02-03', 1 WHERE NOT EXISTS (SELECT 1 FROM application_office WHERE number = ?)",
        number,
        number);
  }

  private void directory(Visitor visitor) {
    List.of("0170000701", "1370000701", "1370000702", "4770000701").forEach(this::joined);
    visitor.open("/directory");
  }

  private void partners(Visitor visitor) {
    Plans.sent(house);
    var launcher = house.office(CARE_MANAGER);
    launcher.call(
        "PUT",
        "/partners/" + HELPERS,
        "application/json",
        "{\"favourite\":true,\"note\":\"午前に電話\",\"startMonth\":\"202607\",\"resultDay\":5}"
            .getBytes(StandardCharsets.UTF_8));
    launcher.call(
        "PUT",
        "/partners/9970009999",
        "application/json",
        "{\"called\":\"まだ知らない事業所\"}".getBytes(StandardCharsets.UTF_8));
    visitor.inside(CARE_MANAGER).open("/office/partners");
  }

  private void partner(Visitor visitor) {
    partners(visitor);
    visitor.open("/office/partner?number=" + HELPERS);
  }

  private void misdirected(Visitor visitor) {
    var arrived = Plans.sent(house);
    receive(HELPERS, arrived, "/bundle");
    visitor.inside(CARE_MANAGER).open("/office/misdirected?id=" + arrived);
  }

  private void misdirectedCase(Visitor visitor) {
    misdirected(visitor);
    visitor.at("#words").fill("事業所番号を1つ間違えました");
    visitor.press("この送信を凍結する");
    visitor.press("削除を頼む");
    assertThat(visitor.at("#waiting")).isVisible();
    visitor.at("#act-erase summary").click();
  }

  private void misdirectedThere(Visitor visitor) {
    var arrived = Plans.sent(house);
    receive(HELPERS, arrived, "/bundle");
    house
        .office(CARE_MANAGER)
        .post("/transmissions/" + arrived + "/misdirection", "{\"words\":\"番号の間違い\"}");
    visitor.inside(HELPERS).open("/office/misdirected?id=" + arrived);
  }

  private void frozen(Visitor visitor) {
    misdirectedThere(visitor);
    visitor.at(".trail a").click();
    assertThat(visitor.at("#frozen")).isVisible();
  }

  private void board(Visitor visitor) {
    var units = new BoardUnits(house, "202803");
    units.plan(15);
    units.correction();
    units.result(12);
    new BoardUnits(house, "202801").plan(2);
    new BoardUnits(house, "202805").plan(15);
    visitor.enter(SECOND_CARE_MANAGER).open("/office/home?month=202804");
    visitor.at("#board-serving summary").first().click();
  }

  private void awaited(Visitor visitor) {
    var units = new BoardUnits(house, "202807");
    units.plan(4);
    units.result(2);
    visitor.inside(SECOND_CARE_MANAGER).open("/office/home?month=202808");
    visitor.at("#board-serving").getByText("1人ずつ").first().click();
    visitor.at("#awaited button[name=absent]").first().click();
    assertThat(visitor.at("#awaited button[name=present]")).hasCount(1);
  }

  private void awaitedFurther(Visitor visitor) {
    new BoardUnits(house, "202810").plan(103);
    visitor.inside(SECOND_CARE_MANAGER).open("/office/home?month=202811");
    visitor.at("#board-serving").getByText("1人ずつ").first().click();
    visitor.at("#next").click();
    assertThat(visitor.at("#awaited tbody tr")).hasCount(3);
  }

  private void newer(Visitor visitor) {
    var units = new BoardUnits(house, "202901");
    var first = units.plan(3);
    units.correction();
    visitor.enter(SECOND_CARE_MANAGER).open("/office/transmission?id=" + first);
    assertThat(visitor.at("#versions")).containsText("3人中1人に新しい版");
  }

  private void check(Visitor visitor) {
    Plans.acquainted(house);
    visitor.enter(CARE_MANAGER).open("/office/send");
    visitor.lay(
        Stream.of(house.unit().people(3).files(), Plans.withAnImpossibleTime(house.unit()))
            .flatMap(List::stream)
            .toList());
    assertThat(visitor.at(".finding").first()).isVisible();
  }

  private void send(Visitor visitor) {
    check(visitor);
    visitor.press("正しい 1件を送る");
    assertThat(visitor.at("#done tbody tr")).hasCount(1);
  }

  /** What was laid stands above what was sent. */
  private void sendToTheRest(Visitor visitor) {
    var change = Plans.changedForOne(house, "79000004");
    check(visitor);
    visitor.press("正しい 1件を送る");
    assertThat(visitor.at("#done tbody tr")).hasCount(1);
    visitor.open("/office/transmission?id=" + change);
    visitor.press("残りにも送る");
    assertThat(visitor.at("#done tbody tr")).hasCount(2);
    assertThat(visitor.at("#state")).containsText("2件を送りました");
  }

  private void layMany(Visitor visitor) {
    Plans.acquainted(house);
    visitor.enter(CARE_MANAGER).open("/office/send");
    visitor.lay(
        Stream.concat(
                Stream.generate(() -> house.unit().people(3).files()).limit(7),
                Stream.of(Plans.withAnImpossibleTime(house.unit())))
            .flatMap(List::stream)
            .toList());
    assertThat(visitor.at("#smooth")).isVisible();
  }

  private void brokenOff(Visitor visitor) {
    var sent = Plans.sent(house, SUPPORT_CENTER, house.unit(SUPPORT_CENTER, HELPERS).files());
    Plans.brokenOff(house, SUPPORT_CENTER, sent);
    visitor.enter(SUPPORT_CENTER).open("/office/send");
    visitor.lay(Plans.withAnImpossibleTime(house.unit(SUPPORT_CENTER, HELPERS)));
    assertThat(visitor.at(".finding").first()).isVisible();
    assertThat(visitor.at("#last")).isVisible();
  }

  private void messageDoubted(Visitor visitor) {
    joined("9970000702");
    visitor.enter(CARE_MANAGER).open("/office/message?to=9970000702");
    visitor.at("#text").fill("はじめまして。来月からお願いします。");
    visitor.at("#message-send").click();
    assertThat(visitor.at("#doubts")).isVisible();
  }

  private void message(Visitor visitor) {
    Plans.acquainted(house);
    visitor.enter(CARE_MANAGER).open("/office/message?to=" + HELPERS);
    visitor.at("#text").fill("来週の火曜は、入浴をお休みします。");
    visitor.at("#attachment").setInputFiles(pdf("地図.pdf", "no pdf"));
    visitor.at("#message-send").click();
    assertThat(visitor.at("#message-trouble")).isVisible();
  }

  private static FilePayload pdf(String name, String content) {
    return new FilePayload(name, "application/pdf", content.getBytes(StandardCharsets.UTF_8));
  }

  private void messageSent(Visitor visitor) {
    message(visitor);
    visitor.at("#attachment").setInputFiles(pdf("地図.pdf", "%PDF-1.7 "));
    visitor.at("#message-send").click();
    assertThat(visitor.at("#letter")).isVisible();
  }

  private void importFailed(Visitor visitor) {
    var sent = Plans.sent(house);
    receive(HELPERS, sent, "");
    house
        .office(HELPERS)
        .post(
            "/transmissions/" + sent + "/import",
            "{\"outcome\":\"IMPORT_FAILED\",\"message\":\"版が古いと出ました\"}");
    visitor.enter(CARE_MANAGER).open("/office/transmission?id=" + sent);
  }

  private void importFailing(Visitor visitor) {
    received(visitor);
    visitor.at("#import-failed-open").click();
    assertThat(visitor.at("#import-failed-dialog")).isVisible();
  }

  private void inbox(Visitor visitor) {
    var gone = Plans.sent(house);
    house
        .office(CARE_MANAGER)
        .post("/transmissions/" + gone + "/withdrawal", "{\"reason\":\"月を間違えました\"}");
    receive(HELPERS, Plans.sent(house, house.unit().people(12).files()), "");
    receive(HELPERS, Plans.sent(house, house.unit().people(7).files()), "/bundle");
    var fromAnother = house.unit(SECOND_CARE_MANAGER, HELPERS).people(9).files();
    Plans.sent(house, SECOND_CARE_MANAGER, fromAnother);
    Plans.sent(house, house.unit().people(15).files());
    visitor.inside(HELPERS).open("/office/inbox");
  }

  private void receive(String office, Object transmission, String more) {
    OfficeClient reader = house.office(office);
    reader.post("/transmissions/" + transmission + "/receiving", "");
    if (!more.isEmpty()) {
      reader.bytes("/transmissions/" + transmission + more);
    }
  }

  private void receiveSeveral(Visitor visitor) {
    var arrived = Plans.sent(house);
    visitor.enter(HELPERS).open("/office/inbox");
    visitor.row(arrived).locator("input[type=checkbox]").check();
    visitor.press("まとめて受け取る");
    assertThat(visitor.at("#messages .message")).isVisible();
  }

  private void sent(Visitor visitor) {
    receive(HELPERS, Plans.sent(house, house.unit().people(2).files()), "");
    Plans.sent(house);
    visitor.inside(CARE_MANAGER).open("/office/sent");
  }

  private void receipt(Visitor visitor) {
    var arrived = Plans.sent(house);
    receive(HELPERS, arrived, "/bundle");
    visitor.enter(HELPERS).open("/office/transmission?id=" + arrived);
    visitor.at("#receipt").click();
    assertThat(visitor.at("#signatures")).containsText("✓ 署名を確かめました");
  }

  private void receiptTooEarly(Visitor visitor) {
    var arrived = Plans.sent(house);
    visitor.enter(HELPERS).open("/office/receipt?id=" + arrived);
  }

  private void monthProof(Visitor visitor) {
    receive(HELPERS, Plans.sent(house), "");
    receive(
        SUPPORT_CENTER, Plans.sent(house, house.unit(CARE_MANAGER, SUPPORT_CENTER).files()), "");
    Plans.sent(house, house.unit(CARE_MANAGER, DAY_SERVICE).files());
    visitor.enter(CARE_MANAGER).open("/office/month-proof");
    visitor.at("#issue-go").click();
    assertThat(visitor.at("#issued tbody tr").first()).isVisible();
  }

  private void proof(Visitor visitor) {
    monthProof(visitor);
    String code = visitor.at("#issued tbody th").first().innerText();
    visitor.open("/proof");
    visitor.at("#code").fill(code.toLowerCase(Locale.ROOT));
    visitor.at("#code-go").click();
    assertThat(visitor.at("#found")).isVisible();
  }

  private void trailMonth(Visitor visitor) {
    receive(HELPERS, Plans.sent(house), "/bundle");
    visitor.enter(HELPERS).open("/office/trail-month?month=" + digits(0));
  }

  private void trailMonthConfirmed(Visitor visitor) {
    visitor.enter(HELPERS).open("/office/trail-month?month=" + digits(3));
    if (visitor.at("#confirm-go").count() > 0) {
      visitor.at("#confirm input[type=checkbox]").check();
      visitor.at("#confirm-go").click();
    }
    assertThat(visitor.at("#confirmed")).isVisible();
  }

  private static String digits(int monthsAgo) {
    return YearMonth.now(ZoneId.of("Asia/Tokyo"))
        .minusMonths(monthsAgo)
        .format(DateTimeFormatter.ofPattern("uuuuMM"));
  }

  private void seals(Visitor visitor) {
    visitor.enterDesk(LEADING).open("/desk/trail-seals");
    visitor.at("#verify-go").click();
    assertThat(visitor.at("#whole, #broken")).isVisible();
  }

  private void brokenSeals(Visitor visitor) {
    house.update("UPDATE kernel_seal SET signer = 'nobody' WHERE seal_number = 1");
    seals(visitor);
    house.update("UPDATE kernel_seal SET signer = 'seal-1' WHERE seal_number = 1");
    assertThat(visitor.at("#breaks")).containsText("封印が書き換えられています");
  }

  private void unread(Visitor visitor) {
    var arrived = Plans.sent(house);
    visitor.inside(HELPERS).open("/office/transmission?id=" + arrived);
  }

  private void received(Visitor visitor) {
    var arrived = Plans.sent(house);
    receive(HELPERS, arrived, "");
    visitor.inside(HELPERS).open("/office/transmission?id=" + arrived);
  }

  private void despite(Visitor visitor) {
    Plans.acquainted(house);
    visitor.enter(CARE_MANAGER).open("/office/send");
    visitor.lay(Plans.withAnImpossibleTime(house.unit()));
    visitor.page().getByLabel("直さずに送る理由").fill("介護ソフトの更新を待っています");
    visitor.press("理由を書いてこのまま送る");
    visitor.at("#done tbody a").click();
    assertThat(visitor.at("#sent-despite")).isVisible();
  }

  private void withdrawing(Visitor visitor) {
    var sent = Plans.sent(house);
    visitor.inside(CARE_MANAGER).open("/office/transmission?id=" + sent);
    visitor.at("#withdraw-open").click();
    assertThat(visitor.at("#withdraw-dialog")).isVisible();
  }

  private void withdrawn(Visitor visitor) {
    withdrawing(visitor);
    visitor.page().getByLabel("取り消す理由").fill("月を間違えました");
    visitor.at("#withdraw").click();
    assertThat(visitor.at("#status")).hasText("↩ 取消");
  }

  private void read(Visitor visitor, List<OfferedFile> files) {
    var sent = Plans.sent(house, files);
    visitor.inside(CARE_MANAGER).open("/office/read?id=" + sent);
  }

  private void readList(Visitor visitor) {
    var sent = Plans.sent(house, house.unit().people(12).files());
    receive(HELPERS, sent, "");
    visitor.inside(HELPERS).open("/office/read?id=" + sent);
  }

  private void readPrevention(Visitor visitor) {
    var sent = Plans.sent(house, SUPPORT_CENTER, Plans.withPicture(house));
    visitor.inside(SUPPORT_CENTER).open("/office/read?id=" + sent);
  }

  private void readResult(Visitor visitor) {
    receive(HELPERS, Plans.sent(house, Plans.sample(house, "use-forms-6-7")), "");
    var result =
        Plans.with(Plans.sample(house, "result"), "20260602,,0930,1030", "20260603,,0930,1030");
    var sent = Plans.sent(house, HELPERS, result);
    visitor.inside(HELPERS).open("/office/read?id=" + sent + "&person=1");
  }

  private void readTooEarly(Visitor visitor) {
    var sent = Plans.sent(house);
    visitor.inside(HELPERS).open("/office/read?id=" + sent);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsReadableByEverybodyOnEveryScreen(String name) {
    var visitor = visitors.come(house);

    Objects.requireNonNull(PAGES.get(name)).accept(this, visitor);

    assertAll(
        () -> assertEquals(List.of(), barriers(visitor, name, Visitor.WIDE), "axe, wide"),
        () -> assertEquals(List.of(), narrowBarriers(visitor, name), "axe, narrow"),
        () -> assertEquals(List.of(), widerThanTheScreen(visitor), "to be scrolled sideways"),
        () -> visitor.page().setViewportSize(VERY_WIDE, Visitor.HIGH),
        () -> assertEquals(List.of(), widerThanTheScreen(visitor), "the same, very wide"),
        () -> assertEquals(List.of(), complaints(visitor), "the console's errors"));
  }

  @Test
  void aBarrierThatIsPutIntoAPageIsFound() {
    var visitor = visitors.come(house);
    visitor.open("/");

    visitor
        .page()
        .evaluate(
            "() => { document.querySelector('h1').innerHTML = '<img src=\"/static/favicon.svg\">'; }");

    assertTrue(barriers(visitor, "barrier", Visitor.WIDE).toString().contains("image-alt"));
  }

  private static List<?> narrowBarriers(Visitor visitor, String name) {
    if (WHOLE) {
      return barriers(visitor, name, NARROW);
    }
    visitor.page().setViewportSize(NARROW, Visitor.HIGH);
    return List.of();
  }

  /** What axe finds serious or critical; leaves a picture behind. */
  private static List<?> barriers(Visitor visitor, String name, int width) {
    Page page = visitor.page();
    look(page, name, width);
    if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
      page.evaluate(AXE);
    }
    return (List<?>)
        page.evaluate(
            """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .filter(it => ['serious', 'critical'].includes(it.impact))
                .map(it => it.id + ': ' + it.nodes.map(node => node.target.join(' ')).join(', '))
            """);
  }

  /** A4 upright, as a browser lays it out: 210 mm at 96 dots an inch, less the margins. */
  private static final int PAPER = 718;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "office-home",
        "office-inbox",
        "office-sent",
        "office-transmission-received",
        "office-read-list"
      })
  void onPaperThereIsNoNavigationAndNothingIsCutOff(String name) {
    var visitor = visitors.come(house);
    Objects.requireNonNull(PAGES.get(name)).accept(this, visitor);
    Page page = visitor.page();

    page.setViewportSize(PAPER, Visitor.HIGH);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    picture(page, name + "-paper");
    assertThat(visitor.at(".frame-nav")).isHidden();
    assertThat(visitor.at("#sign-out")).isHidden();
    assertThat(visitor.at("h1")).isVisible();
    assertEquals(List.of(), widerThanTheScreen(visitor), "cut off at the margin");
    for (Locator table : visitor.at("table").all()) {
      assertThat(table).hasCSS("display", "table");
      assertThat(table.locator("thead")).hasCSS("display", "table-header-group");
    }
  }

  private static void look(Page page, String name, int width) {
    page.setViewportSize(width, Visitor.HIGH);
    picture(page, name + "-" + width);
  }

  private static void picture(Page page, String name) {
    if (WHOLE) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENS.resolve(name + ".png"))
              .setAnimations(ScreenshotAnimations.DISABLED)
              .setFullPage(true));
    }
  }

  private static final String AXE = axe();

  private static String axe() {
    try (var in = PagesBrowserIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          + ";undefined";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<?> widerThanTheScreen(Visitor visitor) {
    return (List<?>)
        visitor
            .page()
            .evaluate(
                """
                () => {
                  const width = document.documentElement.clientWidth;
                  return document.documentElement.scrollWidth <= width ? []
                      : [...document.querySelectorAll('body *')]
                          .filter(it => it.getBoundingClientRect().right > width + 1)
                          .map(it => it.tagName + '#' + it.id + '.' + it.className);
                }
                """);
  }

  /** A page that is itself a refusal is told by the console too. */
  private static List<String> complaints(Visitor visitor) {
    return visitor.complaints().stream()
        .filter(it -> !it.matches("Failed to load resource: .* status of (403|404|409|410|500) .*"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "enter, #enter-go, #count-unread",
    "way-in, 'a[href=\"/account/sign-in\"]', #sign-in-go",
    "office-home, 'main a[href=\"/office/send\"]', #drop",
    "office-transmission-unread, #receive, #download-all",
    "office-inbox, 'main th a', #receipt-number",
  })
  void theKeyboardAloneReachesTheMainActionAndSeesWhereItIs(
      String name, String action, String then) {
    var visitor = visitors.come(house);
    Objects.requireNonNull(PAGES.get(name)).accept(this, visitor);

    tabTo(visitor, action);
    visitor.page().keyboard().press("Enter");

    assertThat(visitor.at(then)).isVisible();
  }

  private static void tabTo(Visitor visitor, String action) {
    for (int stops = 0; stops < 60; stops++) {
      visitor.page().keyboard().press("Tab");
      var width =
          (Number)
              visitor
                  .page()
                  .evaluate(
                      """
                      () => {
                        const style = getComputedStyle(document.activeElement);
                        return style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
                      }
                      """);
      assertTrue(
          width.intValue() >= 2,
          () -> "unseen: " + visitor.page().evaluate("() => document.activeElement.outerHTML"));
      if (Boolean.TRUE.equals(
          visitor.page().evaluate("action => document.activeElement.matches(action)", action))) {
        return;
      }
    }
    throw new AssertionError("not reached by Tab: " + action);
  }
}
