package jp.careplan.support.internal.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.careplan.support.FaqCategory;
import org.junit.jupiter.api.Test;

class ShippedContentTest {
  private static final List<ShippedText> TEXTS = ShippedContent.read();
  private static final int LONG = 60;
  private static final Path PICTURES =
      Path.of("src/main/resources/META-INF/resources/static/guide");

  private static List<ShippedText> of(String kind) {
    return TEXTS.stream().filter(it -> it.kind().equals(kind)).toList();
  }

  @Test
  void answersAHundredQuestionsInElevenCategories() {
    assertTrue(of("faq").size() >= 105, () -> of("faq").size() + " questions");
    assertEquals(
        Arrays.stream(FaqCategory.values()).map(FaqCategory::name).toList(),
        of("faq").stream().map(ShippedText::topic).distinct().toList());
    assertTrue(of("term").size() >= 35, () -> of("term").size() + " terms");
    assertTrue(of("guide").size() >= 15, () -> of("guide").size() + " guides");
    assertFalse(of("news").isEmpty());
  }

  @Test
  void noFileIsForgotten() throws IOException {
    Path folder = Path.of("src/main/resources/support/content");
    List<String> listed = Files.readAllLines(folder.resolve("contents.txt"));
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(
          files
              .filter(it -> it.toString().endsWith(".md"))
              .map(it -> folder.relativize(it).toString().replace('\\', '/'))
              .sorted()
              .toList(),
          listed.stream().sorted().toList());
    }
  }

  @Test
  void everyPictureOfTheGuidesIsThereAndNoneIsLeftOver() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (ShippedText text : TEXTS) {
      for (Markdown.Picture picture : Markdown.pictures(text.body())) {
        assertTrue(picture.words().length() > 10, () -> text.name() + ": " + picture);
        shown.add(picture.address());
        if (picture.address().endsWith(VideoRenderer.ENDING)) {
          String beside = picture.address().substring(0, picture.address().lastIndexOf('.'));
          shown.addAll(List.of(beside + ".vtt", beside + ".webp"));
        }
      }
    }
    try (Stream<Path> files = Files.list(PICTURES)) {
      assertEquals(
          List.copyOf(shown),
          files.map(it -> "/static/guide/" + it.getFileName()).sorted().toList());
    }
  }

  /** Whoever cannot see or hear a video reads in the guide what is said in it. */
  @Test
  void whatAVideoSaysStandsInItsGuide() throws IOException {
    for (String name : List.of("send", "receive")) {
      String guide =
          of("guide").stream()
              .filter(it -> it.name().equals(name))
              .findFirst()
              .orElseThrow()
              .body();
      String said = guide.substring(guide.indexOf("## 動画の文字起こし"));
      List<String> captions =
          Files.readAllLines(PICTURES.resolve(name + ".vtt")).stream()
              .filter(line -> line.endsWith("。"))
              .toList();
      assertEquals(captions, said.lines().skip(2).map(it -> it.split(" ", 2)[1]).toList());
    }
  }

  @Test
  void eachHasItsOwnName() {
    Set<String> names = new HashSet<>();
    for (ShippedText text : TEXTS) {
      assertTrue(names.add(text.kind() + "/" + text.name()), text::name);
      assertFalse(text.title().isBlank() || text.body().isBlank(), text::name);
    }
  }

  /** Telephone, fee and addresses are the operator's: they come from settings. */
  @Test
  void namesNoNumberAnAddressOfAnOperator() {
    Pattern own =
        Pattern.compile("https?://|www\\.|[0-9０-９]{2,4}-[0-9０-９]{2,4}-[0-9０-９]{3,4}|[0-9,]+円|@");
    for (ShippedText text : TEXTS) {
      assertFalse(own.matcher(text.body() + text.title()).find(), text::name);
    }
  }

  @Test
  void speaksInShortSentences() {
    long all = 0;
    long longOnes = 0;
    for (ShippedText text : TEXTS) {
      for (String sentence : Markdown.plain(text.body()).split("[。\n]")) {
        all++;
        longOnes += sentence.length() > LONG ? 1 : 0;
      }
    }
    assertTrue(longOnes * 50 < all, longOnes + " of " + all + " sentences are long");
  }

  @Test
  void knowsEveryPlaceholder() {
    Pattern placeholder = Pattern.compile("\\{[^}]*}");
    for (ShippedText text : TEXTS) {
      placeholder
          .matcher(text.body())
          .results()
          .forEach(it -> assertTrue(Placeholder.isKnown(it.group()), it::group));
    }
  }

  @Test
  void linksAWordOnceAndTheLongestOfAll() {
    String html =
        Markdown.html("## 証明書\n\n介護保険証明書と証明書と証明書です。", Map.of("証明書", "/short", "介護保険証明書", "/long"));

    assertEquals(
        "<h2>証明書</h2>\n<p><a href=\"/long\">介護保険証明書</a>と<a href=\"/short\">証明書</a>と証明書です。</p>\n",
        html.replace(" rel=\"nofollow\"", ""));
  }

  @Test
  void showsMarkupInsteadOfObeyingIt() {
    String html = Markdown.html("<script>x</script>\n\n[a](javascript:alert)");

    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("javascript:"), html);
  }
}
