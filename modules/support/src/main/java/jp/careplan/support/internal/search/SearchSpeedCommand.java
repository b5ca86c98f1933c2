package jp.careplan.support.internal.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.careplan.support.internal.content.Markdown;
import jp.careplan.support.internal.content.ShippedContent;

/**
 * Measures how long the index of many documents takes to build and to ask. The documents are made
 * of the sentences of the shipped ones, so that words are as common as they are there.
 */
public final class SearchSpeedCommand {
  private static final int DOCUMENTS = 10_000;
  private static final int ROUNDS = 1;
  private static final int BUILDS = 3;
  private static final int HITS = 20;
  private static final double MILLION = 1e6;

  private SearchSpeedCommand() {}

  /** Arguments: the folder with {@code queries.tsv}, and how many documents (10 thousand). */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    if (arguments.length == 0) {
      System.err.println("search-speed FOLDER [DOCUMENTS]");
      System.exit(2);
    }
    List<String> queries =
        Files.readAllLines(Path.of(arguments[0], "queries.tsv")).stream()
            .skip(1)
            .map(line -> line.split("\t")[0])
            .toList();
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DOCUMENTS;
    Path work = Files.createTempDirectory("search-speed");
    try {
      measure(work, documents(count), queries);
    } finally {
      try (Stream<Path> files = Files.walk(work)) {
        files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
      }
    }
  }

  private static void measure(Path work, List<SearchDocument> documents, List<String> queries)
      throws IOException, InterruptedException, ExecutionException {
    SearchLanguage language = SearchLanguage.ofTheField();
    System.out.println("documents " + documents.size());
    for (int i = 1; i < BUILDS; i++) {
      SearchIndex.build(work.resolve("warm-" + i), documents, language).close();
    }
    long begin = System.nanoTime();
    try (SearchIndex index = SearchIndex.build(work.resolve("index"), documents, language)) {
      print("rebuild-seconds", (System.nanoTime() - begin) / 1e9);
      asked(index, queries, 1); // warm
      report("at-1", asked(index, queries, 1));
      report("at-16", asked(index, queries, 16));
      begin = System.nanoTime();
      var completions = new Completions(documents);
      print("completions-build-ms", (System.nanoTime() - begin) / MILLION);
      begin = System.nanoTime();
      queries.forEach(it -> completions.of(it.substring(0, Math.min(2, it.length())), "", 6));
      print("completions-mean-ms", (System.nanoTime() - begin) / MILLION / queries.size());
    }
  }

  private static List<SearchDocument> documents(int count) {
    List<SearchDocument> shipped =
        ShippedContent.read().stream()
            .map(it ->
                new SearchDocument(
                    it.name(), it.kind(), it.title(), Markdown.plain(it.body()), it.keywords()))
            .toList();
    List<String> sentences =
        shipped.stream().flatMap(it -> Arrays.stream(it.body().split("(?<=。)"))).toList();
    var lot = new java.util.Random(7); // the same documents each time
    List<SearchDocument> made = new ArrayList<>(shipped);
    while (made.size() < count) {
      SearchDocument like = shipped.get(lot.nextInt(shipped.size()));
      SearchDocument other = shipped.get(lot.nextInt(shipped.size()));
      StringBuilder body = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        body.append(sentences.get(lot.nextInt(sentences.size())));
      }
      made.add(
          new SearchDocument(
              "made-" + made.size(),
              like.kind(),
              like.title() + " " + other.title(),
              body.toString(),
              other.keywords()));
    }
    return List.copyOf(made.subList(0, count));
  }

  private static long[] asked(SearchIndex index, List<String> queries, int atOnce)
      throws InterruptedException, ExecutionException {
    try (ExecutorService workers = Executors.newFixedThreadPool(atOnce)) {
      List<Future<long[]>> running = new ArrayList<>();
      for (int i = 0; i < atOnce; i++) {
        int from = i * 17; // so that they do not ask the same at once
        running.add(workers.submit(() -> asked(index, queries, from, ROUNDS)));
      }
      List<Long> all = new ArrayList<>();
      for (Future<long[]> one : running) {
        Arrays.stream(one.get()).forEach(all::add);
      }
      return all.stream().mapToLong(Long::longValue).sorted().toArray();
    }
  }

  private static long[] asked(SearchIndex index, List<String> queries, int from, int rounds)
      throws IOException {
    long[] nanos = new long[rounds * queries.size()];
    for (int i = 0; i < nanos.length; i++) {
      String query = queries.get((from + i) % queries.size());
      long begin = System.nanoTime();
      index.search(query, "", HITS);
      nanos[i] = System.nanoTime() - begin;
    }
    return nanos;
  }

  private static void report(String name, long[] sorted) {
    print("search-p50-ms-" + name, sorted[sorted.length / 2] / MILLION);
    print("search-p99-ms-" + name, sorted[(int) (sorted.length * 0.99)] / MILLION);
  }

  private static void print(String name, double value) {
    System.out.println(name + " " + String.format(Locale.ROOT, "%.2f", value));
  }
}
