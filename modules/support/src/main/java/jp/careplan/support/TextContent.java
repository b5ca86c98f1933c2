package jp.careplan.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an editor writes of a text.
 *
 * @param topic FAQ: the letter of its {@link FaqCategory}; TERM: its reading; NEWS: its mark
 * @param keywords how people say it
 * @param body Markdown; {@code {運営者}} and the like are filled in when it is shown
 * @param publishedOn the day news are of
 * @param showFrom not shown before
 * @param showUntil the last day it is shown
 * @param owner who answers for it
 * @param reviewOn when somebody looks whether it still holds
 * @param related what is to be read beside it: kind and name, {@code FAQ/A-01}
 * @param files what hangs on it
 */
public record TextContent(
    String title,
    String topic,
    String keywords,
    String summary,
    String body,
    Optional<LocalDate> publishedOn,
    Optional<LocalDate> showFrom,
    Optional<LocalDate> showUntil,
    String owner,
    Optional<LocalDate> reviewOn,
    List<String> related,
    List<AttachedFile> files) {
  /** The mark of news that nobody may miss; it takes two to publish them. */
  public static final String IMPORTANT = "重要";

  /** The mark of all other news. */
  public static final String NEWS = "NEWS";

  /** Nothing yet. */
  public static TextContent empty() {
    return new TextContent(
        "",
        "",
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** The same text in other words; who answers for it, and when it is shown, stays. */
  TextContent withWords(TextContent words) {
    return new TextContent(
        words.title(),
        words.topic(),
        words.keywords(),
        words.summary(),
        words.body(),
        words.publishedOn(),
        showFrom,
        showUntil,
        owner,
        reviewOn,
        related,
        files);
  }

  TextContent withBody(String text) {
    return new TextContent(
        title,
        topic,
        keywords,
        summary,
        text,
        publishedOn,
        showFrom,
        showUntil,
        owner,
        reviewOn,
        related,
        files);
  }

  TextContent withFiles(List<AttachedFile> attached) {
    return new TextContent(
        title,
        topic,
        keywords,
        summary,
        body,
        publishedOn,
        showFrom,
        showUntil,
        owner,
        reviewOn,
        related,
        List.copyOf(attached));
  }

  /** Whether it takes two to publish it: what the operator promises everybody, and 重要. */
  boolean takesTwo(TextKind kind) {
    return kind.isFixed() || topic.equals(IMPORTANT);
  }
}
