package jp.careplan.launcher.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.text.JapanTime;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/**
 * What a broken connection means. A server that dislikes a certificate closes without a word, so
 * the reason is worked out from the certificate and from what TLS let through.
 */
record Diagnosis(ServerAddress server, CertificateFacts facts, OfficeKeyManager keys, Clock clock) {

  private static final long MEGABYTE = 1_000_000;
  private static final long LARGE = 5 * MEGABYTE;

  /**
   * Something another try cannot heal.
   *
   * @param admitted whether the server has answered over this certificate before
   */
  Optional<Trouble> definite(IOException failure, boolean admitted) {
    Optional<Trouble> distrust = cause(failure, CertificateException.class).map(this::distrust);
    if (distrust.isPresent()) {
      return distrust;
    }
    if (isProxy(failure)) {
      return Optional.of(new Trouble(LauncherProblem.PROXY_IN_THE_WAY, "接続先: " + server, failure));
    }
    if (refusedByAlert(failure)) {
      return Optional.of(
          ownFault()
              .orElseGet(() ->
                  new Trouble(
                      LauncherProblem.CERTIFICATE_REFUSED,
                      "電子証明書の発行者: " + facts.issuer(),
                      failure)));
    }
    return admitted || neverConnected(failure) ? Optional.empty() : ownFault();
  }

  /**
   * When trying again has been given up.
   *
   * @param bytes sent with the request: a server that has seen enough may close before it answers
   */
  Trouble lasting(IOException failure, long bytes) {
    String size =
        bytes < LARGE || neverConnected(failure)
            ? ""
            : "（送る大きさ " + bytes / MEGABYTE + "MB。大きすぎると、途中で切られることがあります）";
    return new Trouble(LauncherProblem.UNREACHABLE, reason(failure) + size, failure);
  }

  private Optional<Trouble> ownFault() {
    return facts
        .fault(clock.instant())
        .or(() ->
            keys.isForeign()
                ? Optional.of(
                    new Trouble(
                        LauncherProblem.CERTIFICATE_AUTHORITY, "電子証明書の発行者: " + facts.issuer()))
                : Optional.empty());
  }

  private Trouble distrust(CertificateException why) {
    if (cause(why, CertificateExpiredException.class).isPresent()
        || cause(why, CertificateNotYetValidException.class).isPresent()) {
      return new Trouble(
          LauncherProblem.SERVER_CERTIFICATE_DATES,
          "パソコンの日付: " + JapanTime.minute(clock.instant()),
          why);
    }
    String message = String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT);
    boolean otherName =
        (message.contains("name") && message.contains("found"))
            || message.contains("subject alternative");
    return otherName
        ? new Trouble(LauncherProblem.SERVER_NAME_DIFFERS, "接続先: " + server, why)
        : new Trouble(LauncherProblem.SERVER_NOT_TRUSTED, "接続先: " + server, why);
  }

  private String reason(IOException failure) {
    if (cause(failure, UnresolvedAddressException.class).isPresent()) {
      return "接続先の名前が見つかりません: " + server.host();
    }
    if (failure instanceof HttpTimeoutException) {
      return "時間内に答えがありません: " + server;
    }
    if (failure instanceof ConnectException) {
      return "接続先が応じません: " + server;
    }
    return "接続が途中で切れました: " + server;
  }

  private static boolean refusedByAlert(IOException failure) {
    return cause(failure, SSLException.class)
        .map(it -> String.valueOf(it.getMessage()).contains("fatal alert"))
        .orElse(false);
  }

  static boolean isProxy(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("tunnel") || message.contains("proxy");
  }

  private static boolean neverConnected(IOException failure) {
    return failure instanceof ConnectException || failure instanceof HttpTimeoutException;
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    return Stream.<Throwable>iterate(failure, it -> it != null, Throwable::getCause)
        .limit(12)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
