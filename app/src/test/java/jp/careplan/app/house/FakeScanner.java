package jp.careplan.app.house;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks what clamd speaks; what a file holds decides what is said of it. */
public final class FakeScanner implements AutoCloseable {
  /** A file with these words is infected. */
  public static final String INFECTED = "sample-of-a-virus";

  /** At a file with these words it hangs up. */
  public static final String BREAKS = "sample-that-breaks-the-scanner";

  private final ServerSocket server;

  private FakeScanner(ServerSocket server) {
    this.server = server;
  }

  static FakeScanner start() {
    try {
      var scanner = new FakeScanner(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().name("scanner").start(scanner::serve);
      return scanner;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        Thread.ofVirtual().start(() -> answer(caller));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private static void answer(Socket caller) {
    try (caller) {
      var in = new DataInputStream(caller.getInputStream());
      in.skipNBytes("zINSTREAM\0".length());
      var content = new ByteArrayOutputStream();
      for (int length = in.readInt(); length > 0; length = in.readInt()) {
        content.write(in.readNBytes(length));
      }
      String letters = content.toString(StandardCharsets.ISO_8859_1);
      if (!letters.contains(BREAKS)) {
        String said = letters.contains(INFECTED) ? "Sample-Signature FOUND" : "OK";
        caller
            .getOutputStream()
            .write(("stream: " + said + "\0").getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
