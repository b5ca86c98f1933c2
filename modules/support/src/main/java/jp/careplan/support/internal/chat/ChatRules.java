package jp.careplan.support.internal.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.careplan.kernel.Sha256;
import jp.careplan.support.internal.search.Folding;

/** All rules in their order: of those that fit a sentence, the first one answers. */
public final class ChatRules {
  private static final Pattern UNHEARD = Pattern.compile("[\\s\\p{Punct}、。「」・（）？！]");
  private static final String FOLDER = "/support/chat/";

  private final List<ChatRule> rules;

  private ChatRules(List<ChatRule> rules) {
    this.rules = rules;
  }

  /**
   * A rule that answers.
   *
   * @param pattern the line of it that fits
   */
  public record Fit(ChatRule rule, String pattern) {}

  /** Those that are shipped; their format stands at the head of the file. */
  public static ChatRules shipped() {
    return of(shippedTexts());
  }

  /** The same as they are written, each under its topic. */
  public static List<RuleText> shippedTexts() {
    return RuleText.parse(file("rules.txt")).stream().map(RuleText::filed).toList();
  }

  /** SHA-256 of all that is shipped, in hexadecimal digits. */
  public static String shippedDigest() {
    return Sha256.hex(RuleText.format(shippedTexts()));
  }

  static String file(String name) {
    try (InputStream in =
        Objects.requireNonNull(ChatRules.class.getResourceAsStream(FOLDER + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Those of them that are not switched off.
   *
   * @throws IllegalArgumentException where a rule cannot be read
   */
  public static ChatRules of(List<RuleText> texts) {
    return new ChatRules(texts.stream().filter(it -> !it.off()).map(ChatRule::of).toList());
  }

  /** What is heard: width, kana, capitals, long vowels, blanks and stops make no difference. */
  static String folded(String text) {
    String heard = Folding.sound(Folding.text(text)).toUpperCase(Locale.ROOT);
    return UNHEARD.matcher(heard).replaceAll("");
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
    for (ChatRule rule : rules) {
      if (rule.fitting(folded).isPresent()) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** Every rule that would answer it, the one that does first. */
  public List<Fit> fitting(String sentence) {
    String folded = folded(sentence);
    return rules.stream()
        .flatMap(rule -> rule.fitting(folded).map(it -> new Fit(rule, it.line())).stream())
        .toList();
  }
}
