package jp.careplan.support.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.careplan.support.internal.search.SynonymTrial.Asked;
import jp.careplan.support.internal.search.SynonymTrial.Placing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynonymTrialTest {
  private static final SearchLanguage SHIPPED = SearchLanguage.ofTheField();
  private static final Asked LOST = new Asked("ずんだ餅", Set.of("password"));

  @TempDir private static Path folder;
  private static SearchIndex index;

  @BeforeAll
  static void build() throws IOException {
    index =
        SearchIndex.build(
            folder.resolve("1"),
            List.of(
                document("fee", "料金を忘れていました", "料金は1年ごとです。"),
                document("password", "パスワードが分かりません", "決め直せます。")),
            SHIPPED);
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  private static SearchDocument document(String id, String title, String body) {
    return new SearchDocument(id, "FAQ", title, body, "");
  }

  private static SearchLanguage withMore(String group) {
    List<String> groups = new ArrayList<>(SearchLanguage.shippedSynonyms());
    groups.add(group);
    return SHIPPED.with(groups);
  }

  @Test
  void aSynonymThatLeadsToTheTextIsBetterAndWithoutItWorse() throws IOException {
    SearchLanguage more = withMore("ずんだ餅|パスワード");

    Placing better = SynonymTrial.placing(index, LOST, SHIPPED, more).orElseThrow();
    Placing worse = SynonymTrial.placing(index, LOST, more, SHIPPED).orElseThrow();

    assertEquals(1, better.after());
    assertNotEquals(1, better.before());
    assertTrue(better.isBetter());
    assertTrue(worse.isWorse());
  }

  @Test
  void whatNoWordOfTheChangeTouchesIsUnchanged() throws IOException {
    Asked other = new Asked("料金はいくら", Set.of("fee"));

    assertTrue(Question.isAlike(other.sentence(), SHIPPED, withMore("ずんだ餅|パスワード")));
    assertEquals(
        Optional.empty(), SynonymTrial.placing(index, other, SHIPPED, withMore("ずんだ餅|パスワード")));
  }

  @Test
  void aTextThatIsNotToBeReadIsNotAskedFor() throws IOException {
    Asked gone = new Asked(LOST.sentence(), Set.of("gone"));

    assertEquals(
        Optional.empty(), SynonymTrial.placing(index, gone, SHIPPED, withMore("ずんだ餅|パスワード")));
  }

  @Test
  void theShippedQuestionsNameTextsOfTheirKind() {
    List<Asked> shipped = SynonymTrial.shipped("FAQ/");

    assertTrue(shipped.size() > 200, () -> String.valueOf(shipped.size()));
    assertTrue(shipped.contains(new Asked("うちでも安くなりますか", Set.of("FAQ/A-03"))));
  }

  @Test
  void likesShareTheirWordsWithoutThoseOfAsking() {
    assertEquals(
        Likeness.words("パスワードを忘れた", SHIPPED), Likeness.words("ﾊﾟｽﾜｰﾄﾞ 忘れました。どうすればいいですか", SHIPPED));
    assertEquals(Set.of(), Likeness.words("どうすればいいですか", SHIPPED));
  }
}
