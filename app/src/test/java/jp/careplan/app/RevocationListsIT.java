package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.cert.CRLReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.application.internal.certificate.CertificateAuthority;
import jp.careplan.application.internal.certificate.KeyStores;
import jp.careplan.application.internal.certificate.RevocationList;
import org.junit.jupiter.api.Test;

/** Lists of outside authorities: fetched ahead, believed for a while, and the door after that. */
class RevocationListsIT {
  private static final Duration LIFE = Duration.ofDays(1);

  /** What the outside server answers; without bytes it is out of order. */
  private volatile byte[] served = new byte[0];

  @Test
  void aListThatCannotBeFetchedClosesTheDoorAfterItsWindowAndSaysSo() throws Exception {
    HttpServer outside =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext("/root.crl", this::answer);
    outside.start();
    String address = "http://127.0.0.1:" + outside.getAddress().getPort() + "/root.crl";
    try (Database database = Database.start();
        Node node =
            Node.start(
                database,
                Map.of(
                    "CAREPLAN_REVOCATION_LISTS",
                    address,
                    "CAREPLAN_REVOCATION_WINDOW_HOURS",
                    "1"))) {
      Instant now = Instant.now();
      assertRefused(403, "AP-157", signIn(node));

      served = list(node, 1, now, Stream.empty());
      await(node, "P0D", answer -> answer.statusCode() == 201);

      served = new byte[0];
      assertEquals(201, ahead(node, "PT24H30M").statusCode(), "within the window");
      var closed = assertRefused(403, "AP-157", await(node, "PT26H", it -> it.statusCode() != 201));
      assertTrue(closed.getString("detail").contains("古くなっています"), closed.toString());
      awaitLine(node, "revocation list out of date");

      var issuing = authority(node, "issuing.p12").certificate();
      var theirs =
          new RevocationList.Entry(issuing.getSerialNumber(), now, CRLReason.CA_COMPROMISE);
      served = list(node, 2, now.plus(Duration.ofHours(25)), Stream.of(theirs));
      assertRefused(403, "AP-103", await(node, "PT28H", it -> it.body().contains("AP-103")));
    } finally {
      outside.stop(0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = served;
    exchange.sendResponseHeaders(body.length == 0 ? 503 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static CertificateAuthority authority(Node node, String file) throws IOException {
    char[] password = OfficeClient.password(node).toCharArray();
    var entry =
        KeyStores.entry(KeyStores.open(node.home().resolve(file), password), "authority", password);
    return new CertificateAuthority(
        entry.key(), entry.chain(), CertificateAuthority.Addresses.NONE);
  }

  private static byte[] list(
      Node node, int number, Instant from, Stream<RevocationList.Entry> revoked)
      throws IOException {
    return RevocationList.make(
        authority(node, "authority.p12"),
        BigInteger.valueOf(number),
        from,
        from.plus(LIFE),
        revoked);
  }

  private static HttpResponse<String> signIn(Node node) throws IOException {
    return node.office(CARE_MANAGER).signIn("KJ99" + CARE_MANAGER, OfficeClient.password(node));
  }

  private static HttpResponse<String> ahead(Node node, String duration) throws Exception {
    Files.writeString(node.home().resolve("clock-ahead"), duration);
    TimeUnit.MILLISECONDS.sleep(300);
    return signIn(node);
  }

  private static HttpResponse<String> await(
      Node node, String duration, Predicate<HttpResponse<String>> wanted) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    HttpResponse<String> answer = ahead(node, duration);
    while (!wanted.test(answer) && System.nanoTime() < end) {
      TimeUnit.SECONDS.sleep(1);
      answer = signIn(node);
    }
    assertTrue(wanted.test(answer), answer.body());
    return answer;
  }

  private static void awaitLine(Node node, String words) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!Files.readString(node.log()).contains(words) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
    assertTrue(Files.readString(node.log()).contains(words), words);
  }
}
