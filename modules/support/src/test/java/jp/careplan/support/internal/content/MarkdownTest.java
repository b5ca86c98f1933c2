package jp.careplan.support.internal.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @Test
  void aVideoHasCaptionsAndWordsAndDoesNotStartByItself() {
    assertEquals(
        "<p><video controls=\"controls\" preload=\"none\" poster=\"/static/guide/send.webp\""
            + " aria-label=\"送る手順の動画\"><source src=\"/static/guide/send.webm\""
            + " type=\"video/webm\" /><track kind=\"captions\" src=\"/static/guide/send.vtt\""
            + " srclang=\"ja\" label=\"字幕\" default=\"default\" />"
            + "<a href=\"/static/guide/send.webm\">送る手順の動画</a></video></p>\n",
        Markdown.html("![送る手順の動画](/static/guide/send.webm)"));
  }

  @Test
  void thePlainWordsHaveNeitherAddressesNorPictures() {
    assertEquals(
        "「送信済み」を開き、ガイドのとおり に進みます。\n終わり",
        Markdown.plain(
            """
            「**送信済み**」を開き、[ガイドの*とおり*](/support/guide?name=send) に進みます。

            ![送ったものの画面](/static/guide/send.webp)

            終わり\
            """));
  }

  @Test
  void aPictureStaysAPicture() {
    assertEquals(
        "<p><img src=\"/support/file/A\" alt=\"送る画面\" /></p>\n",
        Markdown.html("![送る画面](/support/file/A)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![x](https://elsewhere.example/a.webm)",
        "![x](//elsewhere.example/a.webm)",
        "![x](/\\\\elsewhere.example/a.webm)",
        "![x](javascript:alert.webm)",
        "![x](data:video/webm;base64,AA.webm)"
      })
  void aVideoFromElsewhereDoesNotPlay(String text) {
    String html = Markdown.html(text);

    assertFalse(html.contains("<video"), html);
    assertTrue(html.contains("<img src=\"\""), html);
  }

  @Test
  void theWordsOfAVideoBreakOutOfNothing() {
    String html = Markdown.html("![\"><script>alert(1)</script>](/static/guide/a.webm)");

    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("label=\"\">"), html);
  }
}
