package jp.careplan.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.Enrolment;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.app.house.Refusal;
import jp.careplan.application.VendorTestPart.Kind;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.trial.TestUnit;
import jp.careplan.exchange.internal.trial.TestUnit.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/api/vendor-guide.md} does what it says, and a sandbox office stays among its like.
 */
@ExtendWith(HouseKeeper.class)
class VendorGuideIT {
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final String PRACTICE = "9970000099";
  private static final String NOT_JOINED = "9970009979";

  private final House house;
  private @TempDir Path folder = Path.of("");

  VendorGuideIT(House house) {
    this.house = house;
  }

  /** Number, user, password and issuing password of a new sandbox office, from the desk's page. */
  private Map<String, String> newSandboxOffice() {
    var desk = DeskClient.of(house.node(), "OPERATOR", "");
    String page =
        desk.pages()
            .form("/desk/sandbox", "make")
            .send(Map.of("make-note", "見本ソフト", "make-reason", "申し込みのため", "sure", "1"))
            .body();
    return Map.of(
        "OFFICE", told(page, "made-number"),
        "USER_ID", told(page, "made-user"),
        "PASSWORD", told(page, "made-password"),
        "ISSUE_PASSWORD", told(page, "made-issue-password"));
  }

  private static String told(String page, String id) {
    Matcher value = Pattern.compile("id=\"" + id + "\">([^<]+)<").matcher(page);
    assertTrue(value.find(), page);
    return value.group(1);
  }

  @Test
  void everyCommandOfTheGuideWorks() throws IOException, InterruptedException {
    Map<String, String> office = newSandboxOffice();
    Path out = Files.createDirectory(folder.resolve("out"));
    for (OfferedFile file : plan(number(office), PRACTICE)) {
      Files.write(out.resolve(file.name()), file.content());
    }
    Path script = folder.resolve("guide.sh");
    Files.writeString(script, "set -euo pipefail\n" + commands());

    var process = new ProcessBuilder("bash", "-x", script.toString()).directory(folder.toFile());
    process.environment().putAll(office);
    process.environment().put("PUBLIC", "https://localhost:" + house.node().publicTlsPort());
    process.environment().put("CONNECTOR", base(house.node().connectorAddress("")));
    process.environment().put("CA", house.node().home().resolve("authority.pem").toString());
    Path log = folder.resolve("log");
    Process running = process.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean over = running.waitFor(180, TimeUnit.SECONDS);
    running.destroyForcibly();

    String told = Files.readString(log, UTF_8);
    assertTrue(over, told);
    assertEquals(0, running.exitValue(), told);
  }

  private static String base(java.net.URI address) {
    return address.toString().replaceAll("/$", "");
  }

  private static String commands() throws IOException {
    return BLOCK
        .matcher(Files.readString(Folders.project().resolve("docs/api/vendor-guide.md")))
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void nothingCrossesBetweenTheSandboxAndTheOfficesOfTheCountry() throws Exception {
    Map<String, String> office = newSandboxOffice();
    String sandbox = number(office);
    OfficeClient inside = client(office);
    OfficeClient outside = house.office(House.CARE_MANAGER);

    assertMisaddressed(outside.offer(TransmissionId.next(), plan(House.CARE_MANAGER, sandbox)));
    assertMisaddressed(inside.offer(TransmissionId.next(), plan(sandbox, House.HELPERS)));
    Refusal.assertRefused(422, "EX-415", message(outside, sandbox));
    Refusal.assertRefused(422, "EX-415", message(inside, House.HELPERS));
    Refusal.assertRefused(
        422,
        "EX-415",
        inside.post("/partners/" + NOT_JOINED + "/invitation", "{\"way\":\"PAPER\"}"));
  }

  @Test
  void sandboxOfficesExchangeAmongThemselvesAndAreCountedNowhere() throws Exception {
    Map<String, String> first = newSandboxOffice();
    Map<String, String> second = newSandboxOffice();
    OfficeClient sender = client(first);

    var sent = sender.offer(TransmissionId.next(), plan(number(first), number(second)));
    assertEquals(201, sent.statusCode(), sent.body());

    var year = YearMonth.now(ZoneId.of("Asia/Tokyo"));
    String month = "{\"month\":\"" + DateTimeFormatter.ofPattern("uuuuMM").format(year) + "\"}";
    Refusal.assertRefused(422, "EX-340", sender.post("/month-proofs", month));
    var listed = house.office(House.CARE_MANAGER).get("/directory?q=9979");
    assertTrue(OfficeClient.json(listed).getJsonArray("items").isEmpty(), listed.body());
    assertEquals(
        0, house.count("SELECT COUNT(*) FROM licensing_license WHERE office LIKE '9979%'"));
  }

  /** Or it would be listed, counted and charged like any other. */
  @Test
  void aSandboxOfficeCannotApplyForUse() throws IOException {
    Map<String, String> office = newSandboxOffice();
    var pages = new PageClient(house.node());
    pages.signIn(office.getOrDefault("USER_ID", ""), office.getOrDefault("PASSWORD", ""));

    pages.form("/account/apply", "premises").send(Map.of("step", "1", "care-software", "見本ソフト"));

    String told = pages.get("/account/apply").body();
    assertTrue(told.contains("AP-314"), told);
    assertEquals(
        0,
        house.count(
            "SELECT COUNT(*) FROM application_usage_application WHERE office LIKE '9979%'"));
  }

  private OfficeClient client(Map<String, String> office) throws Exception {
    var terminal = new Enrolment(house.node(), number(office));
    String user = office.getOrDefault("USER_ID", "");
    String request = terminal.request();
    var answer =
        terminal.ask(user, office.getOrDefault("ISSUE_PASSWORD", ""), "vendor", "", request);
    OfficeClient client = terminal.client(Enrolment.chain(answer));
    var session = client.signIn(user, office.getOrDefault("PASSWORD", ""));
    assertEquals(201, session.statusCode(), session.body());
    return client.bearing(OfficeClient.json(session).getString("token"));
  }

  private static String number(Map<String, String> office) {
    return office.getOrDefault("OFFICE", "");
  }

  private List<OfferedFile> plan(String from, String to) {
    return TestUnit.files(
        Kind.D2,
        house.sequence(),
        LocalDateTime.of(2026, 6, 1, 9, 0),
        new Side(from, "43"),
        new Side(to, "11"));
  }

  private static void assertMisaddressed(HttpResponse<String> answer) {
    Refusal.assertRefused(422, "EX-201", answer);
    assertTrue(answer.body().contains("EX-415"), answer.body());
  }

  private static HttpResponse<String> message(OfficeClient from, String to) {
    var letter =
        new OfferedFile("message.json", "{\"text\":\"見本\",\"attachments\":[]}".getBytes(UTF_8));
    return from.put(
        "/transmissions/" + TransmissionId.next(),
        new Multipart()
            .field("manifest", SendingOffer.manifestOf(List.of(letter)))
            .field("message", letter.content())
            .field("recipient", to));
  }
}
