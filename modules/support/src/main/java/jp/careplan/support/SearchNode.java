package jp.careplan.support;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.kernel.Worker;
import jp.careplan.support.internal.content.Markdown;
import jp.careplan.support.internal.search.Completions;
import jp.careplan.support.internal.search.SearchDocument;
import jp.careplan.support.internal.search.SearchIndex;
import jp.careplan.support.internal.search.SearchLanguage;
import jp.careplan.support.internal.search.SearchResult;
import jp.careplan.support.internal.search.SearchResult.Hit;
import jp.careplan.support.internal.search.SearchResult.Piece;
import jp.careplan.support.internal.search.SynonymTrial;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * This node's index. A changed text makes a new one in another folder, which then takes the old
 * one's place; whatever goes wrong, the old one stays.
 */
@ApplicationScoped
class SearchNode implements Searching, Worker {
  private static final System.Logger LOG = System.getLogger(SearchNode.class.getName());

  /** After a failure (a full disk) the node rests longer. */
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  /** What a whole office behind one address types at once. */
  private static final int SUGGESTIONS_A_MINUTE = 300;

  @Inject private Texts texts;
  @Inject private TextFiles files;
  @Inject private Clock clock;
  @Inject private Brake brake;
  @Inject private FieldLanguage language;
  @Inject private SynonymVersions synonyms;

  @Inject
  @ConfigProperty(name = "careplan.data")
  private String data;

  private final ReadWriteLock swapping = new ReentrantReadWriteLock();
  private @Nullable Shelf shelf;
  private Instant notBefore = Instant.MIN;

  /** An index, where it lies, and the day of its texts: some are shown from a day to a day. */
  private record Shelf(
      SearchIndex index, Completions completions, Path folder, long revision, LocalDate day) {}

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void work() {
    long revision = texts.revision();
    LocalDate today = LocalDate.now(clock);
    Shelf before = shelf;
    boolean behind = before == null || before.revision() != revision || !before.day().equals(today);
    if (behind && !clock.instant().isBefore(notBefore)) {
      try {
        if (before == null) {
          clearLeftovers();
        }
        swap(build(revision, today));
      } catch (IOException e) {
        notBefore = clock.instant().plus(AFTER_FAILURE);
        LOG.log(ERROR, "search index not built, the earlier one stays", e);
      }
    }
  }

  private Shelf build(long revision, LocalDate day) throws IOException {
    List<SearchDocument> documents = new ArrayList<>();
    List<AttachedFile> pdfs = new ArrayList<>();
    for (TextKind kind : TextKind.values()) {
      for (HelpText text : texts.all(kind)) {
        documents.add(document(text));
        text.files().stream().filter(AttachedFile::isPdf).forEach(pdfs::add);
      }
    }
    List<SearchDocument> completed = List.copyOf(documents);
    Map<TextFile.Key, String> words = files.words(pdfs);
    for (AttachedFile it : pdfs) {
      String body = words.getOrDefault(new TextFile.Key(it.id(), it.edition()), "");
      documents.add(new SearchDocument(FILE + "/" + it.id(), FILE, it.title(), body, ""));
    }
    Path folder = Files.createTempDirectory(home(), "index-");
    SearchIndex index;
    try {
      index = SearchIndex.build(folder, documents, language.with(synonyms.newest().groups()));
    } catch (IOException | RuntimeException e) {
      clear(folder); // a full disk is not made fuller by each attempt
      throw e;
    }
    LOG.log(INFO, "search index of revision {0}: {1} texts", revision, documents.size());
    return new Shelf(index, new Completions(completed), folder, revision, day);
  }

  private Path home() throws IOException {
    return Files.createDirectories(Path.of(data, "search"));
  }

  /** Of a node that was killed. */
  private void clearLeftovers() throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(home(), "index-*")) {
      for (Path folder : folders) {
        clear(folder);
      }
    }
  }

  private static SearchDocument document(HelpText text) {
    return new SearchDocument(
        text.kind() + "/" + text.name(),
        text.kind().name(),
        text.title(),
        Markdown.plain(text.summary() + "\n\n" + text.body()),
        text.keywords());
  }

  private void swap(@Nullable Shelf next) {
    Shelf before = shelf;
    swapping.writeLock().lock();
    try {
      shelf = next;
    } finally {
      swapping.writeLock().unlock();
    }
    if (before != null) {
      try {
        before.index().close();
        clear(before.folder());
      } catch (IOException e) {
        LOG.log(ERROR, "old search index not cleared away", e);
      }
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  @PreDestroy
  void close() {
    swap(null);
  }

  @Override
  public Optional<SearchResult> find(String query, String kind, int limit) {
    swapping.readLock().lock();
    try {
      Shelf now = shelf;
      return now == null ? Optional.empty() : Optional.of(now.index().search(query, kind, limit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      swapping.readLock().unlock();
    }
  }

  /** What becomes of a sentence that has to find a text among the first. */
  SearchTesting.Verdict verdict(String sentence, String expected, int first) {
    swapping.readLock().lock();
    try {
      Shelf now = shelf;
      if (now == null) {
        return SearchTesting.Verdict.UNKNOWN;
      }
      if (!now.index().holds(expected)) {
        return SearchTesting.Verdict.NOT_SHOWN;
      }
      return now.index().first(sentence, first).contains(expected)
          ? SearchTesting.Verdict.FOUND
          : SearchTesting.Verdict.BROKEN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      swapping.readLock().unlock();
    }
  }

  /** Where a sentence finds its text by one and by the other; empty where nothing changes. */
  Optional<SynonymTrial.Placing> placing(
      SynonymTrial.Asked asked, SearchLanguage before, SearchLanguage after) {
    swapping.readLock().lock(); // for one sentence only, so that a new index need not wait
    try {
      Shelf now = shelf;
      return now == null
          ? Optional.empty()
          : SynonymTrial.placing(now.index(), asked, before, after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      swapping.readLock().unlock();
    }
  }

  @Override
  public List<Suggestion> suggest(String typed, Optional<TextKind> kind, int most, String source) {
    brake.count("suggest " + source, SUGGESTIONS_A_MINUTE, Duration.ofMinutes(1));
    Map<String, Suggestion> found = new LinkedHashMap<>();
    for (SearchDocument it : completions(typed, kind, most)) {
      found.put(it.id(), suggestion(it.kind(), it.id(), it.title()));
    }
    if (found.size() < most) {
      search(typed, kind, most).stream()
          .filter(it -> !it.nearestOnly())
          .flatMap(it -> it.hits().stream())
          .forEach(it -> found.putIfAbsent(it.id(), suggestion(it.kind(), it.id(), title(it))));
    }
    return found.values().stream().limit(most).toList();
  }

  private List<SearchDocument> completions(String typed, Optional<TextKind> kind, int most) {
    swapping.readLock().lock();
    try {
      Shelf now = shelf;
      return now == null
          ? List.of()
          : now.completions().of(typed, kind.map(TextKind::name).orElse(""), most);
    } finally {
      swapping.readLock().unlock();
    }
  }

  private static String title(Hit hit) {
    return hit.title().stream().map(Piece::text).collect(Collectors.joining());
  }

  private static Suggestion suggestion(String kind, String id, String title) {
    TextKind of = TextKind.valueOf(kind);
    return new Suggestion(of, title, HelpText.addressOf(of, id.substring(id.indexOf('/') + 1)));
  }
}
