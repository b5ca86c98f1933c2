package jp.careplan.support.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.careplan.support.internal.search.SearchEvalCommand.Answered;
import jp.careplan.support.internal.search.SearchResult.Hit;
import jp.careplan.support.internal.search.SearchResult.Piece;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
  private static final List<SearchDocument> DOCUMENTS =
      List.of(
          faq("password", "パスワードを忘れました", "ログイン画面の「パスワードを忘れた方」から、決め直せます。"),
          faq("fee", "料金はいくらですか", "料金は1年ごとです。国保連が払う介護給付費から差し引かれます。"),
          faq("certificate", "電子証明書の期限が切れました", "新しい証明書を発行してもらいます。早めに更新してください。"),
          faq("moved", "引っ越しをしました", "新しい住所を、届け出の画面に入れます。"),
          faq("client", "インターネットにつながりません", "ウイルス対策ソフトが止めていないか確かめます。"),
          new SearchDocument("send", "guide", "送る手順", "CSVファイルを書き出して送ります。料金はかかりません。", ""));

  @TempDir private static Path folder;
  private static SearchIndex index;

  @BeforeAll
  static void build() throws IOException {
    index = SearchIndex.build(folder.resolve("1"), DOCUMENTS, SearchLanguage.ofTheField());
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  private static SearchDocument faq(String id, String title, String body) {
    return new SearchDocument(id, "faq", title, body, "");
  }

  private static SearchResult search(String query) throws IOException {
    return index.search(query, "", 10);
  }

  @ParameterizedTest
  @CsvSource({
    "パスワード, password",
    "ﾊﾟｽﾜｰﾄﾞ, password",
    "ぱすわーど, password",
    "パスワド, password",
    "パスワ一ト, password",
    "パスワート, password",
    "PASSWORD, password",
    "りょうきん, fee",
    "値段, fee",
    "こくほれん, fee",
    "国保連合会, fee",
    "証名書, certificate",
    "しょうめいしょ, certificate",
    "ひっこし, moved",
    "転居したとき, moved",
    "住所変更, moved",
    "インタ-ネット, client",
    "いんたーねっと, client",
    "ＣＳＶ, send",
  })
  void findsWhatIsWrittenInAnotherWay(String query, String wanted) throws IOException {
    assertEquals(wanted, search(query).hits().getFirst().id());
  }

  @ParameterizedTest
  @CsvSource({
    "りょうきん, 料金",
    "証名書の期限, 証明書の期限",
    "パスワドを忘れた, パスワードを忘れた",
    "パスワートを忘れた, パスワードを忘れた",
    "インターネトが切れた, インターネットが切れた",
  })
  void asksWhetherAnotherWordWasMeant(String query, String meant) throws IOException {
    assertEquals(meant, search(query).suggestion().orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"パスワードを忘れた", "料金", "ﾊﾟｽﾜｰﾄﾞ", "証明書の期限"})
  void suggestsNothingForWhatIsRight(String query) throws IOException {
    assertTrue(search(query).suggestion().isEmpty(), search(query).suggestion()::toString);
  }

  @Test
  void marksTheWordsThatWereAskedFor() throws IOException {
    Hit hit = search("ﾊﾟｽﾜｰﾄﾞを忘れた").hits().getFirst();

    assertEquals(
        List.of("パスワード", "忘れ"),
        hit.title().stream().filter(Piece::marked).map(Piece::text).toList());
    assertEquals(
        DOCUMENTS.getFirst().body(),
        String.join("", hit.snippet().stream().map(Piece::text).toList()));
  }

  @Test
  void showsOneKindAloneAndCountsAll() throws IOException {
    SearchResult guides = index.search("料金", "guide", 10);

    assertEquals(List.of("send"), guides.hits().stream().map(Hit::id).toList());
    assertEquals(Set.of("faq", "guide"), guides.counts().keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"今日の天気", "ラーメン", "xyzzy", "！？", "", "   ", "\"(*:[", "の"})
  void neverAnswersConfidentlyWhatNobodyWrote(String query) throws IOException {
    assertFalse(search(query).confident());
  }

  @Test
  void cutsWhatIsEndless() throws IOException {
    assertEquals("password", search("パスワードを忘れた" + "あ".repeat(100_000)).hits().getFirst().id());
  }

  /** The aims for questions about this system. */
  @Test
  void answersThePeoplesQuestionsFromTheShippedTexts() throws IOException {
    List<Answered> answered = SearchEvalCommand.ask(Path.of("../../bench/search"));
    List<Answered> inScope =
        answered.stream().filter(it -> !it.asked().relevant().isEmpty()).toList();

    assertTrue(answered.size() >= 200, () -> answered.size() + " queries");
    assertTrue(rate(inScope, 1) >= 0.75, () -> "SR@1 " + rate(inScope, 1));
    assertTrue(rate(inScope, 3) >= 0.90, () -> "SR@3 " + rate(inScope, 3));
    assertEquals(
        0,
        answered.stream().filter(it -> it.asked().relevant().isEmpty() && it.confident()).count());
  }

  private static double rate(List<Answered> answered, int depth) {
    return answered.stream()
        .mapToDouble(it -> SearchEvalCommand.within(it, false, depth))
        .average()
        .orElse(0);
  }
}
