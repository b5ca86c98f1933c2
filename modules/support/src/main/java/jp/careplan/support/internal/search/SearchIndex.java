package jp.careplan.support.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.careplan.support.internal.search.Concept.Alternative;
import jp.careplan.support.internal.search.SearchResult.Hit;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * An index over documents that does not change any more: what changes is built anew in another
 * folder. May be asked by many at once.
 */
public final class SearchIndex implements AutoCloseable {
  private static final String TITLE = "title";
  private static final String ALL = "all";
  private static final String LETTERS = "letters";
  private static final String BODY_LETTERS = "bodyLetters";
  private static final String SOUNDS = "sounds";
  private static final String NUMBER = "number";

  private static final int LOOKED_AT = 200;
  private static final int LONGEST_QUERY = 200;
  private static final double HOLDS = 0.1;
  private static final double BODY = 0.8;

  private final SearchLanguage language;
  private final Weights weights;
  private final List<Entry> entries = new ArrayList<>();
  private final Spelling spelling = new Spelling();
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /** A document and the words it holds. */
  private record Entry(SearchDocument document, Set<String> title, Set<String> all) {}

  /** A document, looked at twice. */
  private record Scored(Entry entry, double score, double asked, double titled) {}

  /**
   * Builds and opens an index.
   *
   * @param folder empty or not there yet
   */
  public static SearchIndex build(
      Path folder, List<SearchDocument> documents, SearchLanguage language) throws IOException {
    return new SearchIndex(folder, documents, language, Weights.STANDARD);
  }

