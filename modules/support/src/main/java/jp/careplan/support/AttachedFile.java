package jp.careplan.support;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A PDF or a picture that hangs on a text.
 *
 * @param id its address, which stays when it is replaced
 * @param edition counts what was laid there
 * @param media as its bytes say
 * @param title of a PDF; of a picture what is on it, for those who do not see it
 */
public record AttachedFile(String id, int edition, String media, int bytes, String title) {
  /** What addresses of all of them begin with. */
  static final String ADDRESS = "/support/file/";

  private static final Pattern LINE =
      Pattern.compile("([a-z0-9]{16}) ([0-9]{1,9}) ([a-z/]{1,20}) ([0-9]{1,9}) (.*)");
  private static final int KILOBYTE = 1024;

  /** Where readers find it. */
  public String address() {
    return ADDRESS + id;
  }

  public boolean isPdf() {
    return media.equals("application/pdf");
  }

  /** PDF 120 KB. */
  public String size() {
    String type =
        switch (media) {
          case "application/pdf" -> "PDF";
          case "image/png" -> "PNG";
          default -> "JPEG";
        };
    return "%s %,d KB".formatted(type, Math.max(1, (bytes + KILOBYTE - 1) / KILOBYTE));
  }

  /** How a text shows or names it, in Markdown. */
  public String markdown() {
    String words = title.replaceAll("[\\\\\\[\\]`*_<>!&]", "\\\\$0");
    return (isPdf() ? "" : "!") + "[" + words + "](" + address() + ")";
  }

  static String lines(List<AttachedFile> files) {
    return files.stream()
        .map(it -> "%s %d %s %d %s".formatted(it.id, it.edition, it.media, it.bytes, it.title))
        .collect(Collectors.joining("\n"));
  }

  static List<AttachedFile> ofLines(String lines) {
    return lines.lines().flatMap(it -> ofLine(it).stream()).toList();
  }

  private static Optional<AttachedFile> ofLine(String line) {
    Matcher parts = LINE.matcher(line);
    return parts.matches()
        ? Optional.of(
            new AttachedFile(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                parts.group(3),
                Integer.parseInt(parts.group(4)),
                parts.group(5)))
        : Optional.empty();
  }
}
