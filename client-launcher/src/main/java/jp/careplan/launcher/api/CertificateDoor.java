package jp.careplan.launcher.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/**
 * The public listener's door for certificates (電子証明書の発行). Asked once: each try of the issuing
 * password counts.
 */
public final class CertificateDoor {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ServerAddress server;
  private final SSLContext tls;

  /**
   * @param authorities the server is believed by these where no file is pinned, beside the
   *     machine's
   */
  public CertificateDoor(ServerAddress server, Path pinned, List<X509Certificate> authorities) {
    this.server = server;
    try {
      tls = SSLContext.getInstance("TLS");
      tls.init(null, ServerTrust.of(authorities, pinned), null);
    } catch (GeneralSecurityException | IOException e) {
      throw new Trouble(LauncherProblem.OUR_FAULT, "TLS", e);
    }
  }

  /**
   * What is asked for.
   *
   * @param terminalName of a new terminal
   * @param renews thumbprint of the certificate that is renewed
   */
  public record Wanted(
      String userId, Optional<String> terminalName, Optional<String> renews, String request) {}

  /** The certificate first, then those above it. */
  public List<X509Certificate> ask(Wanted wanted, Secret issuePassword) {
    Map<String, String> body = new HashMap<>();
    body.put("userId", wanted.userId());
    body.put("issuePassword", new String(issuePassword.chars()));
    wanted.terminalName().ifPresent(it -> body.put("terminalName", it));
    wanted.renews().ifPresent(it -> body.put("renews", it));
    body.put("request", wanted.request());
    HttpResponse<byte[]> answer = post(Json.compact(body));
    if (answer.statusCode() != 201) {
      throw Connection.refusal(answer);
    }
    return chain(answer.body());
  }

  private HttpResponse<byte[]> post(byte[] body) {
    var request =
        HttpRequest.newBuilder(URI.create("https://" + server + "/public/v1/certificates"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .sslContext(tls)
            .build()) {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw isDistrust(e)
          ? new Trouble(LauncherProblem.SERVER_NOT_TRUSTED, "接続先: " + server, e)
          : new Trouble(LauncherProblem.UNREACHABLE, "接続先: " + server, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble(LauncherProblem.UNREACHABLE, "接続先: " + server, e);
    }
  }

  private static boolean isDistrust(IOException failure) {
    return Stream.<Throwable>iterate(failure, it -> it != null, Throwable::getCause)
        .limit(12)
        .anyMatch(CertificateException.class::isInstance);
  }

  private List<X509Certificate> chain(byte[] answer) {
    try {
      String pem = Json.tree(answer).path("chain").asText();
      var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (chain.isEmpty()) {
        throw new Trouble(LauncherProblem.NOT_THE_EXCHANGE, "接続先: " + server);
      }
      return chain;
    } catch (IOException | CertificateException e) {
      throw new Trouble(LauncherProblem.NOT_THE_EXCHANGE, "接続先: " + server, e);
    }
  }
}
