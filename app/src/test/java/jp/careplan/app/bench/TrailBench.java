package jp.careplan.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.SecretKey;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Folders;
import jp.careplan.app.setup.DemoHome;
import jp.careplan.kernel.TimeOrderedId;
import jp.careplan.kernel.internal.chain.Sealing;
import jp.careplan.kernel.internal.chain.Stamp;
import jp.careplan.kernel.internal.chain.TrailEntry;
import org.flywaydb.core.Flyway;

/** {@code bench/trail}: what sealing and verifying the audit trail costs. */
public final class TrailBench implements AutoCloseable {
  private static final int MISUSE = 2;
  private static final int BATCH = 1000;
  private static final String COLUMNS = "(id, occurred_at, actor, office, action, subject, reason";

  private final int entries;
  private final Report report = new Report();
  private final Database.MariaDb database = Database.MariaDb.start();
  private final Path home = Folders.temporary("home");
  private final SecretKey stamps;
  private final PrivateKey key;

  private TrailBench(boolean quick) throws Exception {
    entries = quick ? 50_000 : 1_000_000;
    DemoHome.main(new String[] {home.toString()});
    char[] password = Files.readString(home.resolve("demo-password")).toCharArray();
    KeyStore keys = KeyStore.getInstance(home.resolve("keys.p12").toFile(), password);
    stamps = Stamp.keyFrom((SecretKey) keys.getKey("master-1", password));
    key = (PrivateKey) keys.getKey("seal-1", password);
    Map<String, String> settings = database.settings();
    Flyway.configure()
        .dataSource(
            settings.get("CAREPLAN_DB_URL"),
            settings.get("CAREPLAN_DB_USER"),
            settings.get("CAREPLAN_DB_PASSWORD"))
        .locations("classpath:db/migration/kernel")
        .placeholders(Map.of("ascii", "CHARACTER SET ascii COLLATE ascii_bin"))
        .load()
        .migrate();
  }

  /** Argument: {@code --quick}. */
  public static void main(String[] args) throws Exception {
    List<String> given = List.of(args);
    if (!List.of("--quick").containsAll(given)) {
      System.err.println("bench/trail [--quick]");
      System.exit(MISUSE);
    }
    Locale.setDefault(Locale.ROOT);
    Children.endWithUs();
    try (var bench = new TrailBench(!given.isEmpty())) {
      bench.run();
    }
  }

  private void run() throws Exception {
    report.title("The audit trail with %,d entries".formatted(entries));
    stamping();
    inserting();
    long start = System.nanoTime();
    fill();
    report.row("written, a thousand at once", seconds(start));
    sealAll();
    sealFew();
    verify();
  }

  private static String seconds(long start) {
    return "%.1f s".formatted((System.nanoTime() - start) / 1e9);
  }

  private TrailEntry entry(int number) {
    var plain =
        new TrailEntry(
            TimeOrderedId.next(),
            Instant.now(),
            "KJ99997000%04d".formatted(number % 2000),
            "997000%04d".formatted(number % 2000),
            "transmission-sent",
            TimeOrderedId.next(),
            "",
            new byte[0]);
    return new TrailEntry(
        plain.id(),
        plain.at(),
        plain.actor(),
        plain.office(),
        plain.action(),
        plain.subject(),
        plain.reason(),
        Stamp.of(stamps, plain));
  }

  private void stamping() {
    TrailEntry one = entry(1);
    int rounds = 200_000;
    for (int i = 0; i < rounds; i++) {
      Stamp.of(stamps, one);
    }
    long start = System.nanoTime();
    for (int i = 0; i < rounds; i++) {
      Stamp.of(stamps, one);
    }
    report.row(
        "a stamp", "%.2f microseconds".formatted((System.nanoTime() - start) / 1e3 / rounds));
  }

