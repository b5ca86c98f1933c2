package jp.careplan.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.Database;
import jp.careplan.application.internal.certificate.CertificateAuthority;
import jp.careplan.kernel.TimeOrderedId;
import jp.careplan.kernel.internal.chain.ChainBreak;
import jp.careplan.kernel.internal.chain.ChainTables;
import jp.careplan.kernel.internal.chain.ChainWalk;
import jp.careplan.kernel.internal.chain.Exported;
import jp.careplan.kernel.internal.chain.Seal;
import jp.careplan.kernel.internal.chain.SealFiles;
import jp.careplan.kernel.internal.chain.Sealing;
import jp.careplan.kernel.internal.chain.Stamp;
import jp.careplan.kernel.internal.chain.TrailEntry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain over the audit trail on the raw database: what is done to it is found and named. */
class SealedTrailIT {
  private static final Instant NOW = Instant.parse("2026-11-28T01:02:03.456789Z");
  private static final SecretKey STAMPS = Stamp.keyFrom(new SecretKeySpec(new byte[32], "AES"));
  private static final KeyPair SEAL_KEY = CertificateAuthority.newKey();
  private static final ChainWalk.Stamps OURS =
      entry -> entry.stamp().length > 0 && Stamp.fits(STAMPS, entry);
  private static final Sealing.Pen PEN = new Sealing.Pen("seal-1", SEAL_KEY.getPrivate(), OURS);

  private static Database database;

  @BeforeAll
  static void tables() throws SQLException {
    database = Database.start();
    Map<String, String> settings = database.settings();
    Flyway.configure()
        .dataSource(
            settings.get("CAREPLAN_DB_URL"),
            settings.get("CAREPLAN_DB_USER"),
            settings.get("CAREPLAN_DB_PASSWORD"))
        .locations("classpath:db/migration/kernel")
        .placeholders(
            Map.of("ascii", Database.isEmbedded() ? "" : "CHARACTER SET ascii COLLATE ascii_bin"))
        .load()
        .migrate();
  }

  @AfterAll
  static void gone() {
    database.close();
  }

  @BeforeEach
  void anEmptyTrail() throws SQLException {
    change("DELETE FROM kernel_audit_entry");
    change("DELETE FROM kernel_sealed_entry");
    change("DELETE FROM kernel_seal");
    change(
        "UPDATE kernel_seal_head SET last_number = 0, last_hash = '', newest_id = '', sealed = 0,"
            + " taking_over = TRUE, looked_far_at = NULL");
  }

  private static Connection connect() throws SQLException {
    Connection connection = database.connect();
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return connection;
  }

  private static int change(String sql, Object... values) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  /** An entry as the exchange writes it. */
  private static TrailEntry entry() {
    var plain =
        new TrailEntry(
            TimeOrderedId.next(),
            NOW,
            "KJ999970000011",
            "9970000011",
            "person-shown",
            "見本/3",
            "",
            new byte[0]);
    return stamped(plain, Stamp.of(STAMPS, plain));
  }

  private static TrailEntry stamped(TrailEntry it, byte[] stamp) {
    return new TrailEntry(
        it.id(), it.at(), it.actor(), it.office(), it.action(), it.subject(), it.reason(), stamp);
  }

