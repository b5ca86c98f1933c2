package jp.careplan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jp.careplan.support.internal.content.Markdown;
import org.junit.jupiter.api.Test;

class AttachedFileTest {
  private static AttachedFile picture(String title) {
    return new AttachedFile("abcdefgh12345678", 2, "image/png", 1025, title);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    var pdf = new AttachedFile("0123456789abcdef", 1, "application/pdf", 9, "題 1 つ");

    assertEquals(
        List.of(picture("写真"), pdf),
        AttachedFile.ofLines(AttachedFile.lines(List.of(picture("写真"), pdf))));
    assertEquals(List.of(), AttachedFile.ofLines("something else"));
  }

  @Test
  void sizesAreRoundedUp() {
    assertEquals("PNG 2 KB", picture("").size());
  }

  @Test
  void aTitleStaysATitleInMarkdown() {
    String title = "a](javascript:alert(1)) <b> `c` [d] \\ & *e*";
    String html = Markdown.html(picture(title).markdown());

    assertTrue(html.contains("<img src=\"/support/file/abcdefgh12345678\""), html);
    assertEquals(title, Markdown.pictures(picture(title).markdown()).getFirst().words());
    assertFalse(html.contains("href"), html);
  }

  @Test
  void asManyAsMayBeLaidFitTheirColumn() {
    var longest =
        new AttachedFile("abcdefgh12345678", 999, "application/pdf", 20_971_520, "あ".repeat(200));

    assertTrue(AttachedFile.lines(java.util.Collections.nCopies(10, longest)).length() <= 3000);
  }
}
