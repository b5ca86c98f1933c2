package jp.careplan.kernel.internal;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks a clamd by its INSTREAM command, over TCP or a socket file. One connection a file; whoever
 * does not answer in time has not answered.
 */
public final class Clamd {
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 4096;

  private final SocketAddress address;
  private final Duration patience;

  /** What it said. */
  public sealed interface Answer {
    record Clean() implements Answer {}

    /**
     * @param signature what it calls it
     */
    record Found(String signature) implements Answer {}
  }

  /**
   * @param where {@code tcp://HOST:PORT} or {@code unix:///PATH}
   */
  public Clamd(String where, Duration patience) {
    this.address = address(where);
    this.patience = patience;
  }

  static SocketAddress address(String where) {
    if (where.startsWith("unix://")) {
      return UnixDomainSocketAddress.of(where.substring("unix://".length()));
    }
    if (where.matches("tcp://[^:/]+:[0-9]{1,5}")) {
      int colon = where.lastIndexOf(':');
      return new InetSocketAddress(
          where.substring("tcp://".length(), colon), Integer.parseInt(where.substring(colon + 1)));
    }
    throw new IllegalArgumentException("clamd is tcp://HOST:PORT or unix:///PATH, not " + where);
  }

  /** Throws where no answer, or none that is understood, came. */
  public Answer scan(byte[] content) throws IOException {
    try (var line = new Line(address, patience)) {
      line.send(ByteBuffer.wrap(COMMAND));
      for (int from = 0; from < content.length; from += CHUNK) {
        int length = Math.min(CHUNK, content.length - from);
        line.send(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
        line.send(ByteBuffer.wrap(content, from, length));
      }
      line.send(ByteBuffer.allocate(Integer.BYTES).putInt(0, 0));
      return understood(line.answer());
    }
  }

  private static Answer understood(String answer) throws IOException {
    if (answer.equals("stream: OK")) {
      return new Answer.Clean();
    }
    if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
      return new Answer.Found(
          answer.substring("stream: ".length(), answer.length() - " FOUND".length()));
    }
    throw new IOException("clamd said: " + answer);
  }

  /** One connection whose every step has to come before the same end. */
  private static final class Line implements Closeable {
    private final long end;
    private final SocketChannel channel;
    private final Selector selector = Selector.open();

    @SuppressWarnings("AddressSelection") // the operator names one address
    Line(SocketAddress address, Duration patience) throws IOException {
      end = System.nanoTime() + patience.toNanos();
      boolean unix = address instanceof UnixDomainSocketAddress;
      channel = unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
      try {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_CONNECT);
        if (!channel.connect(address)) {
          do {
            await(SelectionKey.OP_CONNECT);
          } while (!channel.finishConnect());
        }
      } catch (IOException | RuntimeException e) {
        close();
        throw e;
      }
    }

    void send(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        if (channel.write(bytes) == 0) {
          await(SelectionKey.OP_WRITE);
        }
      }
    }

    /** Up to the zero byte, or the end of the line. */
    String answer() throws IOException {
      ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
      while (answer.hasRemaining()) {
        int read = channel.read(answer);
        if (read == 0) {
          await(SelectionKey.OP_READ);
        } else if (read < 0 || answer.get(answer.position() - 1) == 0) {
          break;
        }
      }
      return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
          .replace("\0", "")
          .strip();
    }

    private void await(int what) throws IOException {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      java.util.Objects.requireNonNull(channel.keyFor(selector)).interestOps(what);
      if (left <= 0 || selector.select(left) == 0) {
        throw new IOException("clamd does not answer in time");
      }
      selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
      selector.close();
      channel.close();
    }
  }
}
