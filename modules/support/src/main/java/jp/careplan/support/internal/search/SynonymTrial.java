package jp.careplan.support.internal.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What other synonyms do to a sentence. The index holds no synonym, so one index serves both; and a
 * sentence that both take apart alike is not even asked.
 */
public final class SynonymTrial {
  /** What is not among the first so many has place 0. */
  public static final int DEPTH = 10;

  private static final String SHIPPED = "/search/queries.tsv";

  private SynonymTrial() {}

  /**
   * A sentence that must find one of some texts.
   *
   * @param wanted IDs of documents
   */
  public record Asked(String sentence, Set<String> wanted) {}

  /** Places from 1; 0 for none among the first. */
  public record Placing(int before, int after) {
    public boolean isBetter() {
      return rank(after) < rank(before);
    }

    public boolean isWorse() {
      return rank(after) > rank(before);
    }

    private static int rank(int place) {
      return place == 0 ? DEPTH + 1 : place;
    }
  }

  /**
   * The shipped test questions.
   *
   * @param prefix of the IDs that they name
   */
  public static List<Asked> shipped(String prefix) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SynonymTrial.class.getResourceAsStream(SHIPPED)),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> (line + "\t \t ").split("\t"))
          .map(it -> new Asked(it[0], ids(prefix, it[1])))
          .filter(it -> !it.wanted().isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> ids(String prefix, String column) {
    return Stream.of(column.strip().split("[\\s,]+"))
        .filter(it -> !it.isEmpty())
        .map(it -> prefix + it)
        .collect(Collectors.toSet());
  }

  /** Where its text stands before and after; empty where nothing changes or the text is gone. */
  public static Optional<Placing> placing(
      SearchIndex index, Asked asked, SearchLanguage before, SearchLanguage after)
      throws IOException {
    if (Question.isAlike(asked.sentence(), before, after)
        || asked.wanted().stream().noneMatch(index::holds)) {
      return Optional.empty();
    }
    var placing = new Placing(place(index, asked, before), place(index, asked, after));
    return placing.before() == placing.after() ? Optional.empty() : Optional.of(placing);
  }

  private static int place(SearchIndex index, Asked asked, SearchLanguage by) throws IOException {
    List<String> found = index.first(asked.sentence(), by, DEPTH);
    for (int i = 0; i < found.size(); i++) {
      if (asked.wanted().contains(found.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }
}