  /** Each in a transaction of its own, with the stamp's column and without, in turns. */
  private void inserting() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE plain_entry LIKE kernel_audit_entry");
      statement.execute("ALTER TABLE plain_entry DROP COLUMN stamp");
      statement.execute("CREATE TABLE stamped_entry LIKE kernel_audit_entry");
      double[] with = new double[7];
      double[] without = new double[7];
      for (int turn = 0; turn < with.length; turn++) {
        without[turn] = insertMillis(connection, "plain_entry", false);
        with[turn] = insertMillis(connection, "stamped_entry", true);
      }
      report.row("insert and commit of an entry, without stamp", middle(without));
      report.row("the same with its stamp", middle(with));
    }
  }

  private static String middle(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return "%.3f ms (middle of %d, %.3f to %.3f)"
        .formatted(sorted[sorted.length / 2], sorted.length, sorted[0], sorted[sorted.length - 1]);
  }

  private double insertMillis(Connection connection, String table, boolean stamped)
      throws SQLException {
    int rounds = 1000;
    long start = System.nanoTime();
    try (PreparedStatement insert = insert(connection, table, stamped)) {
      for (int i = 0; i < rounds; i++) {
        set(insert, entry(i), stamped);
        insert.executeUpdate();
      }
    }
    return (System.nanoTime() - start) / 1e6 / rounds;
  }

  private static PreparedStatement insert(Connection connection, String table, boolean stamped)
      throws SQLException {
    return connection.prepareStatement(
        "INSERT INTO "
            + table
            + COLUMNS
            + (stamped
                ? ", stamp) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                : ") VALUES (?, ?, ?, ?, ?, ?, ?)"));
  }

  private static void set(PreparedStatement insert, TrailEntry entry, boolean stamped)
      throws SQLException {
    insert.setString(1, entry.id());
    insert.setString(
        2, LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC).toString().replace('T', ' '));
    insert.setString(3, entry.actor());
    insert.setString(4, entry.office());
    insert.setString(5, entry.action());
    insert.setString(6, entry.subject());
    insert.setString(7, entry.reason());
    if (stamped) {
      insert.setBytes(8, entry.stamp());
    }
  }

  private void fill() throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement insert = insert(connection, "kernel_audit_entry", true)) {
      connection.setAutoCommit(false);
      for (int i = 1; i <= entries; i++) {
        set(insert, entry(i), true);
        insert.addBatch();
        if (i % BATCH == 0) {
          insert.executeBatch();
          connection.commit();
        }
      }
    }
  }

  private Sealing.Round seal() throws SQLException {
    return seal("");
  }

  private Sealing.Round seal(String behind) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      var pen = new Sealing.Pen("seal-1", key, entry -> Stamp.fits(stamps, entry));
      Sealing.Round round = new Sealing(connection, pen, Instant.now()).round(behind, false);
      connection.commit();
      return round;
    }
  }

  private void sealAll() throws SQLException {
    long start = System.nanoTime();
    int sealed = 0;
    var round = new Sealing.Round(0, 0, true, "");
    do {
      round = seal(round.reached());
      sealed += round.entries();
    } while (round.more());
    double seconds = (System.nanoTime() - start) / 1e9;
    report.row(
        "sealed in one go, 5,000 a seal",
        "%,d in %.1f s, %,.0f a second".formatted(sealed, seconds, sealed / seconds));
  }

  private void sealFew() throws SQLException {
    double[] some = new double[11];
    double[] none = new double[11];
    for (int i = 0; i < some.length; i++) {
      try (Connection connection = database.connect();
          PreparedStatement insert = insert(connection, "kernel_audit_entry", true)) {
        for (int j = 0; j < 100; j++) {
          set(insert, entry(j), true);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      some[i] = millis(this::seal);
      none[i] = millis(this::seal);
    }
    report.row("a round with 100 new entries behind all of them", middle(some));
    report.row("a round with nothing to seal", middle(none));
  }

  /** Something of the database that is timed. */
  private interface Timed {
    Object run() throws SQLException;
  }

  private static double millis(Timed work) throws SQLException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  /** By the command, whose memory is bounded: it would end where it needs more. */
  private void verify() throws IOException, InterruptedException, GeneralSecurityException {
    for (String heap : List.of("-Xmx512m", "-Xmx32m")) {
      Map<String, String> settings = new HashMap<>(database.settings());
      settings.put("CAREPLAN_CONFIG", home.resolve("careplan.properties").toString());
      settings.put("JAVA_TOOL_OPTIONS", heap);
      var builder =
          new ProcessBuilder(
                  Folders.project().resolve("app/bin/operator").toString(), "verify-trail")
              .redirectErrorStream(true);
      builder.environment().putAll(settings);
      long start = System.nanoTime();
      Process process = builder.start();
      String told = new String(process.getInputStream().readAllBytes(), UTF_8);
      int exit = process.waitFor();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      report.row(
          "verify-trail with " + heap,
          "exit %d in %.1f s: %s"
              .formatted(
                  exit,
                  took.toMillis() / 1e3,
                  told.lines()
                      .filter(line -> line.contains(" seals with "))
                      .findFirst()
                      .orElse(told)));
    }
  }

  @Override
  public void close() {
    database.close();
    Folders.delete(home);
  }
}
