package jp.careplan.app.house;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The database and the node that all tests of a run share, because a node takes its time to start.
 * Every test brings data of its own: a new {@link #sequence()} makes a new unit.
 */
public final class House implements AutoCloseable {
  public static final String CARE_MANAGER = "9970000011";
  public static final String SECOND_CARE_MANAGER = "9970000044";
  public static final String SUPPORT_CENTER = "9900000066";
  public static final String HELPERS = "9970000022";
  public static final String DAY_SERVICE = "9970000033";
  public static final String WITHOUT_LICENCE = "9970000055";
  public static final String TEMPORARY_PASSWORD = "99A0000077";

  /** The one private address that webhooks may call here. */
  public static final String RECEIVER = "127.0.0.7";

  public static final String NOT_APPLIED = "9970000088";

  private static final DateTimeFormatter SEQUENCE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private final Database database;
  private final Node node;
  private final Path downloads = Folders.temporary("downloads");
  private final FakeScanner scanner = FakeScanner.start();
  private final GreenMail mails;
  private final AtomicInteger units = new AtomicInteger();

  private House(Database database, GreenMail mails) {
    this.database = database;
    this.mails = mails;
    this.node =
        Node.start(
            database,
            Map.of(
                "CAREPLAN_MAIL_SERVER",
                "smtp+plain://127.0.0.1:" + mails.getSmtp().getPort(),
                "CAREPLAN_MAIL_FROM",
                "desk@careplan.example",
                "CAREPLAN_WEBHOOK_PRIVATE_ADDRESSES",
                RECEIVER,
                "CAREPLAN_SCAN_CLAMD",
                scanner.address(),
                "CAREPLAN_DOWNLOADS_FOLDER",
                downloads.toString()));
  }

  public static House open() {
    Database database = Database.start();
    var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(60_000); // the machine is busy with other tests
    var mails = new GreenMail(setup);
    mails.start();
    try {
      return new House(database, mails);
    } catch (RuntimeException e) {
      mails.stop();
      database.close();
      throw e;
    }
  }

  public Node node() {
    return node;
  }

  /** Where launcher packages are laid; empty at first. */
  public Path downloads() {
    return downloads;
  }

  public Database database() {
    return database;
  }

  /** Text of the newest mail that arrived there; waits for one more than {@code before}. */
  public String mailTo(String address, int before) {
    for (int i = 0; i < 300 && mailsTo(address).size() <= before; i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    List<MimeMessage> arrived = mailsTo(address);
    if (arrived.size() <= before) {
      throw new IllegalStateException("no mail to " + address);
    }
    try {
      return arrived.get(arrived.size() - 1).getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Mails that arrived there so far. */
  public List<MimeMessage> mailsTo(String address) {
    return Stream.of(mails.getReceivedMessagesForDomain(address)).toList();
  }

  /** A signed-in launcher of a demo office. */
  public OfficeClient office(String number) {
    return node.office(number).signIn();
  }

  /** 連番 that no other test uses. */
  public String sequence() {
    return LocalDateTime.of(2026, 5, 20, 9, 0)
        .plusSeconds(units.getAndIncrement())
        .format(SEQUENCE);
  }

  /** A unit that no other test sends. */
  public SampleUnit unit(String sender, String recipient) {
    return SampleUnit.plan(sender, recipient, sequence());
  }

  /** A plan from {@link #CARE_MANAGER} to {@link #HELPERS}. */
  public SampleUnit unit() {
    return unit(CARE_MANAGER, HELPERS);
  }

  /** Changes rows past the node. */
  public int update(String sql, Object... parameters) {
    try (Connection connection = database.connect();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An office that has an account, with the password of all, and nothing else. */
  public void addOffice(String number, String mail) {
    update(
        "INSERT INTO application_office (number, name, kana_name, address, mail, service_kinds,"
            + " status, version) VALUES (?, '見本の事業所', 'ミホンノジギョウショ', '架空県見本市1', ?, '11',"
            + " 'ACTIVE', 1)",
        number,
        mail);
    update(
        "INSERT INTO application_account (user_id, password_hash, temporary, version)"
            + " SELECT ?, password_hash, FALSE, 1 FROM application_account WHERE user_id = ?",
        "KJ99" + number,
        "KJ99" + CARE_MANAGER);
  }

  /**
   * A staff user of a demo office, with the password of all.
   *
   * @param kinds parted by blanks; empty: all of the office
   * @return the user ID
   */
  public String addStaff(String office, String role, String kinds) {
    String account = "KJ99" + office;
    long number =
        count("SELECT COUNT(*) + 1 FROM application_staff_user WHERE account = '" + account + "'");
    String user = account + "-%02d".formatted(number);
    update(
        "INSERT INTO application_staff_user (user_id, account, staff_number, name, mail, role,"
            + " service_kinds, invite_hash, invite_until, joined_at, version)"
            + " VALUES (?, ?, ?, '見本 花子', '', ?, ?, '', '2026-01-01', '2026-01-01', 1)",
        user,
        account,
        number,
        role,
        kinds);
    update(
        "INSERT INTO application_account (user_id, password_hash, temporary, version)"
            + " SELECT ?, password_hash, FALSE, 1 FROM application_account WHERE user_id = ?",
        user,
        account);
    return user;
  }

  /**
   * Sets an office's licence as another node would: this one sees it a second later. The worker
   * that renews by itself leaves the office alone from here on.
   */
  public void setLicence(String office, LocalDate from, LocalDate until) {
    update("UPDATE licensing_subscription SET auto_renewal = FALSE WHERE office = ?", office);
    update(
        "UPDATE licensing_license SET valid_from = ?, valid_until = ? WHERE office = ?",
        from.toString(),
        until.toString(),
        office);
    update("UPDATE licensing_revision SET counted = counted + 1");
    try {
      TimeUnit.MILLISECONDS.sleep(2500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The number that a query answers with. */
  public long count(String sql, Object... parameters) {
    try (Connection connection = database.connect();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text that a query answers with. */
  public String text(String sql, Object... parameters) {
    try (Connection connection = database.connect();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of every row that a query answers with. */
  public List<String> texts(String sql) {
    try (Connection connection = database.connect();
        PreparedStatement statement = prepared(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All columns of all rows; bytes as the characters of their values. */
  public String everyRowOf(String... prefixes) throws SQLException {
    var text = new StringBuilder();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String table : tables(connection, prefixes)) {
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table);
        while (rows.next()) {
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            text.append(cell(rows.getObject(i))).append('\n');
          }
        }
      }
    }
    return text.toString();
  }

  /** Tables of the exchange that have such a column. */
  public List<String> tablesWith(String column) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String table : tables(connection, "exchange_")) {
        var columns =
            statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0").getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          if (columns.getColumnName(i).equalsIgnoreCase(column)) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }

  private static String cell(Object value) throws SQLException {
    byte[] bytes =
        switch (value) {
          case null -> new byte[0];
          case byte[] binary -> binary;
          case Blob blob -> blob.getBytes(1, Math.toIntExact(blob.length()));
          default -> value.toString().getBytes(StandardCharsets.UTF_8);
        };
    return new String(bytes, StandardCharsets.UTF_8)
        + new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static List<String> tables(Connection connection, String... prefixes)
      throws SQLException {
    List<String> names = new ArrayList<>();
    for (String prefix : prefixes) {
      for (String pattern : List.of(prefix + "%", prefix.toUpperCase(Locale.ROOT) + "%")) {
        ResultSet tables =
            connection.getMetaData().getTables(connection.getCatalog(), null, pattern, null);
        while (tables.next()) {
          if (!names.contains(tables.getString("TABLE_NAME"))) {
            names.add(tables.getString("TABLE_NAME"));
          }
        }
      }
    }
    names.removeIf(name -> name.endsWith("schema_history"));
    return names;
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  /** The node's log is left behind in {@code app/target/house-RUN.log}. */
  @Override
  public void close() {
    try {
      Path target = Files.createDirectories(Folders.project().resolve("app/target"));
      Files.copy(
          node.log(),
          target.resolve("house-" + Folders.run() + ".log"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      node.close();
      mails.stop();
      scanner.close();
      database.close();
    }
  }
}
