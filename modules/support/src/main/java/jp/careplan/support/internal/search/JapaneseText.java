package jp.careplan.support.internal.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKWidthCharFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/** Takes Japanese text apart into words. Compounds are taken apart too (Kuromoji's search mode). */
final class JapaneseText implements AutoCloseable {
  private static final Set<String> STOP_TAGS = JapaneseAnalyzer.getDefaultStopTags();

  private final Analyzer analyzer;

  /**
   * @param words of the field, which the dictionary takes apart wrongly or does not know
   */
  JapaneseText(@Nullable UserDictionary words) {
    analyzer =
        new Analyzer() {
          @Override
          protected java.io.Reader initReader(String field, java.io.Reader reader) {
            return new CJKWidthCharFilter(reader);
          }

          @Override
          protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer =
                new JapaneseTokenizer(words, true, true, JapaneseTokenizer.Mode.SEARCH);
            return new TokenStreamComponents(
                tokenizer, new JapaneseKatakanaStemFilter(new BaseForm(tokenizer)));
          }
        };
  }

  /** Base forms, except where the tokenizer met something it does not know. */
  private static final class BaseForm extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final BaseFormAttribute base = addAttribute(BaseFormAttribute.class);
    private final TypeAttribute surface = addAttribute(TypeAttribute.class);

    BaseForm(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      surface.setType(term.toString()); // carried along for the caller
      if (base.getBaseForm() != null) {
        term.setEmpty().append(base.getBaseForm());
      }
      return true;
    }
  }

  /** All words of a text, in order. */
  List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", new StringReader(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      TypeAttribute type = stream.addAttribute(TypeAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      ReadingAttribute reading = stream.addAttribute(ReadingAttribute.class);
      PartOfSpeechAttribute speech = stream.addAttribute(PartOfSpeechAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String surface = Folding.text(type.type());
        String heard = reading.getReading() == null ? surface : reading.getReading();
        tokens.add(
            new Token(
                Folding.text(term.toString()),
                surface,
                Folding.sound(heard),
                offset.startOffset(),
                offset.endOffset(),
                isContent(speech.getPartOfSpeech(), surface)));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  private static boolean isContent(@Nullable String partOfSpeech, String surface) {
    if (partOfSpeech == null) {
      return true;
    }
    boolean oneKana = surface.length() == 1 && Folding.isKana(surface);
    return !STOP_TAGS.contains(partOfSpeech) && !oneKana;
  }

  @Override
  public void close() {
    analyzer.close();
  }
}
