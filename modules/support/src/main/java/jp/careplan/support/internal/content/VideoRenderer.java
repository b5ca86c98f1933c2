package jp.careplan.support.internal.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Pictures, and videos among them: where the address of a picture ends in {@code .webm}, readers
 * get a video that does not start by itself. Beside it lie the captions ({@code .vtt}) and the
 * picture that stands there before it plays ({@code .webp}).
 */
final class VideoRenderer implements NodeRenderer {
  static final String ENDING = ".webm";

  private final HtmlNodeRendererContext context;
  private final NodeRenderer usual;

  VideoRenderer(HtmlNodeRendererContext context) {
    this.context = context;
    this.usual = new CoreHtmlNodeRenderer(context);
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Image.class);
  }

  @Override
  public void render(Node node) {
    String address = context.urlSanitizer().sanitizeImageUrl(((Image) node).getDestination());
    if (address.endsWith(ENDING)) {
      video(address, Markdown.words((Image) node));
    } else {
      usual.render(node);
    }
  }

  private void video(String address, String words) {
    String name = address.substring(0, address.length() - ENDING.length());
    HtmlWriter html = context.getWriter();
    Map<String, String> frame = new LinkedHashMap<>();
    frame.put("controls", "controls");
    frame.put("preload", "none");
    frame.put("poster", name + ".webp");
    frame.put("aria-label", words);
    html.tag("video", frame);
    Map<String, String> source = new LinkedHashMap<>(); // in one order: the page's tag is its hash
    source.put("src", address);
    source.put("type", "video/webm");
    html.tag("source", source, true);
    Map<String, String> captions = new LinkedHashMap<>();
    captions.put("kind", "captions");
    captions.put("src", name + ".vtt");
    captions.put("srclang", "ja");
    captions.put("label", "字幕");
    captions.put("default", "default");
    html.tag("track", captions, true);
    html.tag("a", Map.of("href", address));
    html.text(words);
    html.tag("/a");
    html.tag("/video");
  }
}
