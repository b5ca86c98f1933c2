package jp.careplan.support.internal.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Texts as pages and as plain text. HTML in a text is shown, not obeyed; a link leads to http,
 * https or mailto, and a picture is one of our own; a picture that is a video plays.
 */
public final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new OwnPictures())
          .nodeRendererFactory(VideoRenderer::new)
          .softbreak("<br />\n")
          .build();
  private static final TextContentRenderer PLAIN =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.COMPACT).build();

  private Markdown() {}

  private static final class OwnPictures implements UrlSanitizer {
    private final UrlSanitizer usual = new DefaultUrlSanitizer(List.of("http", "https", "mailto"));

    @Override
    public String sanitizeLinkUrl(String url) {
      return usual.sanitizeLinkUrl(url);
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return url.matches("/[^/\\\\].*") ? url : "";
    }
  }

  public static String html(String text) {
    return HTML.render(PARSER.parse(text));
  }

  /**
   * As a page whose words lead to where they are explained: each at its first mention.
   *
   * @param words and their addresses; of two that overlap the longer one is linked
   */
  public static String html(String text, Map<String, String> words) {
    Node page = PARSER.parse(text);
    page.accept(new Explaining(words));
    return HTML.render(page);
  }

  private static final class Explaining extends AbstractVisitor {
    private final Map<String, String> words;
    private final Set<String> explained = new HashSet<>();

    Explaining(Map<String, String> words) {
      this.words = words;
    }

    @Override
    public void visit(Heading heading) {
      // a heading stays plain
    }

    @Override
    public void visit(Link link) {
      // leads somewhere already
    }

    @Override
    public void visit(Text text) {
      String literal = text.getLiteral();
      String word = longestIn(literal);
      if (word.isEmpty()) {
        return;
      }
      int at = literal.indexOf(word);
      String address = words.getOrDefault(word, "");
      words.forEach((other, same) -> mark(other, same.equals(address)));
      Link link = new Link(address, null);
      link.appendChild(new Text(word));
      Text before = new Text(literal.substring(0, at));
      Text rest = new Text(literal.substring(at + word.length()));
      text.insertBefore(before);
      text.insertBefore(link);
      text.insertBefore(rest);
      text.unlink();
      visit(before);
      visit(rest);
    }

    private void mark(String word, boolean same) {
      if (same) {
        explained.add(word);
      }
    }

    private String longestIn(String literal) {
      String longest = "";
      for (String word : words.keySet()) {
        if (word.length() > longest.length()
            && !explained.contains(word)
            && literal.contains(word)) {
          longest = word;
        }
      }
      return longest;
    }
  }

  /** A picture of a text: its address and the words for those who do not see it. */
  public record Picture(String address, String words) {}

  public static List<Picture> pictures(String text) {
    List<Picture> pictures = new ArrayList<>();
    PARSER
        .parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Image image) {
                pictures.add(new Picture(image.getDestination(), words(image)));
              }
            });
    return pictures;
  }

  static String words(Image image) {
    StringBuilder words = new StringBuilder();
    for (Node it = image.getFirstChild(); it != null; it = it.getNext()) {
      words.append(PLAIN.render(it));
    }
    return words.toString();
  }

  /** Where its links and pictures lead, as they were written. */
  public static List<String> links(String text) {
    List<String> links = new ArrayList<>();
    PARSER
        .parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                links.add(image.getDestination());
                visitChildren(image);
              }
            });
    return links;
  }

  /** The words alone: a link by what it says, and no pictures. */
  public static String plain(String text) {
    Node page = PARSER.parse(text);
    page.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            visitChildren(link);
            for (Node it = link.getFirstChild(); it != null; it = link.getFirstChild()) {
              link.insertBefore(it);
            }
            link.unlink();
          }

          @Override
          public void visit(Image image) {
            image.unlink();
          }
        });
    return PLAIN.render(page).strip();
  }
}
