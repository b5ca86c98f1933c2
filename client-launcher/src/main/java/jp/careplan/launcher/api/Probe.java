package jp.careplan.launcher.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.careplan.launcher.trouble.Trouble;

/** Whether a listener of the exchange answers this PC; asks for nothing. */
public final class Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int NOT_SIGNED_IN = 401;

  private Probe() {}

  /**
   * Without a certificate.
   *
   * @return server's clock minus this PC's, where the answer tells
   */
  public static Optional<Duration> plainly(
      ServerAddress server, Path pinned, List<X509Certificate> authorities) {
    HttpResponse<byte[]> answer =
        new PlainDoor(server, pinned, authorities)
            .call(HttpRequest.newBuilder(URI.create("https://" + server + "/")));
    return Connection.skewOf(answer, Clock.systemUTC().instant());
  }

  /** With the office's certificate, as a sign-in would; refuses what a sign-in would. */
  public static Optional<Duration> withCertificate(Exchange.Access access) {
    var patient =
        new Exchange.Access(
            access.server(), access.identity(), access.pinnedAuthority(), new Patience(PATIENCE));
    try (var connection = new Connection(patient, (why, wait) -> {})) {
      try {
        connection.call(
            HttpRequest.newBuilder(access.server().api().resolve("sessions/current"))
                .header("Accept", "application/json, application/problem+json")
                .build());
      } catch (Trouble trouble) {
        if (trouble.problem().status() != NOT_SIGNED_IN) {
          throw trouble; // else: let in as far as anyone is who has not signed in
        }
      }
      return connection.skew();
    }
  }
}
