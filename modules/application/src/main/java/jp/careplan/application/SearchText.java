package jp.careplan.application;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts made alike for searching: widths, capitals, hiragana and katakana, blanks. */
final class SearchText {
  private static final int TO_KATAKANA = 'ァ' - 'ぁ';
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern KJ = Pattern.compile("KJ[0-9]{2}(?=[0-9])");

  private static final Pattern STAFF = Pattern.compile("(?<=[0-9]{7})-[0-9]{2,3}$");

  private SearchText() {}

  static String of(String text) {
    String alike = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String katakana =
        alike
            .chars()
            .map(it -> it >= 'ぁ' && it <= 'ゖ' ? it + TO_KATAKANA : it)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return BLANKS.matcher(katakana).replaceAll("");
  }

  /** What is kept of an office; a line feed parts the fields, so that no word reaches over two. */
  static String of(String... fields) {
    return Stream.of(fields).map(SearchText::of).collect(Collectors.joining("\n"));
  }

  /** The words that were typed; a user ID means the number of its office. */
  static java.util.List<String> words(String typed) {
    return BLANKS
        .splitAsStream(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip())
        .map(SearchText::of)
        .map(word -> KJ.matcher(word).replaceFirst(""))
        .map(word -> STAFF.matcher(word).replaceFirst(""))
        .filter(word -> !word.isEmpty())
        .limit(5)
        .toList();
  }
}
