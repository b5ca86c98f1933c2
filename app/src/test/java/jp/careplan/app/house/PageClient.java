package jp.careplan.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms of the pages without a browser, for what a program would do to them. */
public final class PageClient {
  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\"");
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]*)\"");
  private static final Pattern PROBLEM = Pattern.compile("コード ([A-Z]{2}-[0-9]{3})");

  private final Node node;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** As a browser at localhost keeps them: secure ones too, which Java's own would hold back. */
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  public PageClient(Node node) {
    this.node = node;
  }

  /** Opens the sign-in, so that {@link #signIn} only has to send it. */
  public PageForm signInPage() {
    return form("/account/sign-in", "sign-in");
  }

  public HttpResponse<String> signIn(String userId, String password) {
    return signInPage().send(Map.of("user-id", userId, "password", password));
  }

  /**
   * Comes in through a launcher.
   *
   * @param handOff the address that it was given
   */
  public HttpResponse<String> enter(String handOff) {
    URI address = URI.create(handOff);
    return form(address.getPath() + "?" + address.getQuery(), "enter")
        .send(Map.of("code", address.getQuery().substring("code=".length())));
  }

  /** パスワードの変更 by whoever is signed in here. */
  public HttpResponse<String> changePassword(String present, String wanted) {
    return form("/account/password", "change")
        .send(Map.of("present", present, "wanted", wanted, "again", wanted));
  }

  /** 失効 of a terminal, the question before it answered. */
  public HttpResponse<String> revoke(String terminal, String reason) {
    return form("/account/certificates?terminal=" + terminal, "revocation")
        .send(Map.of("terminal", terminal, "reason", reason));
  }

  /** A certificate and its key as a file. */
  public HttpResponse<byte[]> certificateFile(Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field ->
                PageForm.encoded(field.getKey()) + "=" + PageForm.encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(node.publicAddress("/account/certificate-file"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)),
        BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(node.publicAddress(path)));
  }

  /** What a script of a page sends. */
  public HttpResponse<String> post(String path, String json) {
    return send(
        HttpRequest.newBuilder(node.publicAddress(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Files as a page's script lays them. */
  public HttpResponse<String> multipart(String path, Multipart body) {
    return send(
        HttpRequest.newBuilder(node.publicAddress(path))
            .header("Content-Type", body.contentType())
            .POST(BodyPublishers.ofByteArray(body.bytes())));
  }

  public HttpResponse<String> head(String path) {
    return send(HttpRequest.newBuilder(node.publicAddress(path)).HEAD());
  }

  /** A form of the portal, which holds no state. */
  public HttpResponse<String> plain(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field ->
                PageForm.encoded(field.getKey()) + "=" + PageForm.encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(node.publicAddress(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** An empty form. */
  public HttpResponse<String> post(String path) {
    return send(
        HttpRequest.newBuilder(node.publicAddress(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.noBody()));
  }

  /**
   * @param headers name, value, name, value
   */
  public HttpResponse<byte[]> bytes(String path, String... headers) {
    var request = HttpRequest.newBuilder(node.publicAddress(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request, BodyHandlers.ofByteArray());
  }

  /** The code of the problem that a page tells; empty when it tells none. */
  public static String problem(HttpResponse<String> page) {
    Matcher code = PROBLEM.matcher(page.body());
    return code.find() ? code.group(1) : "";
  }

  /** A form of a page; its button is called like the form, and {@code -go}. */
  public PageForm form(String path, String id) {
    String page = get(path).body();
    Matcher state = STATE.matcher(page);
    Matcher nonce = NONCE.matcher(page);
    if (!state.find() || !nonce.find()) {
      throw new IllegalStateException("no form at " + path);
    }
    return new PageForm(this, node.publicAddress(path), id, state.group(1), nonce.group(1));
  }

  /** A form as the browser holds it. */
  public record PageForm(PageClient client, URI address, String id, String state, String nonce) {
    public HttpResponse<String> send(Map<String, String> fields) {
      Map<String, String> all = new LinkedHashMap<>(fields);
      all.put(id, id);
      all.put(id + "-go", "");
      all.put("jakarta.faces.ViewState", state);
      all.put("primefaces.nonce", nonce);
      String body =
          all.entrySet().stream()
              .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
              .collect(Collectors.joining("&"));
      return client.send(
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      if (!cookies.isEmpty()) {
        request.header("Cookie", String.join("; ", cookies.values()));
      }
      var answer = http.send(request.timeout(Duration.ofSeconds(60)).build(), handler);
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        cookies.put(cookie.split("=", 2)[0], cookie.split(";", 2)[0]);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
