package jp.careplan.support.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words of the documents, to find what a word of a query may have meant: the same sound in
 * other letters, a long vowel more or less, or one wrong letter.
 */
final class Spelling {
  private static final int LONGEST_SPAN = 5;
  private static final int SHORTEST_BY_LETTER = 4;
  private static final int SHORTEST_ALIKE = 3;
  private static final int SHORTEST_BY_SOUND = 4;

  private final Map<String, Word> words = new HashMap<>();
  private final Map<String, List<Word>> bySound = new HashMap<>();

  private static final class Word {
    private final String surface;
    private final String sound;
    private int count;

    Word(String surface, String sound) {
      this.surface = surface;
      this.sound = sound;
    }
  }

  /**
   * Part of a query that was perhaps meant otherwise.
   *
   * @param first number of its first token
   * @param last number of its last token
   */
  record Correction(int first, int last, String word, double cost) {}

  /** Takes in the words of a text, and what two or three nouns make together. */
  void learn(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      StringBuilder surface = new StringBuilder();
      StringBuilder sound = new StringBuilder();
      for (int j = i; j < Math.min(tokens.size(), i + 3); j++) {
        Token token = tokens.get(j);
        boolean joined = j == i || tokens.get(j - 1).end() == token.start();
        if (!token.content() || !joined) {
          break;
        }
        surface.append(token.surface());
        sound.append(token.reading());
        learn(surface.toString(), sound.toString());
      }
    }
  }

  private void learn(String surface, String sound) {
    if (surface.length() < 2) {
      return;
    }
    Word word = words.get(surface);
    if (word == null) {
      word = new Word(surface, sound);
      words.put(surface, word);
      bySound.computeIfAbsent(sound, key -> new ArrayList<>()).add(word);
    }
    word.count++;
  }

  /** What the doubtful part of a query may have meant; the best of all parts. */
  Optional<Correction> correct(List<Token> query) {
    List<Correction> found = new ArrayList<>();
    for (int i = 0; i < query.size(); i++) {
      for (int j = i; j < Math.min(query.size(), i + LONGEST_SPAN); j++) {
        if (j > i && query.get(j - 1).end() != query.get(j).start()) {
          break;
        }
        List<Token> span = query.subList(i, j + 1);
        int first = i;
        int last = j;
        if (isDoubtful(span)) {
          nearest(span)
              .ifPresent(it -> found.add(new Correction(first, last, it.word(), it.cost())));
        }
      }
    }
    return found.stream()
        .min(
            Comparator.comparingDouble(Correction::cost)
                .thenComparing(
                    Comparator.comparingInt((Correction it) -> it.word().length()).reversed()));
  }

  /** Nobody wrote it, and it does not fall into words that somebody wrote. */
  private boolean isDoubtful(List<Token> span) {
    boolean knowsAWord = span.stream().anyMatch(it -> it.surface().length() > 2 && isKnown(it));
    return !words.containsKey(surface(span))
        && span.stream()
            .anyMatch(it ->
                (it.content() && !isKnown(it))
                    || (it.surface().length() == 1 && (it.content() || !knowsAWord)));
  }

  private boolean isKnown(Token token) {
    return words.containsKey(token.surface()) || words.containsKey(token.term());
  }

  private static String surface(List<Token> span) {
    return span.stream().map(Token::surface).collect(Collectors.joining());
  }

  private Optional<Correction> nearest(List<Token> span) {
    String surface = surface(span);
    String sound = span.stream().map(Token::reading).collect(Collectors.joining());
    boolean fallsApart = span.stream().allMatch(it -> it.surface().length() == 1 && it.content());
    int shortest = fallsApart ? SHORTEST_ALIKE : SHORTEST_BY_LETTER;
    List<Word> same = bySound.getOrDefault(Folding.sound(sound), List.of());
    if (surface.length() >= 2 && sound.length() >= SHORTEST_ALIKE && !same.isEmpty()) {
      return same.stream()
          .max(Comparator.comparingInt(it -> it.count))
          .map(it -> new Correction(0, 0, it.surface, 0.5));
    }
    Word best = null;
    for (Word word : words.values()) {
      boolean near =
          (surface.length() >= shortest
                  && word.surface.length() >= shortest
                  && isOneOff(surface, word.surface))
              || (sound.length() >= SHORTEST_BY_SOUND
                  && Folding.isKana(surface)
                  && word.sound.length() >= SHORTEST_BY_SOUND
                  && isOneOff(sound, word.sound));
      if (near && (best == null || word.count > best.count)) {
        best = word;
      }
    }
    return Optional.ofNullable(best).map(it -> new Correction(0, 0, it.surface, 1));
  }

  /** Whether one letter was changed, left out or put in, or two neighbours changed places. */
  static boolean isOneOff(String one, String other) {
    int difference = one.length() - other.length();
    if (Math.abs(difference) > 1 || one.equals(other)) {
      return false;
    }
    int from = 0;
    while (from < Math.min(one.length(), other.length())
        && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    String rest = one.substring(from);
    String otherRest = other.substring(from);
    if (difference > 0) {
      return rest.substring(1).equals(otherRest);
    }
    if (difference < 0) {
      return rest.equals(otherRest.substring(1));
    }
    boolean swapped =
        rest.length() > 1
            && rest.charAt(0) == otherRest.charAt(1)
            && rest.charAt(1) == otherRest.charAt(0)
            && rest.substring(2).equals(otherRest.substring(2));
    return swapped || rest.substring(1).equals(otherRest.substring(1));
  }
}
