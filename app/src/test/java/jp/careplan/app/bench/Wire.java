package jp.careplan.app.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 on one TLS socket, as little of it as a load needs. Where the server ends a connection,
 * the next call opens another.
 */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  /** Less than the server's own patience with a connection on which nothing happens. */
  private static final long IDLE_NANOS = 10_000_000_000L;

  /** What came back. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
  record Answer(int status, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** What is asked. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
  record Call(String method, String path, String token, String contentType, byte[] body) {
    static Call get(String path, String token) {
      return new Call("GET", path, token, "", new byte[0]);
    }

    byte[] bytes() {
      String head =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + token
              + (contentType.isEmpty() ? "" : "\r\nContent-Type: " + contentType)
              + "\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      var all = new ByteArrayOutputStream(head.length() + body.length);
      all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
      all.writeBytes(body);
      return all.toByteArray();
    }
  }

  private final Tls tls;
  private final int port;
  private final boolean kept;
  private @Nullable SSLSocket socket;
  private InputStream in = InputStream.nullInputStream();
  private long lastUse;
  private int calls;
  private int handshakes;

  /**
   * @param kept whether the connection is kept between calls
   */
  Wire(Tls tls, int port, boolean kept) {
    this.tls = tls;
    this.port = port;
    this.kept = kept;
  }

  /** Calls for each handshake so far. */
  double callsPerHandshake() {
    return (double) calls / handshakes;
  }

  Answer call(Call call) throws IOException {
    if (System.nanoTime() - lastUse > IDLE_NANOS) {
      close();
    }
    try {
      SSLSocket open = open();
      open.getOutputStream().write(call.bytes());
      Answer answer = read();
      calls++;
      lastUse = System.nanoTime();
      if (!kept) {
        close();
      }
      return answer;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Sends only so many bytes of a call and is gone, as a client that crashes or loses its line. */
  void abandon(Call call, int bytes) throws IOException {
    try {
      open().getOutputStream().write(call.bytes(), 0, bytes);
    } finally {
      close();
    }
  }

  private SSLSocket open() throws IOException {
    SSLSocket present = socket;
    if (present != null) {
      return present;
    }
    var opened = (SSLSocket) tls.context().getSocketFactory().createSocket("127.0.0.1", port);
    socket = opened;
    opened.setTcpNoDelay(true);
    opened.setSoTimeout(PATIENCE_MILLIS);
    opened.startHandshake();
    in = new BufferedInputStream(opened.getInputStream(), 16_384);
    handshakes++;
    return opened;
  }

  private Answer read() throws IOException {
    String first = line();
    int status = Integer.parseInt(first.split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    boolean ends = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
      ends |= lower.startsWith("connection:") && lower.contains("close");
    }
    byte[] body = chunked ? chunks() : exactly(length);
    if (ends) {
      close();
    }
    return new Answer(status, body);
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(line().strip(), 16);
      body.writeBytes(exactly(length));
      line();
      if (length == 0) {
        return body.toByteArray();
      }
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      if (next == '\n') {
        return line.toString();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
  }

  @Override
  public void close() {
    SSLSocket present = socket;
    socket = null;
    if (present != null) {
      try {
        present.close();
      } catch (IOException e) {
        // gone is gone
      }
    }
  }
}
