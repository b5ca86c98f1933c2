package jp.careplan.support.internal.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import jp.careplan.kernel.Sha256;

/**
 * Reads the texts that lie in {@code support/content}: Markdown with a front matter. A file of
 * questions or terms holds many, each under a heading of the second level, with a line {@code 言い方:}
 * or {@code よみ:} below it.
 */
public final class ShippedContent {
  private static final String FOLDER = "/support/content/";
  private static final Pattern ENTRY = Pattern.compile("(?m)^## ");
  private static final Pattern NOTE = Pattern.compile("\\A(?:言い方|よみ): *(.*)\n");

  private ShippedContent() {}

  /** Every text, in the order in which lists show them. */
  public static List<ShippedText> read() {
    List<ShippedText> texts = new ArrayList<>();
    for (String file : lines(text("contents.txt"))) {
      texts.addAll(of(file.split("[/.]", 2)[0], text(file), texts.size()));
    }
    return List.copyOf(texts);
  }

  /** SHA-256 of all that is shipped, in hexadecimal digits. */
  public static String digest() {
    return Sha256.hex(read().toString()); // every field of every text
  }

  private static List<ShippedText> of(String folder, String file, int position) {
    int end = file.indexOf("\n---\n", 3);
    Map<String, String> front = front(file.substring(4, end));
    String body = file.substring(end + 5).strip();
    return switch (folder) {
      case "faq" -> questions(front, body, position);
      case "glossary" -> terms(body, position);
      case "guides" -> List.of(single("guide", "", front, body, position));
      case "pages" -> List.of(single("page", "", front, body, position));
      case "news" -> List.of(single("news", need(front, "kind"), front, body, position));
      default -> throw new IllegalStateException("no such folder: " + folder);
    };
  }

  private static List<ShippedText> questions(Map<String, String> front, String body, int position) {
    List<ShippedText> questions = new ArrayList<>();
    for (String[] entry : entries(body)) {
      String[] heading = entry[0].split(" ", 2);
      questions.add(
          new ShippedText(
              "faq",
              heading[0],
              need(front, "category"),
              heading[1],
              entry[1],
              "",
              entry[2],
              position + questions.size(),
              ""));
    }
    return questions;
  }

  private static List<ShippedText> terms(String body, int position) {
    List<ShippedText> terms = new ArrayList<>();
    for (String[] entry : entries(body)) {
      terms.add(
          new ShippedText(
              "term",
              entry[0],
              entry[1],
              entry[0],
              entry[1],
              "",
              entry[2],
              position + terms.size(),
              ""));
    }
    return terms;
  }

  private static ShippedText single(
      String kind, String topic, Map<String, String> front, String body, int position) {
    return new ShippedText(
        kind,
        need(front, "id"),
        topic,
        need(front, "title"),
        front.getOrDefault("keywords", ""),
        front.getOrDefault("summary", ""),
        body,
        position,
        front.getOrDefault("date", ""));
  }

  /** Heading, note and text of each entry. */
  private static List<String[]> entries(String body) {
    List<String[]> entries = new ArrayList<>();
    for (String entry : ENTRY.split(body)) {
      if (!entry.isBlank()) {
        int line = entry.indexOf('\n');
        String rest = entry.substring(line + 1);
        var note = NOTE.matcher(rest);
        boolean noted = note.find();
        entries.add(
            new String[] {
              entry.substring(0, line).strip(),
              noted ? note.group(1).strip() : "",
              (noted ? rest.substring(note.end()) : rest).strip()
            });
      }
    }
    return entries;
  }

  private static Map<String, String> front(String lines) {
    Map<String, String> front = new HashMap<>();
    for (String line : lines(lines)) {
      String[] pair = line.split(": ", 2);
      front.put(pair[0], pair[1].strip());
    }
    return front;
  }

  private static String need(Map<String, String> front, String key) {
    return Objects.requireNonNull(front.get(key), key);
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(
            ShippedContent.class.getResourceAsStream(FOLDER + file), FOLDER + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
