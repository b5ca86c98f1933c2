package jp.careplan.support.internal.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.jspecify.annotations.Nullable;

/** Words, their synonyms, and how much a word says. Loaded once, used by many. */
public final class SearchLanguage {
  /** How a question is asked says little about what it asks for. */
  private static final Set<String> ASKING =
      Set.of(
          ("する ある いる なる できる 出来る 教える おしえる 知る しる 下さる くださる ください もらう いただく 頂く お願い ほしい 欲しい 思う おもう"
                  + " 分かる わかる 良い よい いい 何 なに なん どう どの どんな どれ どちら 方法 場合 やり方 仕方 しかた 必要 行う やる 困る"
                  + " 聞く 質問 こと 事 もの 物 とき 時 ため 為 人 自分 私 うち 件 点 方 これ それ あれ この その ここ よう 様 の ん"
                  + " って とる 大丈夫 ちゃんと 急 とても すぐ まだ もう")
              .split(" "));

  private static final String FIELD = "/search/synonyms-field.txt";
  private static final double WEIGHT = 0.5;

  private final JapaneseText text;
  private final Synonyms general;
  private final Synonyms synonyms;

  private SearchLanguage(JapaneseText text, Synonyms general, List<String> groups) {
    this.text = text;
    this.general = general;
    this.synonyms = new Synonyms(general).add(groups, WEIGHT);
  }

  /** General Japanese with the words of the field (ケアプラン, 国保連 …) as they are shipped. */
  public static SearchLanguage ofTheField() {
    return new SearchLanguage(
        new JapaneseText(words()),
        new Synonyms().add(Synonyms.read("/search/synonyms-general.txt"), WEIGHT),
        shippedSynonyms());
  }

  /** The groups of the field, a line each. */
  public static List<String> shippedSynonyms() {
    return Synonyms.read(FIELD);
  }

  /** The same with other groups of the field; the dictionaries are shared. */
  public SearchLanguage with(List<String> groups) {
    return new SearchLanguage(text, general, groups);
  }

  private static @Nullable UserDictionary words() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(SearchLanguage.class.getResourceAsStream("/search/words.csv")),
            StandardCharsets.UTF_8)) {
      return UserDictionary.open(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Token> tokens(String anything) {
    return text.tokens(anything);
  }

  List<Token> content(String anything) {
    return tokens(anything).stream().filter(Token::content).toList();
  }

  Synonyms synonyms() {
    return synonyms;
  }

  static boolean isAsking(String term) {
    return ASKING.contains(term);
  }

  static String terms(List<Token> tokens) {
    return tokens.stream().map(Token::term).collect(Collectors.joining(" "));
  }

  /** Pairs of letters, or a single letter where there is but one; never across a blank. */
  static String pairs(String text) {
    List<String> pairs = new ArrayList<>();
    for (String part : text.split("[\\s\\p{Punct}、。「」・（）？！]+")) {
      for (int i = 0; i + 1 < part.length(); i++) {
        pairs.add(part.substring(i, i + 2));
      }
      if (part.length() == 1) {
        pairs.add(part);
      }
    }
    return String.join(" ", pairs);
  }

  /** Pairs of sounds of the words as they follow each other. */
  static String sounds(List<Token> tokens) {
    return pairs(tokens.stream().map(Token::reading).collect(Collectors.joining()));
  }
}
