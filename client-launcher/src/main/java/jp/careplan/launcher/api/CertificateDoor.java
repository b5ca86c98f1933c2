package jp.careplan.launcher.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/**
 * The public listener's door for certificates (電子証明書の発行). Asked once: each try of the issuing
 * password counts.
 */
public final class CertificateDoor {
  private final ServerAddress server;
  private final PlainDoor door;

  /**
   * @param authorities the server is believed by these where no file is pinned, beside the
   *     machine's
   */
  public CertificateDoor(ServerAddress server, Path pinned, List<X509Certificate> authorities) {
    this.server = server;
    this.door = new PlainDoor(server, pinned, authorities);
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
    return door.call(
        HttpRequest.newBuilder(URI.create("https://" + server + "/public/v1/certificates"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
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
