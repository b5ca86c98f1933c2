package jp.careplan.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {
  private static final String KEPT =
      SearchText.of("99A0000077", "見本ヘルパー Station", "ミホンヘルパー", "架空県見本市１－２");

  private static boolean finds(String typed) {
    return SearchText.words(typed).stream().allMatch(KEPT::contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "へるぱー",
        "ﾍﾙﾊﾟｰ",
        "ヘルパー",
        "station",
        "ＳＴＡＴＩＯＮ",
        "99a0000077",
        "９９Ａ",
        "KJ9999A0000077",
        "kj9999A",
        "見本市1-2",
        "みほん　架空県",
        ""
      })
  void findsHoweverItIsTyped(String typed) {
    assertTrue(finds(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"デイ", "9970000011", "見本 デイ", "%", "_"})
  void findsNothingElse(String typed) {
    assertFalse(finds(typed));
  }

  @Test
  void noWordReachesOverTwoFields() {
    assertFalse(finds("77見本"));
  }

  @Test
  void takesAHandfulOfWords() {
    assertEquals(5, SearchText.words("a b c d e f g").size());
    assertEquals(List.of(), SearchText.words("　 "));
  }
}
