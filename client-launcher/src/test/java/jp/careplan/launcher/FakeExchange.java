package jp.careplan.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server that asks for a certificate, writes down what arrives, and answers by a script. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these
final class FakeExchange implements AutoCloseable {
  /** What arrived. */
  record Request(String method, String path, Map<String, List<String>> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.ISO_8859_1);
    }

    List<Part> parts() {
      return Part.of(this);
    }

    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  /** What is answered; status 0 cuts the connection instead. */
  record Answer(int status, Map<String, String> headers, byte[] body, Runnable first) {
    static Answer json(int status, String text) {
      return new Answer(
          status,
          Map.of("Content-Type", status < 400 ? "application/json" : "application/problem+json"),
          text.getBytes(StandardCharsets.UTF_8),
          () -> {});
    }

    static Answer bytes(byte[] body) {
      return new Answer(200, Map.of("Content-Type", "application/octet-stream"), body, () -> {});
    }

    static Answer cut() {
      return new Answer(0, Map.of(), new byte[0], () -> {});
    }

    static Answer problem(int status, String code, String title) {
      return json(
          status,
          """
          {"title":"%s","status":%d,"code":"%s","detail":"くわしく","remedy":"直し方","traceId":"7f3a"}
          """
              .formatted(title, status, code));
    }

    Answer with(String header, String value) {
      var more = new HashMap<>(headers);
      more.put(header, value);
      return new Answer(status, more, body, first);
    }

    /** Answered before the body is read, as a server does that has seen enough. */
    Answer unread() {
      return with(UNREAD, "true");
    }

    Answer after(Runnable work) {
      return new Answer(status, headers, body, work);
    }
  }

  private static final String UNREAD = "X-Unread";

  static final String SESSION =
      """
      {"token":"token-1","userId":"KJ999970000011","office":{"number":"9970000011","name":"さくら居宅支援"},
       "terminal":{"id":"t1","name":"PC-1"},"expiresAt":"2026-06-25T09:12:00Z","idleSeconds":3600,
       "licence":{"state":"RUNNING","until":"2027-03-31"}}
      """;

  private final HttpsServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Map<String, Queue<Answer>> script = new HashMap<>();
  private final Map<String, Function<Request, Answer>> answers = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();

  FakeExchange(TestAuthority authority) {
    this(authority, true);
  }

  /** A public listener. */
  static FakeExchange withoutCertificates(TestAuthority authority) {
    return new FakeExchange(authority, false);
  }

  private FakeExchange(TestAuthority authority, boolean asks) {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(configurator(authority, asks));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(workers);
    server.start();
  }

  String address() {
    return "localhost:" + server.getAddress().getPort();
  }

  /** The next answer to requests whose method and path begin so; the last one stays. */
  synchronized FakeExchange on(String beginning, Answer... answers) {
    script.put(beginning, new ArrayDeque<>(List.of(answers)));
    return this;
  }

  synchronized List<Request> requests(String beginning) {
    return requests.stream()
        .filter(it -> (it.method() + " " + it.path()).startsWith(beginning))
        .toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body =
        script.values().stream().anyMatch(it -> it.element().headers().containsKey(UNREAD))
                && exchange.getRequestMethod().equals("PUT")
            ? new byte[0]
            : exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().toString().replaceFirst("^/api/v1/", "");
    var request =
        new Request(
            exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body);
    Answer answer = record(request);
    answer.first().run();
    if (answer.status() == 0) {
      exchange.close();
      return;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  /** Requests whose method and path are so are answered by what they say. */
  synchronized FakeExchange on(String line, Function<Request, Answer> answering) {
    answers.put(line, answering);
    return this;
  }

  private synchronized Answer record(Request request) {
    requests.add(request);
    String line = request.method() + " " + request.path();
    Function<Request, Answer> answering = answers.get(line);
    if (answering != null) {
      return answering.apply(request);
    }
    return script.keySet().stream()
        .filter(line::startsWith)
        .max(java.util.Comparator.comparingInt(String::length))
        .map(this::next)
        .orElseGet(() -> usual(line));
  }

  private Answer next(String beginning) {
    Queue<Answer> answers = Optional.ofNullable(script.get(beginning)).orElseThrow();
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  private static Answer usual(String line) {
    return switch (line) {
      case "POST sessions" -> Answer.json(201, SESSION);
      case "DELETE sessions/current" -> Answer.json(204, "");
      default -> Answer.problem(404, "KE-201", "見つかりませんでした");
    };
  }

  private static HttpsConfigurator configurator(TestAuthority authority, boolean asks)
      throws GeneralSecurityException, IOException {
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(authority.serverStore(), TestAuthority.PASSWORD.toCharArray());
    var trust = TrustManagerFactory.getInstance("PKIX");
    KeyStore trusted = authority.trustStore();
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return new HttpsConfigurator(context) {
      @Override
      public void configure(HttpsParameters parameters) {
        var tls = getSSLContext().getDefaultSSLParameters();
        tls.setNeedClientAuth(asks);
        parameters.setSSLParameters(tls);
      }
    };
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
