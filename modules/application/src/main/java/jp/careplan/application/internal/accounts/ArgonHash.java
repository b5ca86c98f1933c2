package jp.careplan.application.internal.accounts;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash in the usual notation, {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}. One
 * that would take too much memory or time to compare with is none.
 */
record ArgonHash(int memoryKib, int iterations, String salt, String hash) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=1"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{43})");
  private static final int LEAST_KIB = 8;
  private static final int MOST_KIB = 65_536;
  private static final int MOST_ITERATIONS = 10;
  private static final int HASH_BYTES = 32;

  static boolean looksLike(String text) {
    return text.startsWith("$argon2");
  }

  static Optional<ArgonHash> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int memory = Integer.parseInt(parts.group(1));
    int iterations = Integer.parseInt(parts.group(2));
    boolean bearable =
        memory >= LEAST_KIB
            && memory <= MOST_KIB
            && iterations >= 1
            && iterations <= MOST_ITERATIONS;
    return bearable && isBase64(parts.group(3)) && isHash(parts.group(4))
        ? Optional.of(new ArgonHash(memory, iterations, parts.group(3), parts.group(4)))
        : Optional.empty();
  }

  /** As {@code Passwords} keeps it. */
  String kept() {
    return memoryKib + "$" + iterations + "$" + salt + "$" + hash;
  }

  private static boolean isHash(String text) {
    return isBase64(text) && Base64.getDecoder().decode(text).length == HASH_BYTES;
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
