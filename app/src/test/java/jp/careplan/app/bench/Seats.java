package jp.careplan.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import jp.careplan.app.house.Node;
import jp.careplan.application.internal.OfficeCertificate;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.TimeOrderedId;

/**
 * More offices than a demo has, entered straight into the database: office, licence and a session
 * that is bound to the certificate of one demo office. A request costs the server the same as if
 * each had its own.
 */
final class Seats {
  /** Whose certificate all of them show. */
  static final String HOLDER = "9970000011";

  private Seats() {}

  /** 居宅介護支援事業所, who send plans. */
  static List<Seat> senders(Connection database, Node node, int count) throws SQLException {
    return enter(database, node, "99710", "43", count);
  }

  /** 訪問介護, who receive them. */
  static List<Seat> recipients(Connection database, Node node, int count) throws SQLException {
    return enter(database, node, "99720", "11", count);
  }

  static Path certificate(Node node) {
    return node.home().resolve("offices/" + HOLDER + ".p12");
  }

  private static List<Seat> enter(
      Connection database, Node node, String prefix, String kind, int count) throws SQLException {
    String thumbprint = thumbprint(node);
    List<Seat> seats =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> prefix + "%05d".formatted(i))
            .map(number -> new Seat(number, "bench-" + number + "-" + TimeOrderedId.next()))
            .toList();
    for (Seat seat : seats) {
      enter(database, seat, kind, thumbprint);
    }
    return seats;
  }

  private static void enter(Connection database, Seat seat, String kind, String thumbprint)
      throws SQLException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    run(
        database,
        "INSERT INTO application_office (number, name, service_kinds, status, joined_on, version)"
            + " VALUES (?, ?, ?, 'ACTIVE', '2026-01-01', 1)",
        seat.number(),
        "架空事業所" + seat.number(),
        kind);
    run(
        database,
        "INSERT INTO licensing_license (id, office, valid_from, valid_until, version)"
            + " VALUES (?, ?, ?, ?, 1)",
        TimeOrderedId.next(),
        seat.number(),
        today.minusMonths(1),
        today.plusMonths(11));
    run(
        database,
        "INSERT INTO application_session (id, user_id, office, terminal_id, thumbprint, door,"
            + " parent_id, idle_until, ends_at, version)"
            + " VALUES (?, ?, ?, '', ?, 'CONNECTOR', '', ?, ?, 1)",
        Sha256.hex(seat.token()),
        "KJ99" + seat.number(),
        seat.number(),
        thumbprint,
        now.plusHours(1),
        now.plusHours(8));
  }

  private static void run(Connection database, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String thumbprint(Node node) {
    try (InputStream in = Files.newInputStream(node.home().resolve("offices/" + HOLDER + ".pem"))) {
      return new OfficeCertificate(
              (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in))
          .thumbprint();
    } catch (IOException | CertificateException e) {
      throw new IllegalStateException(e);
    }
  }
}
