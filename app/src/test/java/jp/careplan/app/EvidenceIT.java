package jp.careplan.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.OfficeClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.exchange.TransmissionId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an office can prove, and what its administrators and the auditor see. */
@ExtendWith(HouseKeeper.class)
class EvidenceIT {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}(-[0-9A-Z]{5}){3}");

  private final House house;

  EvidenceIT(House house) {
    this.house = house;
  }

  private static String month(int monthsAgo) {
    return DateTimeFormatter.ofPattern("uuuuMM")
        .format(YearMonth.now(ZoneId.of("Asia/Tokyo")).minusMonths(monthsAgo));
  }

  private PageClient pages(String number) {
    return pages(house.office(number));
  }

  private PageClient pages(OfficeClient office) {
    var pages = new PageClient(house.node());
    pages.enter(json(office.post("/handoff", "")).getString("url"));
    return pages;
  }

  private TransmissionId received(String recipient) {
    var id = TransmissionId.next();
    house.office(CARE_MANAGER).offer(id, house.unit(CARE_MANAGER, recipient).files());
    house.office(recipient).post("/transmissions/" + id + "/receiving", "");
    return id;
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  private String openssl(Path folder, byte[] cms) throws IOException, InterruptedException {
    Files.write(folder.resolve("word.p7m"), cms);
    Files.writeString(
        folder.resolve("signers.pem"),
        new PageClient(house.node()).get("/public/v1/receipt-signers").body());
    return run(
        folder,
        Map.of(),
        "openssl cms -verify -inform DER -in word.p7m -CAfile signers.pem -purpose any");
  }

  private static String run(Path folder, Map<String, String> environment, String line)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(line.split(" ")).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("CAREPLAN_"));
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() + "\n" + told;
  }

  @Test
  void bothSidesSeeTheReceiptAndTakeItAlong() throws IOException {
    TransmissionId id = received(HELPERS);
    for (String side : List.of(CARE_MANAGER, HELPERS)) {
      PageClient pages = pages(side);

      String page = pages.get("/office/receipt?id=" + id).body();
      String pdf = text(pages.bytes("/office/receipt-paper/" + id + ".pdf").body());

      String number =
          json(house.office(side).get("/transmissions/" + id)).getString("receiptNumber");
      for (String told : List.of(number, "署名を確かめました", "KJ99" + HELPERS, id.value())) {
        assertTrue(page.contains(told), told);
        assertTrue(pdf.contains(told), told);
      }
      assertEquals(
          1,
          house.count(
              "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'receipt-saved'"
                  + " AND subject = ? AND office = ?",
              id.value(),
              side));
    }
  }

  @Test
  void aReceiptOfOthersIsNotShown() {
    TransmissionId id = received(HELPERS);
    PageClient other = pages(DAY_SERVICE);

    assertEquals("EX-102", PageClient.problem(other.get("/office/receipt?id=" + id)));
    assertEquals(404, other.get("/office/receipt-paper/" + id + ".pdf").statusCode());
  }

  @Test
  void aReceiptThatWasChangedInTheDatabaseShows() {
    TransmissionId id = received(HELPERS);
    house.update(
        "UPDATE exchange_receipt SET cms = ? WHERE transmission_id = ?",
        "no receipt".getBytes(UTF_8),
        id.value());

    assertTrue(pages(HELPERS).get("/office/receipt?id=" + id).body().contains("署名を確かめられません"));
  }

  private String issued(PageClient pages) {
    HttpResponse<String> done =
        pages
            .form("/office/month-proof?month=" + month(0), "issue")
            .send(Map.of("month", month(0)));
    assertEquals(302, done.statusCode());
    Matcher code = CODE.matcher(pages.get("/office/month-proof?month=" + month(0)).body());
    assertTrue(code.find());
    return code.group();
  }

  @Test
  void whoeverHasTheCodeVerifiesAMonthsProof(@TempDir Path folder) throws Exception {
    received(HELPERS);
    received(DAY_SERVICE);
    PageClient pages = pages(CARE_MANAGER);
    String code = issued(pages);

    String found =
        new PageClient(house.node())
            .get("/proof?code=" + code.toLowerCase(Locale.ROOT).replace("-", ""))
            .body();
    String pdf = text(pages.bytes("/office/month-proof-paper/" + code + ".pdf").body());
    String csv = pages.get("/office/month-proof-paper/" + code + ".csv").body();
    String signed =
        openssl(folder, pages.bytes("/office/month-proof-paper/" + code + ".p7m").body());

    for (String told : List.of(code, CARE_MANAGER, HELPERS, DAY_SERVICE)) {
      assertTrue(found.contains(told), told);
      assertTrue(pdf.contains(told), told);
      assertTrue(csv.contains(told), told);
      assertTrue(signed.contains(told), signed);
    }
    assertTrue(signed.startsWith("0\n"), signed);
    assertTrue(signed.contains("\"kind\":\"month-proof\""), signed);
  }

  @Test
  void theSameFiguresAreNotIssuedTwice() {
    received(HELPERS);
    PageClient pages = pages(HELPERS);

    assertEquals(issued(pages), issued(pages));
  }

  @Test
  void aProofWithOtherFiguresThanThoseSignedIsNoProof() {
    received(HELPERS);
    String code = issued(pages(HELPERS));
    house.update(
        "UPDATE exchange_month_proof SET cms = ? WHERE code = ?", "none".getBytes(UTF_8), code);

    String page = new PageClient(house.node()).get("/proof?code=" + code).body();

    assertTrue(page.contains("この確認番号の証明書はありません"));
  }

  @Test
  void aProofOfAnotherOfficeIsNotHandedOut() {
    received(HELPERS);
    String code = issued(pages(HELPERS));

    HttpResponse<String> refused =
        pages(DAY_SERVICE).get("/office/month-proof-paper/" + code + ".p7m");

    assertEquals("EX-341", PageClient.problem(refused));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/office/month-proof",
        "/office/trail",
        "/office/trail-month",
        "/office/trail-export"
      })
  void whoDoesNotAdministerIsSentAway(String path) {
    String user = house.addStaff(CARE_MANAGER, "USER", "");
    var pages = pages(house.node().office(CARE_MANAGER).signInAs(user));

    HttpResponse<String> answer = pages.get(path);

    assertTrue(answer.statusCode() == 302 || answer.statusCode() == 303, "" + answer.statusCode());
    assertFalse(answer.body().contains("KJ99"));
  }

  @Test
  void administratorsSeeWhoDidWhatAndNothingOfOthers() {
    String user = house.addStaff(HELPERS, "USER", "");
    TransmissionId id = received(HELPERS);
    pages(house.node().office(HELPERS).signInAs(user)).get("/office/read?id=" + id);
    PageClient pages = pages(HELPERS);

    String all = pages.get("/office/trail?user=" + user).body();
    String filtered = pages.get("/office/trail?user=" + user + "&action=people-listed").body();
    String table = pages.get("/office/trail-export?user=" + user).body();

    assertTrue(all.contains("連携クライアントから画面を開いた"), all);
    String number =
        json(house.office(HELPERS).get("/transmissions/" + id)).getString("receiptNumber");
    assertTrue(all.contains(">受付番号 " + number + "<"), all);
    assertFalse(all.contains(">" + id), "an ID tells a person nothing");
    assertTrue(filtered.contains("利用者の一覧の表示"));
    assertFalse(filtered.contains("<th scope=\"row\">連携クライアントから画面を開いた"));
    assertTrue(table.contains(id.value() + "," + number), table);
    assertFalse(pages(DAY_SERVICE).get("/office/trail?user=" + user).body().contains(id.value()));
  }

  @Test
  void whatAnOperatorDidIsShownWithoutNameAndReason() {
    DeskClient operator = DeskClient.of(house.node(), "OPERATOR", "");
    house.update(
        "INSERT INTO kernel_audit_entry (id, occurred_at, actor, office, action, subject, reason)"
            + " VALUES (?, '2026-09-10 01:00:00', ?, ?, 'certificate-revoked', 'T', '秘密の理由')",
        "01993157-0000-7000-8000-00000000000a",
        operator.id(),
        DAY_SERVICE);

    String page = pages(DAY_SERVICE).get("/office/trail?from=2026-09-10&until=2026-09-10").body();

    assertTrue(page.contains("電子証明書の失効"), page);
    assertTrue(page.contains("運営者・この仕組み"));
    assertFalse(page.contains("秘密の理由"));
    assertFalse(page.contains(operator.id()));
    house.update(
        "DELETE FROM kernel_audit_entry WHERE id = '01993157-0000-7000-8000-00000000000a'");
  }

  @Test
  void aMonthIsTickedOffOnceAndOnlyWhenItIsOver() {
    PageClient pages = pages(CARE_MANAGER);
    String last = month(2);
    var first = pages.form("/office/trail-month?month=" + last, "confirm");
    var second = pages.form("/office/trail-month?month=" + last, "confirm");
    Map<String, String> sure = Map.of("month", last, "sure", "1");

    assertEquals(302, first.send(sure).statusCode());
    assertTrue(second.send(sure).body().contains("確かめてあります"));

    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'office-trail-confirmed'"
                + " AND subject = ?",
            last));
    assertFalse(pages.get("/office/trail-month?month=" + month(0)).body().contains("confirm-go"));
  }

  @Test
  void aNodeSealsItsTrailAndHandsTheSealsOut() throws Exception {
    TransmissionId id = received(HELPERS);

    awaitSealed(id);

    assertEquals(0, house.count("SELECT COUNT(*) FROM kernel_audit_entry WHERE stamp IS NULL"));
    try (Stream<Path> files = Files.list(house.node().home().resolve("seals"))) {
      String lines = Files.readString(files.findFirst().orElseThrow());
      assertTrue(lines.startsWith("{\"number\":1,"), lines);
      assertTrue(lines.contains("\"signer\":\"seal-1\""));
    }
  }

  private void awaitSealed(TransmissionId id) throws InterruptedException {
    for (int i = 0; i < 300 && sealed(id) == 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertTrue(sealed(id) > 0, "sealed");
  }

  private long sealed(TransmissionId id) {
    return house.count("SELECT COUNT(*) FROM kernel_sealed_entry WHERE subject = ?", id.value());
  }

  @Test
  void theAuditorFindsATransmissionAndVerifiesTheChain() throws Exception {
    TransmissionId id = received(HELPERS);
    awaitSealed(id);
    DeskClient auditor = DeskClient.of(house.node(), "AUDITOR", "");

    String found = auditor.get("/desk/trail?subject=" + id).body();
    auditor.pages().form("/desk/trail-seals", "verify").send(Map.of());
    String page = verified(auditor);

    assertTrue(found.contains("受信"), found);
    assertTrue(page.contains("id=\"whole\""), page);
    assertTrue(auditor.get("/desk/seals-export").body().startsWith("{\"number\":1,"));
    assertTrue(auditor.get("/desk/seal-signers").body().startsWith("-----BEGIN CERTIFICATE"));
  }

  private static String verified(DeskClient auditor) throws InterruptedException {
    String page = "";
    for (int i = 0; i < 200 && !page.contains("id=\"whole\"") && !page.contains("broken"); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      page = auditor.get("/desk/trail-seals").body();
    }
    return page;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/desk/trail-seals", "/desk/seals-export", "/desk/seal-signers"})
  void onlyWhoMayReadTheTrailSeesItsSeals(String path) {
    assertEquals(403, DeskClient.of(house.node(), "BILLING", "").get(path).statusCode());
  }

  @Test
  void theCommandVerifiesTheTrailAndNamesTheFirstBreak() throws Exception {
    assumeFalse(Database.isEmbedded(), "the embedded database is open in its server");
    TransmissionId id = received(HELPERS);
    awaitSealed(id);

    String whole = verifyTrail();
    String entry = "action = 'transmission-received' AND subject = '" + id + "'";
    house.update("UPDATE kernel_audit_entry SET actor = 'KJ999970000099' WHERE " + entry);
    String broken = verifyTrail();
    house.update("UPDATE kernel_audit_entry SET actor = 'KJ99" + HELPERS + "' WHERE " + entry);

    assertTrue(whole.startsWith("0\n"), whole);
    assertTrue(whole.contains("whole: nothing was changed"), whole);
    assertTrue(broken.startsWith("1\n"), broken);
    assertTrue(broken.contains("an entry was changed, seal "), broken);
    assertTrue(verifyTrail().startsWith("0\n"));
  }

  private String verifyTrail() throws IOException, InterruptedException {
    Map<String, String> settings = new java.util.HashMap<>(house.database().settings());
    settings.put("CAREPLAN_CONFIG", house.node().home().resolve("careplan.properties").toString());
    return run(
        house.node().home(),
        settings,
        Folders.project().resolve("app/bin/operator") + " verify-trail");
  }
}
