package jp.careplan.support.internal.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.support.internal.chat.ChatRule.Choice;
import jp.careplan.support.internal.chat.ChatRule.Pattern;
import jp.careplan.support.internal.search.Folding;

/** All rules in their order: of those that fit a sentence, the first one answers. */
public final class ChatRules {
  private static final String FILE = "/support/chat/rules.txt";

  private final List<ChatRule> rules;

  private ChatRules(List<ChatRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Those that are shipped; their format stands at the head of the file. */
  public static ChatRules shipped() {
    try (InputStream in = Objects.requireNonNull(ChatRules.class.getResourceAsStream(FILE), FILE)) {
      return parsed(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ChatRules parsed(String text) {
    List<ChatRule> rules = new ArrayList<>();
    for (String block : text.split("\n(?=\\[)")) {
      if (block.startsWith("[")) {
        rules.add(rule(block.lines().filter(it -> !it.isBlank() && !it.startsWith("#")).toList()));
      }
    }
    return new ChatRules(rules);
  }

  private static ChatRule rule(List<String> lines) {
    String head = lines.getFirst();
    int end = head.indexOf(']');
    return new ChatRule(
        head.substring(1, end),
        head.substring(end + 1).strip(),
        told(lines, "型").map(ChatRules::pattern).toList(),
        told(lines, "除く").flatMap(ChatRules::words).toList(),
        told(lines, "答え").findFirst().orElse(""),
        told(lines, "源").findFirst().orElse(""),
        told(lines, "選ぶ").map(ChatRules::choice).toList(),
        told(lines, "例").toList(),
        told(lines, "ちがう").toList());
  }

  private static Stream<String> told(List<String> lines, String key) {
    return lines.stream()
        .filter(it -> it.startsWith(key + ":"))
        .map(it -> it.substring(key.length() + 1).strip());
  }

  private static Pattern pattern(String line) {
    return new Pattern(Arrays.stream(line.split(" \\+ ")).map(it -> words(it).toList()).toList());
  }

  private static Stream<String> words(String line) {
    return Arrays.stream(line.split("\\|")).map(ChatRules::folded).filter(it -> !it.isEmpty());
  }

  private static Choice choice(String line) {
    int at = line.indexOf(" > ");
    return new Choice(line.substring(0, at).strip(), line.substring(at + 3).strip());
  }

  /** What is heard: width, kana, capitals, long vowels, blanks and stops make no difference. */
  static String folded(String text) {
    return Folding.sound(Folding.text(text))
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Punct}、。「」・（）？！]", "");
  }

  public List<ChatRule> all() {
    return rules;
  }

  public Optional<ChatRule> find(String name) {
    return rules.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** The rule that answers a sentence. */
  public Optional<ChatRule> answering(String sentence) {
    String folded = folded(sentence);
    return rules.stream().filter(it -> it.fits(folded)).findFirst();
  }
}
