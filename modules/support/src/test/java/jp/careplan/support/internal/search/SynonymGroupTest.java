package jp.careplan.support.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymGroupTest {
  @Test
  void isReadAsEditorsWriteIt() {
    String line = SynonymGroup.line(" ログイン＝ログオン \r\n\r\n入る\n ＜開く　\n");

    assertEquals("ログイン=ログオン|入る|<開く", line);
    assertEquals("ログイン=ログオン\n入る\n<開く", SynonymGroup.typed(line));
    assertEquals(Optional.empty(), SynonymGroup.fault(line));
  }

  @ParameterizedTest
  @CsvSource({
    "ひとつ, 2つより多くの言い方",
    "パス|ﾊﾟｽ, 2回あります",
    "パス=|番号, 空の言い方",
    "<|番号, 空の言い方",
    "<パス|<番号, 「<」の付かない言い方",
    "#パス|番号, 使えない印",
    "あいうえおあいうえおあいうえおあいうえおあいうえおあいうえおあ|番号, 長すぎます",
  })
  void tellsWhatIsWrong(String line, String told) {
    assertTrue(SynonymGroup.fault(line).orElse("").contains(told), line);
  }

  @Test
  void aWordThatStandsForOthersStandsInOneGroup() {
    List<String> others = List.of("証明|受付証", "<ソフト|介護ソフト");

    assertTrue(SynonymGroup.clash("証明|証拠", "", others).orElse("").contains("証明、受付証"));
    assertEquals(Optional.empty(), SynonymGroup.clash("<証明|証拠", "", others));
    assertEquals(Optional.empty(), SynonymGroup.clash("アプリ|<ソフト", "", others));
  }

  /** What is shipped has some: they may stay where they are. */
  @Test
  void whatAGroupHadBeforeItKeeps() {
    List<String> others = List.of("証明|受付証");

    assertEquals(Optional.empty(), SynonymGroup.clash("証明|証拠|あかし", "証明|証拠", others));
  }

  @Test
  void everyShippedGroupCouldBeSaved() {
    for (String line : SearchLanguage.shippedSynonyms()) {
      assertEquals(Optional.empty(), SynonymGroup.fault(line), line);
      assertEquals(line, SynonymGroup.line(SynonymGroup.typed(line)));
    }
  }
}
