package jp.careplan.support.internal.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which words may stand for which. A group a line; words part by {@code |}, spellings of one word
 * by {@code =}; a word behind {@code <} is replaced by the others but never put in their place.
 */
final class Synonyms {
  private static final double SPELLING = 0.9;

  private final Map<String, List<Synonym>> byWord = new HashMap<>();
  private final @Nullable Synonyms under;

  /**
   * A word that may stand for another.
   *
   * @param weight below 1: how much less it counts than the word itself
   */
  record Synonym(String word, double weight) {}

  /** On top of others. */
  Synonyms(Synonyms under) {
    this.under = under;
  }

  Synonyms() {
    this.under = null;
  }

  /** The groups of a file on the class path, a line each. */
  static List<String> read(String file) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Synonyms.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Synonyms add(List<String> groups, double weight) {
    groups.forEach(line -> group(line, weight));
    return this;
  }

  private void group(String line, double weight) {
    List<List<String>> words = new ArrayList<>();
    for (String word : line.split("\\|")) {
      words.add(List.of(word.split("=")));
    }
    for (List<String> one : words) {
      for (List<String> other : words) {
        link(one, other, one.equals(other) ? SPELLING : weight);
      }
    }
  }

  private void link(List<String> from, List<String> to, double weight) {
    for (String word : from) {
      for (String other : to) {
        if (!word.equals(other) && !other.startsWith("<")) {
          byWord
              .computeIfAbsent(key(word), key -> new ArrayList<>())
              .add(new Synonym(Folding.text(other), weight));
        }
      }
    }
  }

  private static String key(String word) {
    return Folding.text(word.startsWith("<") ? word.substring(1) : word);
  }

  List<Synonym> of(String word) {
    List<Synonym> own = byWord.getOrDefault(word, List.of());
    if (under == null) {
      return own;
    }
    List<Synonym> both = new ArrayList<>(under.of(word));
    both.addAll(own);
    return both;
  }
}
