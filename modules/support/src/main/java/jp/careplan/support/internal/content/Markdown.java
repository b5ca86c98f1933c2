package jp.careplan.support.internal.content;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Texts as pages and as plain text. HTML in a text is shown, not obeyed. */
public final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak("<br />\n").build();
  private static final TextContentRenderer PLAIN =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.COMPACT).build();

  private Markdown() {}

  public static String html(String text) {
    return HTML.render(PARSER.parse(text));
  }

  public static String plain(String text) {
    return PLAIN.render(PARSER.parse(text)).strip();
  }
}
