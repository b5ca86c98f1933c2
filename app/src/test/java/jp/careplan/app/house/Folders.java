package jp.careplan.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Places and ports for what the tests start. */
public final class Folders {
  private static final int PORTS = 3_000;
  private static final int FIRST_PORT =
      20_000 + PORTS * List.of("mariadb", "alone", "browser", "embedded").indexOf(run());
  private static final AtomicInteger NEXT_PORT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS));

  private Folders() {}

  /** Which of the runs this is that may go on beside each other. */
  static String run() {
    return System.getProperty("careplan.test.run", "mariadb");
  }

  /** The project's root, wherever the tests were started from. */
  public static Path project() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .takeWhile(folder -> folder != null)
        .filter(folder -> Files.isDirectory(folder.resolve("app/bin")))
        .findFirst()
        .orElseThrow();
  }

  public static Path temporary(String prefix) {
    try {
      return Files.createTempDirectory("careplan-" + prefix + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With all that is in it; two nodes may share one, and the second finds it gone. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Below those that the machine gives to clients, and apart from what the other test process
   * takes.
   */
  public static int freePort() {
    while (true) {
      int port = FIRST_PORT + Math.floorMod(NEXT_PORT.getAndIncrement(), PORTS);
      try (var socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // somebody else's
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static String program(String... candidates) {
    return Stream.of(candidates)
        .flatMap(
            name -> Stream.of("/usr/bin/" + name, "/usr/sbin/" + name, "/usr/local/bin/" + name))
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("not installed: " + String.join(" / ", candidates)));
  }
}
