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

/**
 * Which words may stand for which. A group a line; words part by {@code |}, spellings of one word
 * by {@code =}; a word behind {@code <} is replaced by the others but never put in their place.
 */
final class Synonyms {
  private static final double SPELLING = 0.9;

  private final Map<String, List<Synonym>> byWord = new HashMap<>();

  /**
   * A word that may stand for another.
   *
   * @param weight below 1: how much less it counts than the word itself
   */
  record Synonym(String word, double weight) {}

  /** Reads a file of groups from the class path. */
  Synonyms add(String file, double weight) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Synonyms.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> group(line, weight));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    return byWord.getOrDefault(word, List.of());
  }

  /** Every word that leads to another one. */
  Iterable<String> words() {
    return byWord.keySet();
  }
}
