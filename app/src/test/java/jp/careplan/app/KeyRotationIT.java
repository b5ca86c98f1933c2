package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.SecretKey;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.app.setup.OperatorCommand;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.kernel.TimeOrderedId;
import jp.careplan.kernel.internal.chain.Stamp;
import jp.careplan.kernel.internal.chain.TrailEntry;
import org.junit.jupiter.api.Test;

/**
 * The steps of {@code docs/operations/keys.md}, on two nodes that go on sending and receiving
 * meanwhile.
 */
class KeyRotationIT {
  private static final DateTimeFormatter SEQUENCE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 5, 20, 9, 0);

  private final Map<TransmissionId, List<OfferedFile>> sent = new LinkedHashMap<>();
  private int units;

  @Test
  void keysAreChangedWhileTwoNodesGoOn() throws Exception {
    try (var database = Database.start();
        var one = Node.start(database, Map.of());
        var other = Node.start(one.home(), database)) {
      List<OfficeClient> senders = clients(CARE_MANAGER, one, other);
      List<OfficeClient> recipients = clients(HELPERS, one, other);
      for (int i = 0; i < 60; i++) {
        exchange(senders.get(i % 2), recipients.get(1 - i % 2));
      }
      var oldReceipt = sent.keySet().iterator().next();
      String late = writeMinutesLate(one, database);
      var over = new AtomicBoolean();
      CompletableFuture<Void> load =
          CompletableFuture.runAsync(() -> {
            for (int i = 0; !over.get(); i++) {
              exchange(senders.get(i % 2), recipients.get(1 - i % 2));
            }
          });

      assertTrue(
          keys(one, "keys-use", "master-2")
              .getOrDefault("refusal", "")
              .contains("no key master-2"));
      addKey(one, "-genseckey", "master-2", "-keyalg", "AES", "-keysize", "256");
      addSigner(one, "receipt-2");
      addSigner(one, "seal-2");
      addKey(one, "-genseckey", "lookup-2", "-keyalg", "HmacSHA256", "-keysize", "256");
      use(one, "master-2");
      use(one, "lookup-2");
      use(one, "receipt-2");
      use(one, "seal-2");
      awaitNothingLeft(one);
      over.set(true);
      load.get(2, TimeUnit.MINUTES);

      assertEquals(0, count(database, "exchange_content WHERE master_key = 'master-1'"));
      assertEquals(0, count(database, "exchange_person WHERE key_name <> 'lookup-2'"));
      assertTrue(count(database, "exchange_person") > 60);
      assertTrue(sent.size() > 60, "nothing was sent meanwhile");
      allAreThere(senders.get(0), recipients.get(1));
      verifies(one, senders.get(1), oldReceipt);
      verifies(other, senders.get(0), new ArrayList<>(sent.keySet()).getLast());

      awaitRow(database, "kernel_seal WHERE signer = 'seal-2'");
      awaitRow(database, "kernel_sealed_entry WHERE entry_id = '" + late + "'");
      assertTrue(count(database, "kernel_seal WHERE signer = 'seal-1'") > 0);
      chainIsWhole(one);
      chainIsWhole(other);

      removeKey(one, "master-1");
      TimeUnit.SECONDS.sleep(3);
      allAreThere(senders.get(1), recipients.get(0));
      exchange(senders.get(0), recipients.get(1));
    }
  }

  private static List<OfficeClient> clients(String office, Node... nodes) {
    return java.util.stream.Stream.of(nodes).map(node -> node.office(office).signIn()).toList();
  }

  /** Sent on one node, received and fetched on the other. */
  private void exchange(OfficeClient sender, OfficeClient recipient) {
    var id = TransmissionId.next();
    String sequence = FIRST.plusSeconds(units++).format(SEQUENCE);
    List<OfferedFile> files = SampleUnit.plan(CARE_MANAGER, HELPERS, sequence).files();
    var answer = sender.offer(id, files);
    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals(200, recipient.post("/transmissions/" + id + "/receiving", "").statusCode());
    var file = files.get(1);
    assertArrayEquals(
        file.content(), recipient.bytes("/transmissions/" + id + "/files/" + file.name()).body());
    synchronized (sent) {
      sent.put(id, files);
    }
  }

  private void allAreThere(OfficeClient... offices) {
    for (OfficeClient office : offices) {
      sent.forEach((id, files) -> {
        var file = files.getFirst();
        assertArrayEquals(
            file.content(),
            office.bytes("/transmissions/" + id + "/files/" + file.name()).body(),
            id.value());
      });
    }
  }

  private static Map<String, String> keys(Node node, String command, String alias)
      throws IOException, InterruptedException {
    return OperatorCommand.ask(node.home(), Map.of("command", command, "alias", alias));
  }

  /** Asks until every node has seen the new file. */
  private static void use(Node node, String alias) throws IOException, InterruptedException {
    Map<String, String> answer = keys(node, "keys-use", alias);
    for (int i = 0; i < 60 && answer.containsKey("refusal"); i++) {
      TimeUnit.MILLISECONDS.sleep(500);
      answer = keys(node, "keys-use", alias);
    }
    assertTrue(answer.getOrDefault("text", "").contains("in use: " + alias), answer.toString());
  }

  private static void awaitNothingLeft(Node node) throws IOException, InterruptedException {
    String text = "";
    for (int i = 0; i < 120; i++) {
      text = keys(node, "keys-status", "").getOrDefault("text", "");
      if (text.contains("older keys: 0 contents")
          && text.contains("older keys: 0 sealed")
          && text.contains("older keys: 0 people")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
    throw new AssertionError(text);
  }

  /** On a copy, which then takes the file's place at once. */
  private static void addKey(Node node, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(arguments[0], "-alias"));
    command.addAll(List.of(arguments).subList(1, arguments.length));
    keytool(node, command);
  }

  private static void addSigner(Node node, String alias) throws IOException, InterruptedException {
    addKey(
        node,
        "-genkeypair",
        alias,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=" + alias,
        "-ext",
        "ku:c=digitalSignature");
  }

  private static void removeKey(Node node, String alias) throws IOException, InterruptedException {
    keytool(node, List.of("-delete", "-alias", alias));
  }

  private static void keytool(Node node, List<String> arguments)
      throws IOException, InterruptedException {
    Path file = node.home().resolve("keys.p12");
    Path copy = node.home().resolve("keys.p12.new");
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-storetype", "PKCS12", "-storepass:env", "P"));
    command.addAll(List.of("-keystore", copy.toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("P", OfficeClient.password(node));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** By the line that the documentation gives. */
  private static void verifies(Node node, OfficeClient office, TransmissionId id)
      throws IOException, InterruptedException {
    Path signers = node.home().resolve("signers.pem");
    Path receipt = node.home().resolve("receipt.p7m");
    Files.writeString(signers, node.publicly("GET", "/public/v1/receipt-signers").body());
    Files.write(receipt, office.bytes("/transmissions/" + id + "/receipt").body());
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "cms",
                "-verify",
                "-inform",
                "DER",
                "-in",
                receipt.toString(),
                "-CAfile",
                signers.toString(),
                "-purpose",
                "any")
            .redirectErrorStream(true)
            .start();
    String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, openssl.waitFor(), said);
    assertTrue(said.contains(id.value()), said);
  }

  /**
   * An entry of the exchange with the ID of three minutes ago, as a transaction leaves it that took
   * so long: whichever node looks back next finds it.
   */
  private static String writeMinutesLate(Node node, Database database) throws Exception {
    char[] password = OfficeClient.password(node).toCharArray();
    KeyStore keys = KeyStore.getInstance(node.home().resolve("keys.p12").toFile(), password);
    SecretKey stamps = Stamp.keyFrom((SecretKey) keys.getKey("master-1", password));
    String now = TimeOrderedId.next();
    String digits = "%012x".formatted(System.currentTimeMillis() - 180_000);
    String id = digits.substring(0, 8) + "-" + digits.substring(8) + now.substring(13);
    Instant at = Instant.parse("2026-05-20T00:00:00.123456Z");
    var entry = new TrailEntry(id, at, "KJ99", CARE_MANAGER, "person-shown", "x", "", new byte[0]);
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO kernel_audit_entry (id, occurred_at, actor, office, action, subject,"
                    + " reason, stamp) VALUES (?, '2026-05-20 00:00:00.123456', 'KJ99', ?,"
                    + " 'person-shown', 'x', '', ?)")) {
      statement.setString(1, id);
      statement.setString(2, CARE_MANAGER);
      statement.setBytes(3, Stamp.of(stamps, entry));
      statement.executeUpdate();
    }
    return id;
  }

  private static void awaitRow(Database database, String what) throws Exception {
    for (int i = 0; i < 180 && count(database, what) == 0; i++) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
    assertTrue(count(database, what) > 0, what);
  }

  /** As the auditor sees it. */
  private static void chainIsWhole(Node node) throws InterruptedException {
    DeskClient auditor = DeskClient.of(node, "AUDITOR", "");
    auditor.pages().form("/desk/trail-seals", "verify").send(Map.of());
    String page = "";
    for (int i = 0; i < 200 && !page.contains("id=\"whole\"") && !page.contains("broken"); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      page = auditor.get("/desk/trail-seals").body();
    }
    assertTrue(page.contains("id=\"whole\""), page);
  }

  private static long count(Database database, String what) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + what)) {
      row.next();
      return row.getLong(1);
    }
  }
}
