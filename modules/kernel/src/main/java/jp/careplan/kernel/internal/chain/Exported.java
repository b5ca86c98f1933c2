package jp.careplan.kernel.internal.chain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A seal as it was handed out, by its number and the hash of what it says. */
public record Exported(long number, String hash) {
  private static final Pattern LINE =
      Pattern.compile("\\{\"number\":([0-9]{1,18}),\"hash\":\"([0-9a-f]{64})\",.*\\}");

  /** Reads a line; empty where it is none, as a broken off end of a file. */
  static Optional<Exported> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(new Exported(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }
}
