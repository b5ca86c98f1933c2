package jp.careplan.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.PageClient;
import jp.careplan.application.VendorTestPart.Kind;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.internal.trial.TestUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A maker of care software works through the vendor test, and an operator publishes it. */
@ExtendWith(HouseKeeper.class)
class VendorTestIT {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Pattern CODE = Pattern.compile("/vendor/run\\?code=([A-Za-z0-9_-]{32})");
  private static final AtomicInteger MAKERS = new AtomicInteger();

  private final House house;
  private final PageClient pages;
  private final String mail = "maker-" + MAKERS.incrementAndGet() + "@vendor.example";

  VendorTestIT(House house) {
    this.house = house;
    this.pages = new PageClient(house.node());
  }

  /** The code that came by mail. */
  private String begin(String product) {
    int before = house.mailsTo(mail).size();
    var answer =
        pages
            .form("/vendor/test", "begin")
            .send(
                Map.of(
                    "begin-product",
                    product,
                    "begin-version",
                    "1.0",
                    "begin-maker",
                    "見本ソフト株式会社",
                    "begin-mail",
                    mail));
    assertEquals("", PageClient.problem(answer), answer.body());
    return code(house.mailTo(mail, before));
  }

  private static String code(String text) {
    Matcher code = CODE.matcher(text.replace("=\r\n", ""));
    assertTrue(code.find(), text);
    return code.group(1);
  }

  private String runOf(String product) {
    assertEquals(
        1, house.count("SELECT COUNT(*) FROM exchange_vendor_run WHERE product = ?", product));
    return house.text("SELECT id FROM exchange_vendor_run WHERE product = ?", product);
  }