  SearchIndex(Path folder, List<SearchDocument> documents, SearchLanguage language, Weights weights)
      throws IOException {
    this.language = language;
    this.weights = weights;
    this.directory = new NIOFSDirectory(folder);
    try (IndexWriter writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(new WhitespaceAnalyzer())
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE))) {
      for (SearchDocument document : documents) {
        writer.addDocument(taken(document));
      }
    }
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
  }

  /** The document as the index holds it: words, already taken apart. */
  private Document taken(SearchDocument document) {
    List<Token> title = language.tokens(Folding.text(document.title()));
    List<Token> body = language.tokens(Folding.text(document.body()));
    List<Token> keywords = language.tokens(Folding.text(document.keywords()));
    spelling.learn(title);
    spelling.learn(body);
    spelling.learn(keywords);
    String titleTerms = SearchLanguage.terms(contentOf(title));
    String allTerms =
        String.join(
            " ",
            titleTerms,
            SearchLanguage.terms(contentOf(body)),
            SearchLanguage.terms(contentOf(keywords)));
    Document taken = new Document();
    taken.add(new StoredField(NUMBER, entries.size()));
    taken.add(new TextField(TITLE, titleTerms, Field.Store.NO));
    taken.add(new TextField(ALL, allTerms, Field.Store.NO));
    String letters = Folding.text(document.title() + " " + document.keywords());
    taken.add(new TextField(LETTERS, SearchLanguage.pairs(letters), Field.Store.NO));
    taken.add(
        new TextField(
            BODY_LETTERS, SearchLanguage.pairs(Folding.text(document.body())), Field.Store.NO));
    taken.add(
        new TextField(
            SOUNDS,
            SearchLanguage.sounds(title) + " " + SearchLanguage.sounds(keywords),
            Field.Store.NO));
    entries.add(new Entry(document, words(titleTerms), words(allTerms)));
    return taken;
  }

  private static List<Token> contentOf(List<Token> tokens) {
    return tokens.stream().filter(Token::content).toList();
  }

  private static Set<String> words(String terms) {
    Set<String> words = new HashSet<>(List.of(terms.split(" ")));
    words.remove("");
    return words;
  }

  /**
   * Looks a query up.
   *
   * @param kind of the documents wanted; empty for all
   */
  public SearchResult search(String query, String kind, int limit) throws IOException {
    Question question = question(query, language);
    if (question.tokens().isEmpty()) {
      return SearchResult.NOTHING;
    }
    List<Concept> concepts = weighed(question);
    List<Scored> scored = scored(question, concepts);
    List<Scored> holding = scored.stream().filter(it -> it.asked() >= HOLDS).toList();
    boolean nearestOnly = holding.isEmpty();
    List<Scored> shown =
        scored.stream()
            .filter(it -> kind.isEmpty() || it.entry().document().kind().equals(kind))
            .toList();
    return new SearchResult(
        shown.stream().limit(limit).map(it -> hit(it, concepts)).toList(),
        counts(scored),
        question.suggestion(),
        !nearestOnly && isConfident(holding),
        nearestOnly);
  }

  private Question question(String query, SearchLanguage by) {
    String within = query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query;
    return Question.of(within, by, spelling);
  }

  private List<Concept> weighed(Question question) throws IOException {
    List<Concept> concepts = new ArrayList<>();
    for (Concept concept : question.concepts()) {
      concepts.add(concept.weighing(concept.weight() * rarity(concept)));
    }
    return concepts;
  }

  /** The IDs of what a query finds first, of all kinds. */
  public List<String> first(String query, int limit) throws IOException {
    return first(query, language, limit);
  }

  /**
   * The same with other synonyms: the index holds no synonym, a query is widened by them.
   *
   * @param other differs in its synonyms alone
   */
  public List<String> first(String query, SearchLanguage other, int limit) throws IOException {
    Question question = question(query, other);
    return question.tokens().isEmpty()
        ? List.of()
        : scored(question, weighed(question)).stream()
            .limit(limit)
            .map(it -> it.entry().document().id())
            .toList();
  }

  public boolean holds(String id) {
    return entries.stream().anyMatch(it -> it.document().id().equals(id));
  }

  private static Map<String, Integer> counts(List<Scored> scored) {
    return scored.stream()
        .collect(
            Collectors.toMap(
                it -> it.entry().document().kind(), it -> 1, Integer::sum, TreeMap::new));
  }

  /** The first holds nearly all that was asked, in its title, and stands clear of the second. */
  private static boolean isConfident(List<Scored> scored) {
    Scored first = scored.getFirst();
    double second = scored.size() > 1 ? scored.get(1).score() : 0;
    return first.asked() >= 0.7 && first.titled() >= 0.5 && first.score() >= 1.25 * second;
  }

  private Hit hit(Scored scored, List<Concept> concepts) {
    SearchDocument document = scored.entry().document();
    return new Hit(
        document.id(),
        document.kind(),
        scored.score(),
        Snippet.of(language, document.title(), concepts).whole(),
        Snippet.of(language, Passage.of(document.body(), concepts), concepts).best());
  }

  private List<Scored> scored(Question question, List<Concept> concepts) throws IOException {
    Map<String, Double> rarities = new HashMap<>();
    double asked = concepts.stream().mapToDouble(Concept::weight).sum();
    List<Scored> scored = new ArrayList<>();
    for (ScoreDoc found : searcher.search(lucene(question), LOOKED_AT).scoreDocs) {
      int number =
          searcher
              .storedFields()
              .document(found.doc, Set.of(NUMBER))
              .getField(NUMBER)
              .numericValue()
              .intValue();
      scored.add(again(entries.get(number), found.score, concepts, asked, rarities));
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    return scored;
  }

  /** Scores by coverage, both ways. */
  private Scored again(
      Entry entry, double score, List<Concept> concepts, double asked, Map<String, Double> rarities)
      throws IOException {
    double inTitle = 0;
    double inAll = 0;
    Set<String> answered = new HashSet<>();
    for (Concept concept : concepts) {
      double title = concept.in(entry.title());
      inTitle += concept.weight() * title;
      inAll += concept.weight() * Math.max(title, BODY * concept.in(entry.all()));
      concept.alternatives().stream()
          .filter(it -> entry.title().containsAll(it.terms()))
          .forEach(it -> answered.addAll(it.terms()));
    }
    double of = 0;
    double held = 0;
    for (String term : entry.title()) {
      Double rarity = rarities.get(term);
      if (rarity == null) {
        rarity = rarity(reader.docFreq(new Term(ALL, term)));
        rarities.put(term, rarity);
      }
      double weight = SearchLanguage.isAsking(term) ? rarity / 4 : rarity;
      of += weight;
      held += answered.contains(term) ? weight : 0;
    }
    double back = of == 0 ? 0 : held / of;
    double covered = asked == 0 ? 0 : inAll / asked;
    double titled = asked == 0 ? 0 : inTitle / asked;
    double factor =
        0.3
            + weights.asked() * covered
            + weights.titled() * titled
            + weights.back() * back * titled;
    return new Scored(entry, score * factor, covered, titled);
  }

  private Query lucene(Question question) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Concept concept : question.concepts()) {
      all.add(words(TITLE, concept, weights.title()), Occur.SHOULD);
      all.add(words(ALL, concept, weights.all()), Occur.SHOULD);
    }
    pairs(all, LETTERS, SearchLanguage.pairs(question.folded()), weights.letters());
    pairs(all, BODY_LETTERS, SearchLanguage.pairs(question.folded()), weights.bodyLetters());
    pairs(all, SOUNDS, SearchLanguage.sounds(question.tokens()), weights.sounds());
    return all.build();
  }

  private static Query words(String field, Concept concept, double weight) {
    List<Query> alternatives =
        concept.alternatives().stream()
            .map(it -> boosted(phrase(field, it), it.weight() * weight * concept.weight()))
            .toList();
    return alternatives.size() == 1
        ? alternatives.getFirst()
        : new DisjunctionMaxQuery(alternatives, 0.1f);
  }

  private static Query phrase(String field, Alternative alternative) {
    return alternative.terms().size() == 1
        ? new TermQuery(new Term(field, alternative.terms().getFirst()))
        : new PhraseQuery(1, field, alternative.terms().toArray(String[]::new));
  }

  private static void pairs(BooleanQuery.Builder all, String field, String pairs, double weight) {
    words(pairs)
        .forEach(it -> all.add(boosted(new TermQuery(new Term(field, it)), weight), Occur.SHOULD));
  }

  private static Query boosted(Query query, double weight) {
    return new BoostQuery(query, (float) weight);
  }

  /** As rare as its own word, or where no document has that, as the most common word for it. */
  private double rarity(Concept concept) throws IOException {
    int most = reader.docFreq(new Term(ALL, concept.alternatives().getFirst().terms().getFirst()));
    if (most == 0) {
      for (Alternative alternative : concept.alternatives()) {
        int least = Integer.MAX_VALUE;
        for (String term : alternative.terms()) {
          least = Math.min(least, reader.docFreq(new Term(ALL, term)));
        }
        most = Math.max(most, least);
      }
    }
    return rarity(most);
  }

  private double rarity(int documents) {
    return Math.log(1 + (reader.numDocs() - documents + 0.5) / (documents + 0.5));
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
