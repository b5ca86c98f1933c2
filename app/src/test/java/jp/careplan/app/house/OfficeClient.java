package jp.careplan.app.house;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.TransmissionId;

/**
 * An office at the connector listener: its certificate, its session, the calls of the API. Each
 * exchange is held against the {@link Contract}.
 */
public final class OfficeClient {
  private final Node node;
  private final String number;
  private final SSLContext tls;
  private final HttpClient http;
  private String token = "";
  private String user = "";

  private OfficeClient(Node node, String number, SSLContext tls) {
    this.node = node;
    this.number = number;
    this.tls = tls;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(tls)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  static OfficeClient of(Node node, String number) {
    return of(node, number, node.home().resolve("offices/" + number + ".p12"));
  }

  static OfficeClient of(Node node, String number, Path pkcs12) {
    return new OfficeClient(node, number, tls(node, pkcs12));
  }

  /** With another certificate than the office's own, and nobody signed in. */
  public OfficeClient with(Path pkcs12) {
    return new OfficeClient(node, number, tls(node, pkcs12));
  }

  /** Without any certificate, and nobody signed in. */
  public OfficeClient withoutCertificate() {
    return new OfficeClient(node, number, tls(node, Optional.empty()));
  }

  /** With somebody's token. */
  public OfficeClient bearing(String someToken) {
    var client = new OfficeClient(node, number, tls);
    client.token = someToken;
    return client;
  }

  /** Trusts the demo's authority alone and shows the certificate of a PKCS#12 file. */
  public static SSLContext tls(Node node, Path pkcs12) {
    return tls(node, Optional.of(pkcs12));
  }

  private static SSLContext tls(Node node, Optional<Path> pkcs12) {
    try {
      char[] password = password(node).toCharArray();
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(pkcs12.isEmpty() ? null : load(pkcs12.get(), password), password);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(load(node.home().resolve("trust.p12"), password));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore load(Path file, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }

  public static String password(Node node) throws IOException {
    return Files.readString(node.home().resolve("demo-password"));
  }

  /** Signs in with the demo's user ID and password and keeps the token. */
  public OfficeClient signIn() {
    return signInAs("KJ99" + number);
  }

  /** The same as one of the staff, whose password is the same. */
  public OfficeClient signInAs(String userId) {
    user = userId;
    try {
      HttpResponse<String> answer = signIn(userId, password(node));
      if (answer.statusCode() != 201) {
        throw new IllegalStateException(answer.body());
      }
      token = json(answer).getString("token");
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same person once more. */
  public OfficeClient signInAgain() {
    return signInAs(user);
  }

  public HttpResponse<String> signIn(String userId, String password) {
    String body =
        Json.createObjectBuilder()
            .add("userId", userId)
            .add("password", password)
            .build()
            .toString();
    return send(
        request("/sessions")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  public String token() {
    return token;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<byte[]> bytes(String path) {
    return send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** A list as a table for spreadsheets. */
  public HttpResponse<String> table(String path) {
    return send(request(path).header("Accept", "text/csv").GET());
  }

  public HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  /** Any method, with any body; none where the method has none. */
  public HttpResponse<String> call(String method, String path, String type, byte[] body) {
    var content = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    return send(request(path).header("Content-Type", type).method(method, content));
  }

  /** The same, where bytes come back. */
  public HttpResponse<byte[]> callForBytes(String method, String path, String type, byte[] body) {
    return send(
        request(path).header("Content-Type", type).method(method, BodyPublishers.ofByteArray(body)),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Any method, with as little of a body as it takes. */
  public HttpResponse<String> call(String method, String path) {
    return switch (method) {
      case "PUT" ->
          path.startsWith("/transmissions/")
              ? put(path, new Multipart())
              : send(
                  request(path)
                      .header("Content-Type", "application/json")
                      .PUT(BodyPublishers.ofString("{}")));
      case "POST" ->
          path.startsWith("/checks") ? postMultipart(path, new Multipart()) : post(path, "{}");
      default -> send(request(path).method(method, BodyPublishers.noBody()));
    };
  }

  /** Past the contract: only whether one comes in counts. An empty form where files are wanted. */
  public HttpResponse<byte[]> past(String method, String path, String json) {
    try {
      var request = request(path);
      if (json.isEmpty()) {
        var form = new Multipart();
        request
            .header("Content-Type", form.contentType())
            .method(method, BodyPublishers.ofByteArray(form.bytes()));
      } else if (method.equals("GET") || method.equals("DELETE")) {
        request.method(method, BodyPublishers.noBody());
      } else {
        request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
      }
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A plain TLS connection, for what no client library would send. */
  public SSLSocket socket() {
    try {
      var socket =
          (SSLSocket) tls.getSocketFactory().createSocket("localhost", node.connectorPort());
      socket.setSoTimeout((int) Duration.ofSeconds(90).toMillis());
      return socket;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Offers a unit under an ID; further parts as {@code name=value}. */
  public HttpResponse<String> offer(TransmissionId id, List<OfferedFile> files, String... parts) {
    var body = new Multipart().field("manifest", SendingOffer.manifestOf(files));
    for (String part : parts) {
      body.field(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }
    files.forEach(file -> body.file("file", file.name(), file.content()));
    return put("/transmissions/" + id, body);
  }

  public HttpResponse<String> put(String path, Multipart body) {
    return send(
        request(path)
            .header("Content-Type", body.contentType())
            .PUT(BodyPublishers.ofByteArray(body.bytes())));
  }

  public HttpResponse<String> postMultipart(String path, Multipart body) {
    return send(
        request(path)
            .header("Content-Type", body.contentType())
            .POST(BodyPublishers.ofByteArray(body.bytes())));
  }

  /** The same, where paper is wanted. */
  public HttpResponse<byte[]> postMultipartForPaper(String path, Multipart body) {
    return send(
        request(path)
            .header("Content-Type", body.contentType())
            .header("Accept", "application/pdf")
            .POST(BodyPublishers.ofByteArray(body.bytes())),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    URI address = node.connectorAddress("/api/v1" + path);
    var builder = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(90));
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> bodyHandler) {
    try {
      HttpRequest sent = request.build();
      HttpResponse<T> answer = http.send(sent, bodyHandler);
      Contract.check(sent, answer);
      return answer;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static JsonObject json(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
