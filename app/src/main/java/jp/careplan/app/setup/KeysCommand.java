package jp.careplan.app.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Which keys are in use, and the change to others, by a command on the server. */
public final class KeysCommand {
  private static final int MISUSE = 2;
  private static final int REFUSED = 1;

  private KeysCommand() {}

  /** Arguments: see the script {@code app/bin/keys}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      Path home = Path.of(Settings.read(System.getenv()).get("careplan.data"));
      Map<String, String> answer = OperatorCommand.ask(home, request(args));
      if (!answer.containsKey("text")) {
        System.err.println("keys: " + answer.getOrDefault("refusal", "no answer"));
        System.exit(REFUSED);
      }
      System.out.print(answer.get("text"));
    } catch (Settings.BadSettings e) {
      e.faults().forEach(line -> System.err.println("keys: " + line));
      System.exit(MISUSE);
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println("keys: " + e.getMessage());
      System.exit(MISUSE);
    }
  }

  private static Map<String, String> request(String[] args) {
    if (args.length == 1 && args[0].equals("status")) {
      return Map.of("command", "keys-status");
    }
    if (args.length == 2 && args[0].equals("use")) {
      return Map.of("command", "keys-use", "alias", args[1]);
    }
    throw new IllegalArgumentException("expected status, or use ALIAS");
  }
}
