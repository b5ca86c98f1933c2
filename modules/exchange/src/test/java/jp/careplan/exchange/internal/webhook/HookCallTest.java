package jp.careplan.exchange.internal.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.careplan.exchange.internal.webhook.HookCall.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receivers that fail, hang, redirect and lie. */
class HookCallTest {
  private static final HookCall CALL = new HookCall(Duration.ofMillis(700));
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.US_ASCII);

  /** What a receiver does with whoever calls. */
  @FunctionalInterface
  private interface Receiver {
    void meet(Socket caller) throws Exception;
  }

  private static Answer answerOf(Receiver receiver) throws Exception {
    CompletableFuture<Void> met;
    Answer answer;
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      met =
          CompletableFuture.runAsync(() -> {
            try (Socket caller = server.accept()) {
              receiver.meet(caller);
            } catch (Exception e) {
              // the caller went away, which is what some of these wait for
            }
          });
      answer = call("http", server.getLocalPort());
    }
    met.get(10, TimeUnit.SECONDS);
    return answer;
  }

  private static Answer call(String scheme, int port) throws Exception {
    HookAddress address = HookAddress.parse(scheme + "://127.0.0.1:" + port + "/hook?x=1");
    return CALL.post(address, InetAddress.getLoopbackAddress(), Map.of("X-Test", "1"), BODY);
  }

  private static void say(Socket caller, String text) throws IOException {
    caller.getInputStream().read(new byte[4096]);
    caller.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    caller.getOutputStream().flush();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 200 OK, true, 200",
    "HTTP/1.0 204, true, 204",
    "HTTP/1.1 301 Moved, false, 301",
    "HTTP/1.1 302 Found, false, 302",
    "HTTP/1.1 500 Oops, false, 500",
    "HTTP/1.1 410 Gone, false, 410",
    "HTTP/2 200, false, NO_HTTP",
    "HTTP/1.1 2000 OK, false, NO_HTTP",
    "SSH-2.0-OpenSSH_9.2, false, NO_HTTP"
  })
  void theFirstLineDecides(String line, boolean good, String outcome) throws Exception {
    Answer answer =
        answerOf(caller -> say(caller, line + "\r\nLocation: http://127.0.0.1/\r\n\r\n"));

    assertEquals(new Answer(good, outcome), answer);
  }

  @Test
  void whoeverHangsIsLeft() throws Exception {
    long before = System.nanoTime();

    Answer answer = answerOf(caller -> TimeUnit.SECONDS.sleep(3));

    assertEquals(new Answer(false, "TIMEOUT"), answer);
    assertTrue(Duration.ofNanos(System.nanoTime() - before).toMillis() < 6000);
  }

  @Test
  void whoeverTricklesIsLeft() throws Exception {
    Answer answer =
        answerOf(caller -> {
          for (int i = 0; i < 60; i++) {
            caller.getOutputStream().write('H');
            caller.getOutputStream().flush();
            TimeUnit.MILLISECONDS.sleep(100);
          }
        });

    assertEquals(new Answer(false, "TIMEOUT"), answer);
  }

  @Test
  void anEndlessFirstLineIsNotReadToItsEnd() throws Exception {
    Answer answer = answerOf(caller -> say(caller, "HTTP/1.1 200 " + "x".repeat(100_000)));

    assertEquals(new Answer(false, "NO_HTTP"), answer);
  }

  @Test
  void aHugeBodyBehindAGoodLineIsNotRead() throws Exception {
    Answer answer =
        answerOf(caller -> say(caller, "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\nabc"));

    assertEquals(new Answer(true, "200"), answer);
  }

  @Test
  void whoeverHangsUpWithoutAWordHasNotTakenIt() throws Exception {
    Answer answer = answerOf(Socket::close);

    assertTrue(!answer.good(), answer.toString());
  }

  @Test
  void nobodyThereIsRefused() throws Exception {
    int port;
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }

    assertEquals(new Answer(false, "REFUSED"), call("http", port));
  }

  @Test
  void plainWordsWhereTlsIsExpectedAreNotBelieved() throws Exception {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> met =
          CompletableFuture.runAsync(() -> {
            try (Socket caller = server.accept()) {
              say(caller, "HTTP/1.1 200 OK\r\n\r\n");
            } catch (IOException e) {
              // the caller went away
            }
          });

      HookAddress address = HookAddress.parse("https://127.0.0.1:" + server.getLocalPort() + "/");
      Answer answer =
          new HookCall(Duration.ofSeconds(30))
              .post(address, InetAddress.getLoopbackAddress(), Map.of(), BODY);

      assertEquals(new Answer(false, "TLS"), answer);
      met.get(10, TimeUnit.SECONDS);
    }
  }

  /** The keyed example of RFC 9421, B.2.5, has other components; this one is computed by hand. */
  @Test
  void theSignatureIsThatOfTheDocumentation() throws Exception {
    byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    HookAddress address = HookAddress.parse("https://soft.example.jp/careplan?o=1");

    Map<String, String> headers =
        HookSignature.headers(address, BODY, "key-1", secret, Instant.ofEpochSecond(1_782_349_924));

    assertEquals(
        "sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:", headers.get("Content-Digest"));
    String base =
        String.join(
            "\n",
            "\"@method\": POST",
            "\"@target-uri\": https://soft.example.jp/careplan?o=1",
            "\"content-type\": application/json",
            "\"content-digest\": " + headers.get("Content-Digest"),
            "\"@signature-params\": "
                + headers.get("Signature-Input").substring("careplan=".length()));
    var mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(new javax.crypto.spec.SecretKeySpec(secret, "HmacSHA256"));
    String expected =
        Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.US_ASCII)));
    assertEquals("careplan=:" + expected + ":", headers.get("Signature"));
  }
}
