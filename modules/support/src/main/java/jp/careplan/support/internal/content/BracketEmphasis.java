package jp.careplan.support.internal.content;

import java.util.Set;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Words in Japanese brackets made strong, as in {@code **「送る」**を押す}: there Markdown asks for a
 * space behind the stars, which Japanese has not. Everything else is left to Markdown's own rules.
 */
final class BracketEmphasis implements InlineContentParser {
  private static final String OPENING = "「『（【";
  private static final String CLOSING = "」』）】";
  private static final String STARS = "**";

  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('*');
    }

    @Override
    public InlineContentParser create() {
      return new BracketEmphasis();
    }
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    if (!scanner.next(STARS)) {
      return ParsedInline.none();
    }
    int bracket = OPENING.indexOf(scanner.peek());
    Position start = scanner.position();
    scanner.match(BracketEmphasis::isPlain);
    Position end = scanner.position();
    boolean closed = bracket >= 0 && scanner.peekPreviousCodePoint() == CLOSING.charAt(bracket);
    if (!closed || !scanner.next(STARS)) {
      return ParsedInline.none();
    }
    var strong = new StrongEmphasis(STARS);
    strong.appendChild(new Text(scanner.getSource(start, end).getContent()));
    return ParsedInline.of(strong, scanner.position());
  }

  private static boolean isPlain(char letter) {
    return "*`[]<&\\!\n".indexOf(letter) < 0 && letter != Scanner.END;
  }
}
