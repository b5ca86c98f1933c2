package jp.careplan.support.internal.inquiry;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Tells pictures by their first bytes, whatever their name says. */
public final class Pictures {
  private static final Map<String, String> BEGINNINGS =
      Map.of("ffd8ff", "image/jpeg", "89504e470d0a1a0a", "image/png");

  private Pictures() {}

  /** The media type; nothing for what is neither JPEG nor PNG. */
  public static Optional<String> mediaOf(byte[] content) {
    String beginning = HexFormat.of().formatHex(Arrays.copyOf(content, 8));
    return BEGINNINGS.entrySet().stream()
        .filter(it -> content.length > 8 && beginning.startsWith(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
