package jp.careplan.app.setup;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.careplan.application.internal.Totp;

/**
 * Operators (運用管理者) by a command on the server. It lays a request into the server's home and waits
 * for the answer of the running node; the secret comes back in a file of the same folder, never on
 * a command line.
 */
public final class OperatorCommand {
  /** How the name of a request ends. */
  public static final String REQUEST = ".request";

  private static final String ANSWER = ".answer";
  private static final String OWNER_ONLY = "rw-------";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MISUSE = 2;
  private static final int REFUSED = 1;

  private OperatorCommand() {}

  /** Arguments: see the script {@code app/bin/operator}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      Settings settings = Settings.read(System.getenv());
      Path home = Path.of(settings.get("careplan.data"));
      if (args.length == 1 && args[0].equals("code")) {
        System.out.println(code(home));
        return;
      }
      Map<String, String> answer = ask(home, request(args));
      if (answer.containsKey("link")) {
        System.out.println(answer.get("link"));
      } else {
        System.err.println("operator: " + answer.getOrDefault("refusal", "no answer"));
        System.exit(REFUSED);
      }
    } catch (Settings.BadSettings e) {
      e.faults().forEach(line -> System.err.println("operator: " + line));
      System.exit(MISUSE);
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println("operator: " + e.getMessage());
      System.exit(MISUSE);
    }
  }

  private static Map<String, String> request(String[] args) {
    if (args.length < 2 || !(args[0].equals("add") || args[0].equals("reset"))) {
      throw new IllegalArgumentException("expected add ID --roles …, reset ID, or code");
    }
    Map<String, String> request = new HashMap<>();
    request.put("command", args[0]);
    request.put("id", args[1].toLowerCase(Locale.ROOT));
    for (int i = 2; i < args.length; i += 2) {
      boolean known = args[i].equals("--roles") || args[i].equals("--prefectures");
      if (!known || i + 1 >= args.length) {
        throw new IllegalArgumentException("unknown or incomplete: " + args[i]);
      }
      request.put(args[i].substring(2), args[i + 1]);
    }
    return request;
  }

  /** Where requests and answers lie. */
  public static Path folder(Path home) {
    return home.resolve("operator-requests");
  }

  /** The file that answers a request. */
  public static Path answerTo(Path request) {
    String name = request.getFileName().toString();
    return request.resolveSibling(name.substring(0, name.length() - REQUEST.length()) + ANSWER);
  }

  /** Asks the running node. */
  public static Map<String, String> ask(Path home, Map<String, String> request)
      throws IOException, InterruptedException {
    Path folder = folder(home);
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path file = folder.resolve(UUID.randomUUID() + REQUEST);
    write(file, request);
    Path answer = answerTo(file);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(answer)) {
      if (System.nanoTime() > end) {
        Files.deleteIfExists(file);
        throw new IllegalStateException("no running server answered on " + home);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    Map<String, String> told = read(answer);
    Files.delete(answer);
    return told;
  }

  /** Reads a request or an answer. */
  public static Map<String, String> read(Path file) throws IOException {
    var properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    Map<String, String> values = new HashMap<>();
    properties.stringPropertyNames().forEach(it -> values.put(it, properties.getProperty(it)));
    return values;
  }

  /** Writes one for its owner alone; whoever sees the name sees the whole. */
  public static void write(Path file, Map<String, String> values) throws IOException {
    var properties = new Properties();
    properties.putAll(values);
    var text = new StringWriter();
    properties.store(text, null);
    Path unfinished =
        Files.createFile(
            file.resolveSibling(UUID.randomUUID() + ".part"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    Files.writeString(unfinished, text.toString(), StandardCharsets.UTF_8);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The present code of the demo's operator, whose key lies in the demo's home. */
  private static String code(Path home) throws IOException {
    Path key = home.resolve(DemoHome.OPERATOR_KEY);
    if (!Files.exists(key)) {
      throw new IllegalStateException("codes are told in a demo alone");
    }
    Path moved = home.resolve("clock-ahead");
    Duration ahead =
        Files.exists(moved) ? Duration.parse(Files.readString(moved).strip()) : Duration.ZERO;
    return Totp.codeAt(
        Totp.key(Files.readString(key).strip()), Totp.stepAt(Instant.now().plus(ahead)));
  }
}
