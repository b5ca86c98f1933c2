package jp.careplan.support.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageTest {
  @TempDir private Path folder;

  @Test
  void theSnippetOfALongTextIsWhereItsWordsAre() throws Exception {
    String filler = "ここには別のことが書いてあります。".repeat(600);
    var document = new SearchDocument("1", "FILE", "手引き", filler + "証明書を失効させます。" + filler, "");
    try (var index = SearchIndex.build(folder, List.of(document), SearchLanguage.ofTheField())) {
      var hit = index.search("証明書の失効", "", 1).hits().getFirst();
      String snippet =
          hit.snippet().stream().map(SearchResult.Piece::text).collect(Collectors.joining());

      assertTrue(snippet.contains("証明書を失効"), snippet);
    }
  }

  @Test
  void aShortTextIsItsOwnPassage() {
    assertEquals("短い文。", Passage.of("短い文。", List.of()));
  }
}
