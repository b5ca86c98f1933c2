package jp.careplan.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A text for people.
 *
 * @param name unique within its kind
 * @param topic FAQ: the letter of its {@link FaqCategory}; TERM: its reading; NEWS: its mark
 * @param keywords how people say it
 * @param body Markdown, with the operator's values filled in
 * @param publishedOn of news alone
 * @param related what is to be read beside it: kind and name
 * @param files what hangs on it
 */
public record HelpText(
    TextKind kind,
    String name,
    String topic,
    String title,
    String keywords,
    String summary,
    String body,
    Optional<LocalDate> publishedOn,
    List<String> related,
    List<AttachedFile> files) {
  /** Where it is to be read. */
  public String address() {
    return addressOf(kind, name);
  }

  public static String addressOf(TextKind kind, String name) {
    return kind.address() + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