  private String write(String code, Kind kind, List<OfferedFile> files)
      throws IOException, InterruptedException {
    var body = new Multipart().field("code", code).field("part", kind + "-OUT");
    files.forEach(file -> body.file("file", file.name(), file.content()));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(house.node().publicAddress("/vendor/part/written"))
                    .header("Content-Type", body.contentType())
                    .POST(BodyPublishers.ofByteArray(body.bytes()))
                    .build(),
                BodyHandlers.ofString(UTF_8));
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private List<String> given(String code, String part) throws IOException {
    byte[] zip = pages.bytes("/vendor/part/given?code=" + code + "&part=" + part).body();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      in.getNextEntry();
      return new String(in.readAllBytes(), MS932).lines().toList();
    }
  }

  @Test
  void whatPassesStandsInThePublicListWhenAnOperatorHasPublishedIt()
      throws IOException, InterruptedException {
    String product = "試験ソフト" + mail;
    String code = begin(product);
    String run = runOf(product);
    var moment = LocalDateTime.of(2026, 6, 1, 9, 0);

    String others = write(code, Kind.D2, TestUnit.files(Kind.D2, "another", moment));
    String right = write(code, Kind.D2, TestUnit.files(Kind.D2, run + " OUT", moment));
    List<String> result = given(code, "D3-IN");
    Map<String, String> answers = answers(code, result);
    var wrong = pages.form(part(code, "D3-IN"), "answers").send(withDays(answers, "0"));
    var passed = pages.form(part(code, "D3-IN"), "answers").send(answers);
    var submitted = pages.form("/vendor/run?code=" + code, "submit").send(Map.of("code", code));

    assertTrue(others.contains("まだ合格ではありません"), others);
    assertTrue(others.contains("足りない行"), others);
    assertTrue(right.contains("合格です"), right);
    assertTrue(wrong.body().contains("まだ合格ではありません"), wrong.body());
    assertTrue(passed.body().contains("合格です"), passed.body());
    assertEquals("", PageClient.problem(submitted), submitted.body());
    assertFalse(pages.get("/software").body().contains(product));

    int mails = house.mailsTo(mail).size();
    var desk = DeskClient.of(house.node(), "OPERATOR", "");
    var list = desk.get("/desk/vendor-runs");
    var published =
        desk.pages()
            .form("/desk/vendor-run?id=" + run, "publish")
            .send(Map.of("id", run, "publish-reason", "試験の結果のとおり", "sure", "1"));

    assertTrue(list.body().contains(product), list.body());
    assertEquals("", PageClient.problem(published), published.body());
    String software = pages.get("/software?q=" + mail + "&kind=D3").body();
    assertTrue(software.contains(product), software);
    assertFalse(pages.get("/software?q=" + mail + "&kind=D1").body().contains(product));
    assertTrue(house.mailTo(mail, mails).contains("/software"));
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'vendor-run-published'"
                + " AND subject = ?",
            run));
  }

  private static String part(String code, String part) {
    return "/vendor/part?code=" + code + "&part=" + part;
  }

  private static Map<String, String> answers(String code, List<String> result) {
    String[] first = result.getFirst().split(",", -1);
    String[] last = result.getLast().split(",", -1);
    return Map.of(
        "code", code,
        "part", "D3-IN",
        "answer-insured", first[2],
        "answer-days", String.valueOf(result.size()),
        "answer-first", first[9],
        "answer-last", last[9],
        "answer-end", first[12]);
  }

  private static Map<String, String> withDays(Map<String, String> answers, String days) {
    Map<String, String> changed = new java.util.HashMap<>(answers);
    changed.put("answer-days", days);
    return changed;
  }

  @Test
  void anotherMailEndsTheWayInOfTheOneBefore() {
    String old = begin("なくした" + mail);
    int before = house.mailsTo(mail).size();

    pages.form("/vendor/test", "remind").send(Map.of("remind-mail", mail));
    String fresh = code(house.mailTo(mail, before));

    assertEquals("EX-410", PageClient.problem(pages.get("/vendor/run?code=" + old)));
    assertEquals(200, pages.get("/vendor/run?code=" + fresh).statusCode());
  }

  @Test
  void whatWasSentBackIsTriedAgainAndNothingPassedIsNotSubmitted()
      throws IOException, InterruptedException {
    String product = "差し戻し" + mail;
    String code = begin(product);
    String run = runOf(product);
    var nothing = pages.form("/vendor/run?code=" + code, "submit").send(Map.of("code", code));
    write(code, Kind.D7, TestUnit.files(Kind.D7, run + " OUT", LocalDateTime.of(2026, 6, 1, 9, 0)));
    pages.form("/vendor/run?code=" + code, "submit").send(Map.of("code", code));
    var whileWaiting = pages.get("/vendor/run?code=" + code);
    int mails = house.mailsTo(mail).size();

    var desk = DeskClient.of(house.node(), "OPERATOR", "");
    desk.pages()
        .form("/desk/vendor-run?id=" + run, "send-back")
        .send(Map.of("id", run, "send-back-remark", "版を確かめてください", "sure", "1"));

    assertEquals("EX-413", PageClient.problem(nothing), nothing.body());
    assertTrue(house.mailTo(mail, mails).contains("版を確かめてください"));
    var page = pages.get("/vendor/run?code=" + code).body();
    assertTrue(page.contains("版を確かめてください"), page);
    assertTrue(page.contains("✓ 合格"), page);
    assertTrue(whileWaiting.body().contains("確認を待っています"), whileWaiting.body());
  }

  @Test
  void nobodyLooksIntoARunWithoutItsCodeAndHelpDeskDoesNotPublish() {
    String product = "他人" + mail;
    begin(product);
    String run = runOf(product);
    var helpDesk = DeskClient.of(house.node(), "HELPDESK", "");

    assertEquals("EX-410", PageClient.problem(pages.get("/vendor/run?code=" + run)));
    assertEquals("EX-410", PageClient.problem(pages.get(part("x", "D1-IN"))));
    assertEquals("EX-410", PageClient.problem(pages.get("/vendor/part/given?code=x&part=D1-IN")));
    assertFalse(helpDesk.get("/desk/vendor-run?id=" + run).body().contains("publish-go"));
  }
}
