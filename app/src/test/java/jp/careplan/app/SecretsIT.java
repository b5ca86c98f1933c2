package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What lets somebody in stands nowhere but where it must. */
@ExtendWith(HouseKeeper.class)
class SecretsIT {
  private static final String MAIL = "secrets@careplan.example";
  private static final String GUESS = "a guess that is wrong 17";
  private static final String CHOSEN = "mizu ringo tokei 31";
  private static final Pattern RESET_CODE = Pattern.compile("code=([A-Za-z0-9_-]{43})");
  private static final Pattern RECOVERY_CODE = Pattern.compile("[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}");
  private static final String OFFICE = "9979900011";
  private static final String PERSON = "架空　太郎";

  /** What a crashed server may leave behind: they bear the process's number. */
  private static final Pattern LEFT_BEHIND =
      Pattern.compile("(hs_err_pid|core|java_pid).*|.*\\.(hprof|dmp|mdmp)");

  private final House house;

  SecretsIT(House house) {
    this.house = house;
  }

  /** Whoever has the database, or a dump of it, and no key store. */
  @Test
  void neitherNamesNorInsuredNumbersStandInTheDatabase() throws Exception {
    var id = TransmissionId.next();
    var sender = house.office(CARE_MANAGER);
    var recipient = house.office(HELPERS);
    assertEquals(201, sender.offer(id, house.unit().people(3).files()).statusCode());
    recipient.post("/transmissions/" + id + "/receiving", "");
    assertEquals(200, recipient.bytes("/transmissions/" + id + "/bundle").statusCode());
    var page = new PageClient(house.node());
    page.enter(OfficeClient.json(recipient.post("/handoff", "")).getString("url"));
    assertTrue(page.get("/office/read?id=" + id + "&person=2").body().contains(PERSON));
    assertEquals(202, sender.post("/takeouts", "").statusCode());
    for (int i = 0; i < 300 && takeouts() > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }

    String everything =
        house.everyRowOf("kernel_", "application_", "licensing_", "exchange_", "support_");

    assertTrue(everything.contains(id.value()));
    for (String secret : List.of(PERSON, "カクウ タロウ", "9900000001", "9900000003")) {
      assertFalse(everything.contains(secret), secret);
      byte[] asSent = secret.getBytes(Charset.forName("MS932"));
      assertFalse(everything.contains(new String(asSent, StandardCharsets.ISO_8859_1)), secret);
    }
  }

  private long takeouts() {
    return house.count("SELECT COUNT(*) FROM exchange_takeout WHERE status = 'RUNNING'");
  }

  @Test
  void neitherLogNorDatabaseKnowsWhatLetsSomebodyIn() throws Exception {
    var secrets = new ArrayList<String>();
    String user = "KJ99" + OFFICE;
    String first = OfficeClient.password(house.node());
    house.addOffice(OFFICE, "");
    house.update("UPDATE application_account SET security_mail = ? WHERE user_id = ?", MAIL, user);
    var pages = new PageClient(house.node());
    pages.signIn(user, GUESS);
    assertEquals(302, pages.signIn(user, first).statusCode());
    secrets.add(GUESS);
    secrets.addAll(
        found(
            RECOVERY_CODE,
            pages
                .form("/account/recovery-codes", "codes-form")
                .send(Map.of("password", first))
                .body()));
    int before = house.mailsTo(MAIL).size();
    new PageClient(house.node()).form("/account/reset", "reset").send(Map.of("user-id", user));
    secrets.addAll(found(RESET_CODE, house.mailTo(MAIL, before)));
    pages.changePassword(first, CHOSEN);
    secrets.add(CHOSEN);
    OfficeClient launcher = house.office(CARE_MANAGER);
    secrets.add(launcher.token());
    secrets.add(OfficeClient.json(launcher.post("/handoff", "")).getString("url").split("=")[1]);
    secrets.add(first);
    secrets.add(Database.PASSWORD);

    String everything = house.everyRowOf("kernel_", "application_", "licensing_", "exchange_");
    String log = Files.readString(house.node().log());

    assertTrue(secrets.size() >= 8, "found: " + secrets.size());
    for (String secret : secrets) {
      assertFalse(everything.contains(secret), "in the database: " + secrets.indexOf(secret));
      assertFalse(log.contains(secret), "in the log: " + secrets.indexOf(secret));
    }
  }

  /** The first group, or the whole, of every find. */
  private static List<String> found(Pattern pattern, String text) {
    List<String> all =
        pattern.matcher(text).results().map(hit -> hit.group(hit.groupCount())).toList();
    assertFalse(all.isEmpty(), "nothing like " + pattern);
    return all;
  }

  /** A violent end in the middle of a start, as a fault of the virtual machine would be. */
  @Test
  void aStartThatCrashesLeavesNoSecretBehind() throws Exception {
    try (Database database = Database.start();
        Node node = Node.start(database, Map.of())) {
      node.crash();
      long before = Files.size(node.log());
      node.launchAgain();
      String runFolder = folderOf(node, before);
      new ProcessBuilder("kill", "-SEGV", String.valueOf(node.pid())).start().waitFor();
      for (int i = 0; i < 300 && Files.exists(Path.of(runFolder)); i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }

      assertFalse(Files.exists(Path.of(runFolder)), runFolder);
      String keys = OfficeClient.password(node);
      for (Path left : leftBehind(node.home(), Folders.project(), Path.of("").toAbsolutePath())) {
        String bytes = new String(Files.readAllBytes(left), StandardCharsets.ISO_8859_1);
        assertFalse(left.toString().matches(".*(hprof|core).*"), "memory was written: " + left);
        assertFalse(bytes.contains(keys), left.toString());
        assertFalse(bytes.contains(Database.PASSWORD), left.toString());
        Files.delete(left);
      }
    }
  }

  /** The server's process is there and has read its settings when it names its folder. */
  private static String folderOf(Node node, long before) throws Exception {
    Pattern folder = Pattern.compile("--systemproperties\\u0000([^\\u0000]+)/system.properties");
    for (int i = 0; i < 600; i++) {
      Optional<Long> pid = node.serverPid();
      if (pid.isPresent()) {
        Path commandLine = Path.of("/proc/" + pid.get() + "/cmdline");
        Matcher command = folder.matcher(Files.readString(commandLine));
        if (command.find() && Files.size(node.log()) > before) {
          return command.group(1);
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("the server does not start");
  }

  private static List<Path> leftBehind(Path... folders) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(Files::isRegularFile)
            .filter(it -> LEFT_BEHIND.matcher(it.getFileName().toString()).matches())
            .forEach(all::add);
      }
    }
    return all;
  }
}
