package jp.careplan.launcher.unit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name of the standard (ファイル名規約), read only as far as grouping needs it: {@code
 * KIND[_YYYYMM]_sender[_kind]_receiver[_kind]_sequence.CSV}, images with a branch number. Which
 * kinds there are and which fit together is the server's business.
 */
public record FileName(String kind, @Nullable String month, Addresses addresses, String sequence) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<kind>(?:UP|DLT)[A-Z0-9]+(?:_SUB[0-9]*|_IMAGE)?)"
              + "(?:_(?<month>[0-9]{6}))?"
              + "_(?<sender>[0-9]{2}[0-9A-Z][0-9]{7})(?:_(?<senderKind>[0-9A-Z]{2}))?"
              + "_(?<receiver>[0-9]{2}[0-9A-Z][0-9]{7})(?:_(?<receiverKind>[0-9A-Z]{2}))?"
              + "_(?<sequence>[0-9]{14})(?:_(?<branch>[0-9]{4}))?"
              + "\\.(?i:CSV|JPG|JPEG)");

  /** Who to whom; the kinds are empty in names of edition 3. */
  public record Addresses(String sender, String senderKind, String receiver, String receiverKind) {}

  public static Optional<FileName> parse(String name) {
    Matcher matcher = SHAPE.matcher(name);
    return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
  }

  private static FileName of(Matcher matcher) {
    return new FileName(
        part(matcher, "kind"),
        matcher.group("month"),
        new Addresses(
            part(matcher, "sender"),
            part(matcher, "senderKind"),
            part(matcher, "receiver"),
            part(matcher, "receiverKind")),
        part(matcher, "sequence"));
  }

  private static String part(Matcher matcher, String name) {
    String found = matcher.group(name);
    return found == null ? "" : found;
  }
}
