package jp.careplan.exchange.internal.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One POST to an address that was checked before. Of the answer the first line is read and nothing
 * else: redirects are not followed, a body is not looked at, and whoever is slow is left.
 */
public final class HookCall {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");
  private static final int LONGEST_LINE = 512;
  private static final int GOOD = 200;
  private static final int NO_LONGER_GOOD = 300;

  private final Duration patience;

  public HookCall(Duration patience) {
    this.patience = patience;
  }

  /**
   * What became of it.
   *
   * @param outcome the HTTP status, or {@code TIMEOUT}, {@code REFUSED}, {@code TLS}, {@code
   *     NO_HTTP}, {@code BROKEN}
   */
  public record Answer(boolean good, String outcome) {}

  public Answer post(
      HookAddress address, InetAddress to, Map<String, String> headers, byte[] body) {
    var late = new AtomicBoolean();
    try (Socket plain = new Socket()) {
      CompletableFuture<Void> guard =
          CompletableFuture.runAsync(
              () -> leave(plain, late),
              CompletableFuture.delayedExecutor(
                  patience.toMillis(), TimeUnit.MILLISECONDS, Runnable::run));
      try {
        Answer answer = post(plain, address, to, headers, body);
        // a socket that was closed may also look like one that has no more to say
        return late.get() && !answer.good() ? new Answer(false, "TIMEOUT") : answer;
      } finally {
        guard.cancel(false);
      }
    } catch (IOException | GeneralSecurityException e) {
      return new Answer(false, late.get() ? "TIMEOUT" : word(e));
    }
  }

  /** However it trickles: when its time is over it is over. */
  private static void leave(Socket socket, AtomicBoolean late) {
    late.set(true);
    try {
      socket.close();
    } catch (IOException e) {
      // it is left all the same
    }
  }

  private Answer post(
      Socket plain, HookAddress address, InetAddress to, Map<String, String> headers, byte[] body)
      throws IOException, GeneralSecurityException {
    int millis = Math.toIntExact(patience.toMillis());
    plain.connect(new InetSocketAddress(to, address.port()), millis);
    plain.setSoTimeout(millis);
    Socket socket = address.tls() ? secured(plain, address) : plain;
    OutputStream out = socket.getOutputStream();
    out.write(head(address, headers, body.length).getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
    return judge(firstLine(socket.getInputStream()));
  }

  /** The certificate must be that of the name, not of the address that it stood for. */
  private static Socket secured(Socket plain, HookAddress address)
      throws IOException, GeneralSecurityException {
    SSLSocket socket =
        (SSLSocket)
            SSLContext.getDefault()
                .getSocketFactory()
                .createSocket(plain, address.host(), address.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static String head(HookAddress address, Map<String, String> headers, int length) {
    var head = new StringBuilder();
    head.append("POST ").append(address.target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(address.authority()).append("\r\n");
    head.append("User-Agent: careplan-exchange\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(length).append("\r\n");
    return head.append("Connection: close\r\n\r\n").toString();
  }

  private static String firstLine(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      if (line.length() == LONGEST_LINE) {
        return "";
      }
      line.append((char) read);
    }
    return line.toString().strip();
  }

  private static Answer judge(String line) {
    Matcher status = STATUS.matcher(line);
    if (!status.matches()) {
      return new Answer(false, "NO_HTTP");
    }
    int code = Integer.parseInt(status.group(1));
    return new Answer(code >= GOOD && code < NO_LONGER_GOOD, status.group(1));
  }

  private static String word(Exception failure) {
    return switch (failure) {
      case SocketTimeoutException late -> "TIMEOUT";
      case SSLException untrusted -> "TLS";
      case ConnectException refused -> "REFUSED";
      default -> "BROKEN";
    };
  }
}
