package jp.careplan.kernel.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a small server that speaks what clamd speaks. */
class ClamdTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] PAPER = "%PDF-1.7\n%%EOF\n".getBytes(UTF_8);

  /** Takes one file and gives one answer; what it took in the end. */
  private static CompletableFuture<byte[]> serve(ServerSocketChannel server, String answer) {
    return CompletableFuture.supplyAsync(() -> {
      try (server;
          SocketChannel caller = server.accept()) {
        var in = new DataInputStream(Channels.newInputStream(caller));
        assertEquals("zINSTREAM\0", new String(in.readNBytes(10), UTF_8));
        var taken = new java.io.ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
          taken.write(in.readNBytes(length));
        }
        caller.write(ByteBuffer.wrap(answer.getBytes(UTF_8)));
        return taken.toByteArray();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private static ServerSocketChannel open(SocketAddress address) throws IOException {
    boolean unix = address instanceof UnixDomainSocketAddress;
    var server =
        unix ? ServerSocketChannel.open(StandardProtocolFamily.UNIX) : ServerSocketChannel.open();
    return server.bind(address);
  }

  private static ServerSocketChannel open() throws IOException {
    return open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static Clamd at(ServerSocketChannel server) throws IOException {
    int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
    return new Clamd("tcp://127.0.0.1:" + port, PATIENCE);
  }

  @Test
  void aCleanFilePassesWithAllItsBytes() throws IOException {
    byte[] content = new byte[1_000_000];
    new Random(7).nextBytes(content);
    var server = open();
    Clamd clamd = at(server);
    var taken = serve(server, "stream: OK\0");

    assertInstanceOf(Clamd.Answer.Clean.class, clamd.scan(content));
    assertArrayEquals(content, taken.join());
  }

  @Test
  void whatIsFoundIsNamed() throws IOException {
    var server = open();
    Clamd clamd = at(server);
    var taken = serve(server, "stream: Eicar-Test-Signature FOUND\0");

    assertEquals(
        new Clamd.Answer.Found("Eicar-Test-Signature"), clamd.scan(new byte[] {'X', '5', 'O'}));
    taken.join();
  }

  @Test
  void aSocketFileWillDo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("clamd.ctl");
    var taken = serve(open(UnixDomainSocketAddress.of(file)), "stream: OK\0");

    assertInstanceOf(Clamd.Answer.Clean.class, new Clamd("unix://" + file, PATIENCE).scan(PAPER));
    assertArrayEquals(PAPER, taken.join());
  }

  @Test
  void anyOtherAnswerIsNone() throws IOException {
    for (String answer :
        new String[] {"INSTREAM size limit exceeded. ERROR\0", "", "stream: OKAY\0", "OK"}) {
      var server = open();
      Clamd clamd = at(server);
      var taken = serve(server, answer);

      assertThrows(IOException.class, () -> clamd.scan(PAPER), answer);
      taken.join();
    }
  }

  @Test
  void nobodyThereIsNoAnswer() throws IOException {
    int port;
    try (var server = new ServerSocket(0)) {
      port = server.getLocalPort();
    }

    assertThrows(
        IOException.class, () -> new Clamd("tcp://127.0.0.1:" + port, PATIENCE).scan(PAPER));
  }

  @Test
  void whoeverKeepsSilentIsNotWaitedForLong() throws IOException {
    try (var server = open()) {
      int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
      var clamd = new Clamd("tcp://127.0.0.1:" + port, Duration.ofMillis(300));

      assertThrows(IOException.class, () -> clamd.scan(PAPER));
    }
  }
}
