package jp.careplan.launcher.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/** One call over TLS in which this PC shows no certificate. */
final class PlainDoor {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ServerAddress server;
  private final SSLContext tls;
  private final Duration patience;

  PlainDoor(ServerAddress server, Path pinned, List<X509Certificate> authorities) {
    this(server, pinned, authorities, PATIENCE);
  }

  PlainDoor(
      ServerAddress server, Path pinned, List<X509Certificate> authorities, Duration patience) {
    this.server = server;
    this.patience = patience;
    try {
      tls = SSLContext.getInstance("TLS");
      tls.init(null, ServerTrust.of(authorities, pinned), null);
    } catch (GeneralSecurityException | IOException e) {
      throw new Trouble(LauncherProblem.OUR_FAULT, "TLS", e);
    }
  }

  HttpResponse<byte[]> call(HttpRequest.Builder request) {
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .sslContext(tls)
            .build()) {
      return http.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new Trouble(problem(e), "接続先: " + server, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble(LauncherProblem.UNREACHABLE, "接続先: " + server, e);
    }
  }

  private static LauncherProblem problem(IOException failure) {
    if (isDistrust(failure)) {
      return LauncherProblem.SERVER_NOT_TRUSTED;
    }
    return Diagnosis.isProxy(failure)
        ? LauncherProblem.PROXY_IN_THE_WAY
        : LauncherProblem.UNREACHABLE;
  }

  private static boolean isDistrust(IOException failure) {
    return Stream.<Throwable>iterate(failure, it -> it != null, Throwable::getCause)
        .limit(12)
        .anyMatch(CertificateException.class::isInstance);
  }
}
