package jp.careplan.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at a running server from outside. */
final class Tool {
  private static final Pattern HEAP_USED = Pattern.compile("heap.*used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final int KIB = 1024;
  private static final int TRIES = 5;

  private Tool() {}

  /** The JDK's {@code jcmd}; a server with much to do may not answer the first time. */
  static String jcmd(long pid, String... command) {
    String answer = "";
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        Process process = launch(pid, command);
        answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() == 0) {
          return answer;
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("jcmd " + List.of(command) + ": " + answer);
  }

  private static Process launch(long pid, String... command) throws IOException {
    return new ProcessBuilder(
            Stream.concat(
                    Stream.of(
                        Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                        String.valueOf(pid)),
                    Stream.of(command))
                .toList())
        .redirectErrorStream(true)
        .start();
  }

  /** MiB on the heap after a full collection. */
  static long heapAfterCollection(long pid) {
    jcmd(pid, "GC.run");
    return number(HEAP_USED, jcmd(pid, "GC.heap_info")) / KIB;
  }

  /** MiB of memory that a process holds. */
  static long resident(long pid) {
    try {
      return number(RESIDENT, Files.readString(Path.of("/proc/" + pid + "/status"))) / KIB;
    } catch (IOException e) {
      return -1;
    }
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : -KIB;
  }
}
