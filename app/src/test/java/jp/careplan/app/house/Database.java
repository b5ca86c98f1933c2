package jp.careplan.app.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A database of its own in a temporary folder. */
public interface Database extends AutoCloseable {
  String PASSWORD = "test-only-password";

  /** Settings ({@code CAREPLAN_…}) with which a node uses it. */
  Map<String, String> settings();

  /** A look past the node. */
  Connection connect() throws SQLException;

  @Override
  void close();

  /** Whether the run is on H2, which is for trying out and promises nothing about many at once. */
  static boolean isEmbedded() {
    return System.getProperty("careplan.test.database", "mariadb").equals("h2");
  }

  /**
   * The kind that the run asks for: {@code -Dcareplan.test.database=h2|mariadb}, MariaDB if silent.
   */
  static Database start() {
    return isEmbedded() ? new Embedded() : MariaDb.start();
  }

  /** H2 inside the node, opened so that a test can look in beside it. */
  final class Embedded implements Database {
    private final Path folder = Folders.temporary("h2");

    @Override
    public Map<String, String> settings() {
      return Map.of(
          "CAREPLAN_DB_URL",
          url(),
          "CAREPLAN_DB_USER",
          "careplan",
          "CAREPLAN_DB_PASSWORD",
          PASSWORD);
    }

    private String url() {
      return "jdbc:h2:file:"
          + folder.resolve("careplan")
          + ";MODE=MySQL;WRITE_DELAY=0;AUTO_SERVER=TRUE";
    }

    @Override
    public Connection connect() throws SQLException {
      return DriverManager.getConnection(url(), "careplan", PASSWORD);
    }

    @Override
    public void close() {
      Folders.delete(folder);
    }
  }

  /**
   * A server process; commits are flushed before they return. MariaDB as installed, or MySQL where
   * {@code CAREPLAN_TEST_MYSQL} names the folder of its programs.
   */
  final class MariaDb implements Database {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Optional<Path> MYSQL =
        Optional.ofNullable(System.getenv("CAREPLAN_TEST_MYSQL")).map(Path::of);

    private final Path folder;
    private final int port;
    private Process process;

    private MariaDb(Path folder, int port) throws IOException {
      this.folder = folder;
      this.port = port;
      this.process = launch();
    }

    public static MariaDb start() {
      return start(Folders.temporary("db"));
    }

    /** With its data in a folder of one's own. */
    public static MariaDb start(Path folder) {
      try {
        Process install =
            alone(new ProcessBuilder(installing(folder.resolve("data"))), folder)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("install.log").toFile())
                .start();
        if (install.waitFor() != 0) {
          throw new IllegalStateException(Files.readString(folder.resolve("install.log")));
        }
        Files.writeString(
            folder.resolve("init.sql"),
            """
            CREATE DATABASE IF NOT EXISTS careplan CHARACTER SET utf8mb4;
            CREATE USER IF NOT EXISTS careplan@'127.0.0.1' IDENTIFIED BY '%1$s';
            CREATE USER IF NOT EXISTS careplan@localhost IDENTIFIED BY '%1$s';
            GRANT ALL ON careplan.* TO careplan@'127.0.0.1';
            GRANT ALL ON careplan.* TO careplan@localhost;
            """
                .formatted(PASSWORD));
        var database = new MariaDb(folder, Folders.freePort());
        database.awaitReady();
        return database;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /**
     * A server that starts takes away what looks left behind: temporary tables of an install too.
     */
    private static ProcessBuilder alone(ProcessBuilder server, Path folder) throws IOException {
      Path temporary = Files.createDirectories(folder.resolve("tmp"));
      server.environment().put("TMPDIR", temporary.toString());
      return server;
    }

    private static List<String> installing(Path data) {
      return MYSQL
          .map(mysql -> mysql.resolve("mysqld").toString())
          .map(
              server -> List.of(server, "--no-defaults", "--initialize-insecure", user(), in(data)))
          .orElseGet(() ->
              List.of(
                  Folders.program("mariadb-install-db", "mysql_install_db"),
                  "--no-defaults",
                  user(),
                  in(data),
                  "--skip-test-db"));
    }

    private static String user() {
      return "--user=" + System.getProperty("user.name");
    }

    private static String in(Path data) {
      return "--datadir=" + data;
    }

    private static String server() {
      return MYSQL
          .map(mysql -> mysql.resolve("mysqld").toString())
          .orElseGet(() -> Folders.program("mariadbd", "mysqld"));
    }

    private Process launch() throws IOException {
      return new ProcessBuilder(
              List.of(
                  server(),
                  "--no-defaults",
                  user(),
                  in(folder.resolve("data")),
                  "--loose-mysqlx=OFF", // MySQL's second door, on a port of its own
                  "--socket=" + folder.resolve("socket"),
                  "--pid-file=" + folder.resolve("pid"),
                  "--bind-address=127.0.0.1",
                  "--port=" + port,
                  "--init-file=" + folder.resolve("init.sql"),
                  "--innodb-flush-log-at-trx-commit=1",
                  "--innodb-buffer-pool-size=512M",
                  "--max-allowed-packet=64M",
                  "--max-connections=200"))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
          .start();
    }

    public void awaitReady() throws InterruptedException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        try (Connection connection = connect()) {
          connection.isValid(1);
          return;
        } catch (SQLException e) {
          if (System.nanoTime() > end || !process.isAlive()) {
            throw new IllegalStateException("database does not start: " + folder, e);
          }
          TimeUnit.MILLISECONDS.sleep(200);
        }
      }
    }

    @Override
    public Connection connect() throws SQLException {
      return DriverManager.getConnection(url(), "careplan", PASSWORD);
    }

    private String url() {
      return "jdbc:mysql://127.0.0.1:"
          + port
          + "/careplan?connectionTimeZone=UTC&sslMode=DISABLED&allowPublicKeyRetrieval=true"
          + "&rewriteBatchedStatements=true&cachePrepStmts=true&useServerPrepStmts=true"
          + "&useLocalSessionState=true";
    }

    @Override
    public Map<String, String> settings() {
      return Map.of(
          "CAREPLAN_DB_URL",
          url(),
          "CAREPLAN_DB_USER",
          "careplan",
          "CAREPLAN_DB_PASSWORD",
          PASSWORD);
    }

    /** Kill -9. */
    public void crash() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    /** Starts again on the same data. */
    public void restart() throws IOException, InterruptedException {
      launchAgain();
      awaitReady();
    }

    /** What an administrator does when the server gave up. */
    public void restartIfDead() throws IOException, InterruptedException {
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        restart();
      }
    }

    /** Starts again on the same data and does not wait. */
    public void launchAgain() throws IOException {
      process = launch();
    }

    public Path socket() {
      return folder.resolve("socket");
    }

    public long pid() {
      return process.pid();
    }

    public int port() {
      return port;
    }

    @Override
    public void close() {
      process.destroy();
      try {
        process.waitFor(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      process.destroyForcibly();
      Folders.delete(folder);
    }
  }
}
