package jp.careplan.launcher;

import static jp.careplan.launcher.FakeExchange.Answer.bytes;
import static jp.careplan.launcher.FakeExchange.Answer.cut;
import static jp.careplan.launcher.FakeExchange.Answer.json;
import static jp.careplan.launcher.FakeExchange.Answer.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.launcher.unit.Hash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiveTest {
  private static final String NAME = "UPJSK_202606_9970000022_11_9970000011_43_20260702090000.CSV";
  private static final String CONTENT = "result";

  private final TestAuthority authority = new TestAuthority("Sample CA");
  private final FakeExchange server = new FakeExchange(authority);
  private @TempDir Path folder;
  private TestOffice office;
  private Path inbox;

  @BeforeEach
  void enroll() {
    office = new TestOffice(folder).enrolledAt(server, authority);
    inbox = folder.resolve("inbox");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void savesWhatIsUnreadInAFolderOfItsOwn() throws Exception {
    arrives("T1", "20260702090000", NAME, CONTENT);
    unread("T1", "20260702090000");

    var run = office.run("receive", "--to", inbox.toString(), "--json");

    assertEquals(0, run.code(), run.err());
    Path saved = inbox.resolve("20260702090000_9970000022").resolve(NAME);
    assertEquals(CONTENT, Files.readString(saved));
    assertEquals(saved.getParent() + "", run.json().at("/results/0/folder").asText());
    assertTrue(Files.exists(office.profile().resolve("receipts/T1.p7m")));
  }

  @Test
  void takesTheOlderSequenceFirst() {
    arrives("T1", "20260702090000", NAME, CONTENT);
    arrives("T2", "20260701090000", NAME.replace("20260702", "20260701"), "older");
    server.on(
        "GET inbox?state=SENT&limit=50&after=0",
        json(
            200,
            "{\"items\":["
                + summary("T1", "20260702090000")
                + ","
                + summary("T2", "20260701090000")
                + "],\"next\":\"2\"}"));
    server.on("GET inbox?state=SENT&limit=50&after=2", json(200, "{\"items\":[],\"next\":\"2\"}"));

    var run = office.run("receive", "--to", inbox.toString(), "--json");

    assertEquals("T2", run.json().at("/results/0/id").asText());
    assertEquals("T1", run.json().at("/results/1/id").asText());
  }

  @Test
  void savesNothingWhenTheBytesDiffer() throws Exception {
    arrives("T1", "20260702090000", NAME, CONTENT);
    unread("T1", "20260702090000");
    server.on("GET transmissions/T1/files/", bytes("tampered".getBytes(StandardCharsets.UTF_8)));

    var run = office.run("receive", "--to", inbox.toString(), "--json");

    assertEquals(1, run.code());
    assertEquals("CL-403", run.json().at("/results/0/problem/code").asText());
    assertEquals(List.of(), below(inbox));
  }

  @Test
  void overwritesNoOtherFile() throws Exception {
    arrives("T1", "20260702090000", NAME, CONTENT);
    unread("T1", "20260702090000");
    Path mine = Files.createDirectories(inbox.resolve("20260702090000_9970000022")).resolve(NAME);
    Files.writeString(mine, "mine");

    var run = office.run("receive", "--to", inbox.toString(), "--json");

    assertEquals(1, run.code());
    assertEquals("CL-404", run.json().at("/results/0/problem/code").asText());
    assertEquals("mine", Files.readString(mine));
  }

  @Test
  void mayBeRepeated() throws Exception {
    arrives("T1", "20260702090000", NAME, CONTENT);
    unread("T1", "20260702090000");
    office.run("receive", "--to", inbox.toString());

    var run = office.run("receive", "--to", inbox.toString());

    assertEquals(0, run.code(), run.out());
    assertEquals(1, below(inbox).size());
  }

  @Test
  void finishesNextTimeWhatWasCutAfterReceiving() throws Exception {
    arrives("T1", "20260702090000", NAME, CONTENT);
    unread("T1", "20260702090000");
    server.on("GET transmissions/T1/files/", cut());
    var first = office.run("receive", "--to", inbox.toString());
    noneUnread();
    arrives("T1", "20260702090000", NAME, CONTENT);

    var second = office.run("receive", "--to", inbox.toString());

    assertEquals(4, first.code());
    assertEquals(0, second.code(), second.err());
    assertEquals(1, below(inbox).size());
    assertEquals(List.of(), below(office.profile().resolve("incoming")));
  }

  @Test
  void refusesANameThatLeadsOutOfTheFolder() throws Exception {
    arrives("T1", "20260702090000", "../../evil.CSV", CONTENT);
    unread("T1", "20260702090000");

    var run = office.run("receive", "--to", inbox.toString());

    assertEquals(1, run.code());
    assertEquals(List.of(), below(inbox));
    assertFalse(Files.exists(folder.resolve("evil.CSV")));
  }

  @Test
  void forgetsWhatWasWithdrawnInTheMeantime() throws Exception {
    unread("T1", "20260702090000");
    server.on("POST transmissions/T1/receiving", problem(409, "EX-106", "取り消されました"));

    var run = office.run("receive", "--to", inbox.toString());

    assertEquals(1, run.code());
    assertEquals(List.of(), below(office.profile().resolve("incoming")));
  }

  @Test
  void receivesOneByItsId() throws Exception {
    arrives("T1", "20260702090000", NAME, CONTENT);

    var run = office.run("receive", "T1", "--to", inbox.toString());

    assertEquals(0, run.code(), run.err());
    assertEquals(1, below(inbox).size());
  }

  @Test
  void saysThatNothingIsUnread() {
    noneUnread();

    assertTrue(office.run("receive", "--to", inbox.toString()).out().contains("未受信のものはありません"));
  }

  private void unread(String id, String sequence) {
    server.on(
        "GET inbox?state=SENT&limit=50&after=0",
        json(200, "{\"items\":[" + summary(id, sequence) + "],\"next\":\"1\"}"));
    server.on("GET inbox?state=SENT&limit=50&after=1", json(200, "{\"items\":[],\"next\":\"1\"}"));
  }

  private void noneUnread() {
    server.on("GET inbox?state=SENT&limit=50&after=0", json(200, "{\"items\":[],\"next\":\"0\"}"));
  }

  private void arrives(String id, String sequence, String name, String content) {
    byte[] raw = content.getBytes(StandardCharsets.UTF_8);
    String detail =
        summary(id, sequence)
            .replaceFirst(
                "\\}$",
                ",\"files\":[{\"name\":\"%s\",\"type\":\"UPJSK\",\"bytes\":%d,\"sha256\":\"%s\"}]}"
                    .formatted(name, raw.length, Hash.of(raw)));
    server.on("GET transmissions/" + id, json(200, detail));
    server.on("POST transmissions/" + id + "/receiving", json(200, detail));
    server.on("GET transmissions/" + id + "/files/", bytes(raw));
    server.on(
        "GET transmissions/" + id + "/receipt",
        bytes(TestReceipt.signedBy(authority, "{\"receiptNumber\":\"R-1\"}")));
  }

  private static String summary(String id, String sequence) {
    return ("{\"id\":\"%s\",\"inboxNumber\":1,\"state\":\"SENT\",\"sender\":{\"number\":\"9970000022\","
            + "\"name\":\"はるかぜ訪問介護\",\"serviceKind\":\"11\"},\"recipient\":{\"number\":\"9970000011\"},"
            + "\"unit\":\"U5\",\"kind\":\"result\",\"serviceMonth\":\"202606\",\"sequence\":\"%s\",\"people\":2,"
            + "\"fileCount\":1,\"bytes\":6,\"sentAt\":\"2026-07-02T01:12:00Z\"}")
        .formatted(id, sequence);
  }

  private static List<Path> below(Path folder) throws java.io.IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
