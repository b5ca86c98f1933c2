package jp.careplan.support.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A group of words that stand for each other, as editors write it and as the list keeps it: a word
 * a line with its spellings parted by {@code =}, and all in one line parted by {@code |}.
 */
public final class SynonymGroup {
  private static final int LONGEST_WORD = 30;
  private static final int MOST_WORDS = 40;
  private static final int MOST_GROUPS = 1000;
  private static final String REPLACED = "<";

  private SynonymGroup() {}

  /** The line of what was typed; empty where nothing was. */
  public static String line(String typed) {
    return typed
        .lines()
        .map(SynonymGroup::word)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining("|"));
  }

  private static String word(String line) {
    return Arrays.stream(line.replace('＝', '=').split("=", -1))
        .map(it -> it.replace('＜', '<').replaceAll("[\\s\\p{Cntrl}　]+", " ").strip())
        .collect(Collectors.joining("="));
  }

  /** The line as editors write it. */
  public static String typed(String line) {
    return line.replace("|", "\n");
  }

  /** What is wrong with a group; empty where nothing is. */
  public static Optional<String> fault(String line) {
    List<String> words = spellings(line);
    if (words.size() < 2) {
      return Optional.of("2つより多くの言い方を、1行に1つずつ書いてください。");
    }
    if (words.size() > MOST_WORDS) {
      return Optional.of("1つのまとまりの言い方は、%d個までです。".formatted(MOST_WORDS));
    }
    Set<String> seen = new HashSet<>();
    for (String word : words) {
      String fault = faultOf(word);
      if (!fault.isEmpty()) {
        return Optional.of(fault);
      }
      if (!seen.add(key(word))) {
        return Optional.of("「" + bare(word) + "」が、2回あります。");
      }
    }
    return words.stream().allMatch(it -> it.startsWith(REPLACED))
        ? Optional.of("「<」の付かない言い方が、1つは要ります。")
        : Optional.empty();
  }

  private static String faultOf(String word) {
    String bare = bare(word);
    if (bare.isBlank()) {
      return "空の言い方があります。「=」や「<」のとなりに、ことばを書いてください。";
    }
    if (bare.length() > LONGEST_WORD) {
      return "「" + bare + "」が長すぎます。%d文字までです。".formatted(LONGEST_WORD);
    }
    if (bare.startsWith("#") || bare.contains("|") || bare.contains(REPLACED)) {
      return "「" + bare + "」に、使えない印（# | <）があります。";
    }
    return "";
  }

  /**
   * Why a list cannot take a group: a word that may stand for others stands in one group alone, as
   * far as it was not in this group before.
   *
   * @param others all other groups
   */
  public static Optional<String> clash(String line, String before, List<String> others) {
    if (others.size() >= MOST_GROUPS) {
      return Optional.of("まとまりは、%,d個までです。".formatted(MOST_GROUPS));
    }
    Set<String> fresh = standing(line).collect(Collectors.toCollection(HashSet::new));
    standing(before).forEach(fresh::remove);
    for (String other : others) {
      Optional<String> both = standing(other).filter(fresh::contains).findFirst();
      if (both.isPresent()) {
        return Optional.of(
            "「%s」は、ほかのまとまり（%s）にもあります。そちらに足すか、「<」を付けてください。"
                .formatted(both.get(), other.replace("|", "、")));
      }
    }
    return Optional.empty();
  }

  private static Stream<String> standing(String line) {
    return spellings(line).stream().filter(it -> !it.startsWith(REPLACED)).map(SynonymGroup::key);
  }

  private static List<String> spellings(String line) {
    List<String> words = new ArrayList<>();
    if (!line.isEmpty()) {
      for (String word : line.split("\\|", -1)) {
        words.addAll(List.of(word.split("=", -1)));
      }
    }
    return words;
  }

  private static String bare(String word) {
    return word.startsWith(REPLACED) ? word.substring(REPLACED.length()) : word;
  }

  private static String key(String word) {
    return Folding.text(bare(word));
  }
}
