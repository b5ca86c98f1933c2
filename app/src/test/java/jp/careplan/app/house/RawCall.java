package jp.careplan.app.house;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** One request written byte by byte, and whatever comes back. */
public final class RawCall implements AutoCloseable {
  private final SSLSocket socket;

  public RawCall(OfficeClient office) {
    this.socket = office.socket();
  }

  /** A request's head; {@code more} are further header lines without their ends. */
  public RawCall head(String method, String path, String token, String... more) {
    var head = new StringBuilder();
    head.append(method).append(" /api/v1").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
    if (!token.isEmpty()) {
      head.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    for (String line : more) {
      head.append(line).append("\r\n");
    }
    return write(head.append("\r\n").toString());
  }

  public RawCall write(String text) {
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  public RawCall write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes until all is out or the other side hangs up. */
  public void noise(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // it hung up
    }
  }

  /**
   * Writes the same chunk (Transfer-Encoding) again and again until so many bytes are out or the
   * other side hangs up.
   *
   * @return bytes that were written
   */
  public long chunks(byte[] chunk, long bytes) {
    long written = 0;
    try {
      OutputStream out = socket.getOutputStream();
      byte[] head =
          (Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      while (written < bytes) {
        out.write(head);
        out.write(chunk);
        out.write(new byte[] {'\r', '\n'});
        written += chunk.length;
      }
    } catch (IOException e) {
      // it hung up
    }
    return written;
  }

  /** The status of the answer; 0 when the connection was closed without one. */
  public int status() {
    String line = answer();
    return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9, 12)) : 0;
  }

  /** What comes back until the first pause after the head and the body that it announces. */
  public String answer() {
    var text = new ByteArrayOutputStream();
    try {
      InputStream in = socket.getInputStream();
      int value;
      while (!isWhole(text.toString(StandardCharsets.UTF_8)) && (value = in.read()) >= 0) {
        text.write(value);
      }
    } catch (IOException e) {
      // closed by the other side
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private static boolean isWhole(String text) {
    int head = text.indexOf("\r\n\r\n");
    if (head < 0) {
      return false;
    }
    int announced = text.indexOf("Content-Length: ");
    if (announced < 0 || announced > head) {
      return text.endsWith("0\r\n\r\n") || !text.contains("chunked");
    }
    int length = Integer.parseInt(text.substring(announced + 16, text.indexOf('\r', announced)));
    return text.substring(head + 4).getBytes(StandardCharsets.UTF_8).length >= length;
  }

  /** Closes without a word. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
