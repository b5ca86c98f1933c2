package jp.careplan.support.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionsTest {
  private static final Completions TITLES =
      new Completions(
          List.of(
              new SearchDocument("1", "FAQ", "新しいパスワードの決め方", "", ""),
              new SearchDocument("2", "FAQ", "パスワードを忘れました", "", "ログインできない"),
              new SearchDocument("3", "GUIDE", "送る手順", "", "")));

  private static List<String> of(String typed) {
    return TITLES.of(typed, "", 6).stream().map(SearchDocument::id).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ぱすわ", "パスワ", "ﾊﾟｽﾜ", "ぱすわー"})
  void halfAWordIsFoundHoweverItIsTyped(String typed) {
    assertEquals(List.of("2", "1"), of(typed));
  }

  @Test
  void wordsThatWereNotedForATextCompleteItToo() {
    assertEquals(List.of("2"), of("ろぐい"));
  }

  @Test
  void oneKindAloneCanBeAskedFor() {
    assertEquals(List.of(), TITLES.of("送", "FAQ", 6));
    assertEquals(1, TITLES.of("送", "GUIDE", 6).size());
    assertEquals(List.of(), of("  "));
  }
}
