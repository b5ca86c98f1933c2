package jp.careplan.launcher.api;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Problem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP connection with the office's certificate. Tries again where that can help, within its
 * patience; everything it is used for may safely be repeated.
 */
final class Connection implements AutoCloseable {
  /** What the person sees while the launcher waits for another try. */
  interface Waiting {
    void waiting(String why, Duration wait);
  }

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final Duration FAREWELL = Duration.ofSeconds(3);
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

  private final HttpClient http;
  private final Diagnosis diagnosis;
  private final Patience patience;
  private final Waiting waiting;
  private final Clock clock;
  private volatile Optional<Duration> skew = Optional.empty();
  private volatile boolean admitted;

  Connection(Exchange.Access access, Waiting waiting) {
    OfficeIdentity identity = access.identity();
    this.clock = Clock.systemUTC();
    this.patience = access.patience();
    this.waiting = waiting;
    var keys = new OfficeKeyManager(identity);
    this.diagnosis =
        new Diagnosis(access.server(), new CertificateFacts(identity.certificate()), keys, clock);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(context(keys, identity, access.pinnedAuthority()))
            .sslParameters(tls13())
            .build();
  }

  /** Server's clock minus this PC's, as the last answer that told it showed it. */
  Optional<Duration> skew() {
    return skew;
  }

  HttpResponse<byte[]> call(HttpRequest request) {
    return call(request, BodyHandlers.ofByteArray(), true);
  }

  /** A refusal for haste is told at once: each try of a password counts. */
  HttpResponse<byte[]> callOnceAdmitted(HttpRequest request) {
    return call(request, BodyHandlers.ofByteArray(), false);
  }

  /** Says good-bye; nobody waits for the answer of a server that is gone. */
  void farewell(HttpRequest request) {
    try {
      http.sendAsync(request, BodyHandlers.discarding())
          .get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // the session ends by itself after its idle time
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Saves a good answer's body in a file. */
  HttpResponse<byte[]> download(HttpRequest request, Path target) {
    BodyHandler<byte[]> handler =
        info ->
            info.statusCode() == 200
                ? HttpResponse.BodySubscribers.mapping(
                    HttpResponse.BodySubscribers.ofFile(target, CREATE, WRITE, TRUNCATE_EXISTING),
                    saved -> new byte[0])
                : HttpResponse.BodySubscribers.ofByteArray();
    return call(request, handler, true);
  }

  private HttpResponse<byte[]> call(
      HttpRequest request, BodyHandler<byte[]> handler, boolean waitsWhenTooHasty) {
    Instant began = clock.instant();
    for (int failures = 1; ; failures++) {
      try {
        var answer = once(request, handler);
        admitted = true;
        noteClock(answer);
        if (answer.statusCode() / 100 == 2) {
          return answer;
        }
        boolean mayWait = waitsWhenTooHasty || answer.statusCode() != 429;
        if (!BUSY.contains(answer.statusCode()) || !mayWait) {
          throw refusal(answer);
        }
        pause("接続先が混み合っています", failures, retryAfter(answer), began, busy(answer));
      } catch (IOException e) {
        var definite = diagnosis.definite(e, admitted);
        if (definite.isPresent()) {
          throw definite.get();
        }
        pause("つながりません", failures, Optional.empty(), began, diagnosis.lasting(e, bytes(request)));
      }
    }
  }

  private HttpResponse<byte[]> once(HttpRequest request, BodyHandler<byte[]> handler)
      throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, handler);
    try {
      return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no answer");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new HttpTimeoutException("interrupted");
    } catch (ExecutionException e) {
      throw asIo(e.getCause());
    }
  }

  private static IOException asIo(@Nullable Throwable cause) {
    if (cause instanceof IOException io) {
      return io;
    }
    if (cause instanceof UncheckedIOException unchecked) {
      return new IOException(unchecked.getCause());
    }
    return new IOException(cause);
  }

  private void pause(
      String why, int failures, Optional<Duration> asked, Instant began, Trouble otherwise) {
    Duration wait =
        patience.next(failures, asked, began, clock.instant()).orElseThrow(() -> otherwise);
    waiting.waiting(why, wait);
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw otherwise;
    }
  }

  private static long bytes(HttpRequest request) {
    return request.bodyPublisher().map(HttpRequest.BodyPublisher::contentLength).orElse(0L);
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private void noteClock(HttpResponse<?> answer) {
    skew = skewOf(answer, clock.instant()).or(() -> skew);
  }

  /** Server's clock minus this PC's. */
  static Optional<Duration> skewOf(HttpResponse<?> answer, Instant now) {
    try {
      return answer
          .headers()
          .firstValue("Date")
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
          .map(date -> Duration.between(now, date.toInstant()));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // a date nobody can read says nothing about this PC's clock
    }
  }

  private static Trouble busy(HttpResponse<byte[]> answer) {
    return problem(answer)
        .map(it -> new Trouble(it, Exit.UNREACHABLE))
        .orElseGet(() -> new Trouble(LauncherProblem.BUSY, "HTTP " + answer.statusCode()));
  }

  static Trouble refusal(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status == 407) {
      return new Trouble(LauncherProblem.PROXY_IN_THE_WAY, "HTTP 407");
    }
    return problem(answer)
        .map(it -> new Trouble(it, exitOf(it)))
        .orElseGet(() -> new Trouble(LauncherProblem.NOT_THE_EXCHANGE, "HTTP " + status));
  }

  private static Optional<Problem> problem(HttpResponse<byte[]> answer) {
    try {
      var read = Problem.of(Json.tree(answer.body()), answer.statusCode());
      return read.title().isBlank() ? Optional.empty() : Optional.of(read);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Exit exitOf(Problem problem) {
    boolean aboutAdmission =
        problem.status() == 401
            || (problem.status() == 403 && !problem.code().startsWith("EX-"))
            || problem.code().startsWith("AP-")
            || problem.code().startsWith("LI-");
    if (aboutAdmission) {
      return Exit.NOT_ADMITTED;
    }
    return problem.status() >= 500 ? Exit.UNREACHABLE : Exit.REFUSED;
  }

  private static SSLContext context(OfficeKeyManager keys, OfficeIdentity identity, Path pinned) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, ServerTrust.of(identity.authorities(), pinned), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new Trouble(LauncherProblem.OUR_FAULT, "TLS", e);
    }
  }

  private static SSLParameters tls13() {
    var parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    return parameters;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