  private static void insert(Connection connection, TrailEntry entry) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO kernel_audit_entry (id, occurred_at, actor, office, action, subject,"
                + " reason, stamp) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, entry.id());
      statement.setString(
          2, LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC).toString().replace('T', ' '));
      statement.setString(3, entry.actor());
      statement.setString(4, entry.office());
      statement.setString(5, entry.action());
      statement.setString(6, entry.subject());
      statement.setString(7, entry.reason());
      statement.setBytes(8, entry.stamp().length == 0 ? null : entry.stamp());
      statement.executeUpdate();
    }
  }

  private static List<TrailEntry> write(int count) throws SQLException {
    List<TrailEntry> written = IntStream.range(0, count).mapToObj(i -> entry()).toList();
    try (Connection connection = connect()) {
      for (TrailEntry entry : written) {
        insert(connection, entry);
      }
    }
    return written;
  }

  private static Sealing.Round seal() throws SQLException {
    return seal(false);
  }

  private static Sealing.Round seal(boolean late) throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      Sealing.Round round = new Sealing(connection, PEN, NOW).round("", late);
      connection.commit();
      return round;
    }
  }

  /** Three seals with two entries each. */
  private static List<TrailEntry> threeSeals() throws SQLException {
    List<TrailEntry> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.addAll(write(2));
      seal();
    }
    return all;
  }

  private static ChainWalk.Report verify(List<Exported> exported) throws SQLException {
    try (Connection connection = connect()) {
      var walk =
          new ChainWalk(
              alias ->
                  alias.equals("seal-1") ? Optional.of(SEAL_KEY.getPublic()) : Optional.empty(),
              OURS,
              exported.iterator());
      int steps = 0;
      while (walk.step(connection)) {
        assertTrue(steps++ < 1000, "comes to an end");
      }
      return walk.report();
    }
  }

  private static String firstBreak() throws SQLException {
    ChainWalk.Report report = verify(List.of());
    return report.isWhole() ? "whole" : words(report.breaks().getFirst());
  }

  private static String words(ChainBreak it) {
    return it.kind() + " " + it.seal() + " " + it.entry();
  }

  private static List<Seal> seals() throws SQLException {
    try (Connection connection = connect()) {
      return new ChainTables(connection).seals(0, 100);
    }
  }

  @Test
  void whatWasSealedIsWhole() throws SQLException {
    threeSeals();
    write(1);

    ChainWalk.Report report = verify(List.of());

    assertEquals(List.of(), report.breaks());
    assertEquals(3, report.seals());
    assertEquals(6, report.entries());
    assertEquals(1, report.waiting());
  }

  @Test
  void aRoundWithoutEntriesMakesNoSeal() throws SQLException {
    seal();
    threeSeals();

    assertEquals(0, seal().entries());
    assertEquals(3, seals().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor = 'KJ999970000012'",
        "office = ''",
        "action = 'person-printed'",
        "subject = '見本/4'",
        "reason = ' '",
        "occurred_at = '2026-11-28 01:02:03.456788'",
        "stamp = NULL"
      })
  void aChangedEntryIsNamed(String change) throws SQLException {
    List<TrailEntry> entries = threeSeals();
    String id = entries.get(3).id();

    change("UPDATE kernel_audit_entry SET " + change + " WHERE id = ?", id);

    assertEquals("ENTRY_CHANGED 2 " + id, firstBreak());
    assertEquals(1, verify(List.of()).breakCount());
  }

  @Test
  void aDeletedEntryIsNamed() throws SQLException {
    List<TrailEntry> entries = threeSeals();

    change("DELETE FROM kernel_audit_entry WHERE id = ?", entries.get(2).id());

    assertEquals("ENTRY_DELETED 2 " + entries.get(2).id(), firstBreak());
  }

  @Test
  void anEntryThatGotAnotherIdIsNamed() throws SQLException {
    List<TrailEntry> entries = threeSeals();
    String other = TimeOrderedId.next();

    change("UPDATE kernel_audit_entry SET id = ? WHERE id = ?", other, entries.get(2).id());

    assertEquals("ENTRY_DELETED 2 " + entries.get(2).id(), firstBreak());
    assertEquals("ENTRY_INSERTED 0 " + other, words(verify(List.of()).breaks().get(1)));
  }

  @Test
  void anInsertedEntryIsNamedBeforeItIsSealedAndAfter() throws SQLException {
    threeSeals();
    TrailEntry copied = stamped(entry(), entry().stamp());
    try (Connection connection = connect()) {
      insert(connection, copied);
    }

    assertEquals("ENTRY_INSERTED 0 " + copied.id(), firstBreak());
    assertEquals(1, seal().foreign());
    assertEquals("ENTRY_INSERTED 4 " + copied.id(), firstBreak());
  }

  @Test
  void anEntryThatIsSetInWithAnOldIdIsNamed() throws SQLException {
    threeSeals();
    TrailEntry early = entry();
    String id = "01900000" + early.id().substring(8);
    var old =
        new TrailEntry(
            id, NOW, early.actor(), "", early.action(), early.subject(), "", early.stamp());
    try (Connection connection = connect()) {
      insert(connection, old);
    }
    seal();

    assertEquals("ENTRY_INSERTED 0 " + id, firstBreak());
  }

  @Test
  void anEntryChangedTogetherWithItsHashIsNamedByItsStamp() throws SQLException {
    List<TrailEntry> entries = threeSeals();
    TrailEntry it = entries.get(4);
    byte[] hash =
        hashOf(
            new TrailEntry(
                it.id(),
                it.at(),
                "NOBODY",
                it.office(),
                it.action(),
                it.subject(),
                "",
                it.stamp()));

    change("UPDATE kernel_audit_entry SET actor = 'NOBODY' WHERE id = ?", it.id());
    change("UPDATE kernel_sealed_entry SET hash = ? WHERE entry_id = ?", hash, it.id());

    assertEquals("LIST_CHANGED 3 " + it.id(), firstBreak());
  }

  private static byte[] hashOf(TrailEntry entry) {
    try {
      var digest = java.security.MessageDigest.getInstance("SHA-256");
      digest.update(entry.bytes());
      return digest.digest(entry.stamp());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anEntryThatWasTakenOutOfItsSealIsFound() throws SQLException {
    List<TrailEntry> entries = threeSeals();

    change("DELETE FROM kernel_sealed_entry WHERE entry_id = ?", entries.getFirst().id());

    assertEquals("LIST_CHANGED 1 ", firstBreak());
  }

  @Test
  void aChangedSealIsNamed() throws SQLException {
    threeSeals();

    change(
        "UPDATE kernel_seal SET statement = REPLACE(statement, 'entries 2', 'entries 1')"
            + " WHERE seal_number = 2");

    assertEquals("SEAL_CHANGED 2 ", firstBreak());
  }

  @Test
  void aSealOfAnotherKeyIsNamed() throws SQLException {
    threeSeals();

    change("UPDATE kernel_seal SET signer = 'receipt-1' WHERE seal_number = 3");

    assertEquals("SEAL_CHANGED 3 ", firstBreak());
  }

  @Test
  void aSealThatIsGoneIsNamed() throws SQLException {
    threeSeals();

    change("DELETE FROM kernel_seal WHERE seal_number = 2");
    change("DELETE FROM kernel_sealed_entry WHERE seal_number = 2");

    assertEquals("SEAL_MISSING 2 ", firstBreak());
  }

  @Test
  void aTailThatWasCutOffShowsByTheHead() throws SQLException {
    List<TrailEntry> entries = threeSeals();

    cutTail(entries);

    assertEquals("TAIL_CUT 3 ", firstBreak());
  }

  @Test
  void aTailThatWasCutOffCleanlyShowsByWhatWasHandedOut(@TempDir Path folder)
      throws SQLException, IOException {
    List<TrailEntry> entries = threeSeals();
    var files = new SealFiles(folder);
    files.append(seals(), NOW);
    cutTail(entries);
    change(
        "UPDATE kernel_seal_head SET last_number = 2, sealed = 4, last_hash = ?",
        seals().getLast().exported().hash());

    assertEquals("whole", firstBreak());
    try (var exported = files.read()) {
      assertEquals("TAIL_CUT 3 ", words(verify(all(exported)).breaks().getFirst()));
    }
  }

  private static void cutTail(List<TrailEntry> entries) throws SQLException {
    change("DELETE FROM kernel_seal WHERE seal_number = 3");
    change("DELETE FROM kernel_sealed_entry WHERE seal_number = 3");
    change("DELETE FROM kernel_audit_entry WHERE id >= ?", entries.get(4).id());
  }

  private static List<Exported> all(java.util.Iterator<Exported> exported) {
    List<Exported> found = new ArrayList<>();
    exported.forEachRemaining(found::add);
    return found;
  }

  @Test
  void aChainThatWasMadeAnewShowsByWhatWasHandedOut() throws SQLException {
    threeSeals();
    List<Exported> handedOut = seals().stream().map(Seal::exported).toList();
    anEmptyTrail();
    threeSeals();

    assertEquals("EXPORT_DIFFERS 1 ", words(verify(handedOut).breaks().getFirst()));
  }

  @Test
  void aFileThatBrokeOffIsGoneOnWith(@TempDir Path folder) throws SQLException, IOException {
    threeSeals();
    var files = new SealFiles(folder);
    files.append(seals().subList(0, 2), NOW);
    Path file = folder.resolve("seals-2026-11.jsonl");
    Files.writeString(file, Files.readString(file).stripTrailing().replaceAll(".{9}$", ""));

    assertEquals(1, files.last().orElseThrow().number());
    files.append(seals().subList(1, 3), NOW);

    try (var exported = files.read()) {
      assertEquals(List.of(1L, 2L, 3L), all(exported).stream().map(Exported::number).toList());
    }
  }

  @Test
  void whatIsCommittedLateStandsInALaterSeal() throws SQLException {
    try (Connection slow = connect()) {
      slow.setAutoCommit(false);
      insert(slow, entry());
      threeSeals();
      slow.commit();
    }

    assertEquals(1, seal().entries());
    assertEquals("whole", firstBreak());
    assertEquals(0, verify(List.of()).waiting());
  }

  @Test
  void whatIsCommittedMinutesLateIsFoundByTheFurtherLook() throws SQLException {
    threeSeals();
    writeMinutesLate();

    assertEquals(0, seal(false).entries());
    assertEquals(1, seal(true).entries());
    assertEquals("whole", firstBreak());
  }

  /** As it is when two nodes' minutes are over at once. */
  @Test
  void twoNodesThatLookFurtherAtOnceSealWhatIsLateOnce() throws Exception {
    threeSeals();
    writeMinutesLate();
    Callable<Integer> node = () -> seal(true).entries();

    List<Integer> sealed = AtOnce.run(List.of(node, node));

    assertEquals(1, sealed.get(0) + sealed.get(1));
    assertEquals("whole", firstBreak());
    assertEquals(7, verify(List.of()).entries());
  }

  /** With the ID of three minutes ago, as a transaction leaves it that took so long. */
  private static void writeMinutesLate() throws SQLException {
    TrailEntry usual = entry();
    long early = Long.parseLong(usual.id().substring(0, 8) + usual.id().substring(9, 13), 16);
    String digits = "%012x".formatted(early - Duration.ofMinutes(3).toMillis());
    var old =
        new TrailEntry(
            digits.substring(0, 8) + "-" + digits.substring(8) + usual.id().substring(13),
            NOW,
            usual.actor(),
            usual.office(),
            usual.action(),
            usual.subject(),
            usual.reason(),
            new byte[0]);
    try (Connection slow = connect()) {
      insert(slow, stamped(old, Stamp.of(STAMPS, old)));
    }
  }

  @Test
  void aSealThatWasNotCommittedLeavesNothing() throws SQLException {
    write(3);
    try (Connection killed = connect()) {
      killed.setAutoCommit(false);
      new Sealing(killed, PEN, NOW).round("", false);
      killed.rollback();
    }

    assertEquals(0, seals().size());
    assertEquals(3, seal().entries());
    assertEquals("whole", firstBreak());
  }

  @Test
  void twoNodesSealAtOnceWhileEntriesComeIn() throws Exception {
    int rounds = Database.isEmbedded() ? 10 : 60;
    Callable<Integer> writer =
        () -> {
          for (int i = 0; i < rounds; i++) {
            write(5);
          }
          return 0;
        };
    Callable<Integer> sealer =
        () -> {
          int sealed = 0;
          for (int i = 0; i < rounds; i++) {
            sealed += seal().entries();
          }
          return sealed;
        };

    List<Integer> sealed = AtOnce.run(List.of(writer, sealer, writer, sealer));
    int rest = seal().entries();

    assertEquals(10 * rounds, sealed.get(1) + sealed.get(3) + rest);
    ChainWalk.Report report = verify(List.of());
    assertEquals(List.of(), report.breaks());
    assertEquals(10L * rounds, report.entries());
  }

  @Test
  void whatStoodThereBeforeThereWereStampsIsTakenOver() throws SQLException {
    writeUnstamped();
    write(1);
    seal();
    write(1);
    seal();

    assertEquals("whole", firstBreak());
  }

  @Test
  void anEntryWithoutAStampIsNamedOnceThereAreStamps() throws SQLException {
    write(1);
    seal();
    String id = writeUnstamped();
    seal();

    assertEquals("ENTRY_INSERTED 2 " + id, firstBreak());
  }

  private static String writeUnstamped() throws SQLException {
    TrailEntry old = stamped(entry(), new byte[0]);
    try (Connection connection = connect()) {
      insert(connection, old);
    }
    return old.id();
  }

  @Test
  void opensslVerifiesASeal(@TempDir Path folder) throws Exception {
    threeSeals();
    Seal seal = seals().get(1);
    Files.writeString(folder.resolve("statement"), seal.statement());
    Files.write(folder.resolve("signature"), seal.signature());
    Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PUBLIC KEY-----\n"
            + java.util.Base64.getMimeEncoder().encodeToString(SEAL_KEY.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");

    Process openssl =
        new ProcessBuilder(
                "openssl dgst -sha256 -verify key.pem -signature signature statement".split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();

    assertEquals("Verified OK", new String(openssl.getInputStream().readAllBytes(), UTF_8).strip());
  }
}
