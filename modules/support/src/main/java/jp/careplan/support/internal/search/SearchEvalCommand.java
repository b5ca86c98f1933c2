package jp.careplan.support.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import jp.careplan.support.internal.content.Markdown;
import jp.careplan.support.internal.content.ShippedContent;
import jp.careplan.support.internal.search.SearchResult.Hit;

/**
 * Measures the search on a folder with {@code faqs.tsv} and {@code queries.tsv}; without the first,
 * on the questions that are shipped.
 */
public final class SearchEvalCommand {
  private static final int DEPTH = 100;
  private static final int GAIN_DEPTH = 10;

  private SearchEvalCommand() {}

  /** A query, and what answers it. */
  public record Case(String query, Set<String> relevant, Set<String> related) {}

  /** A query, and what was found. */
  public record Answered(Case asked, List<String> found, boolean nothing, boolean confident) {
    /** What answers it, related ones too. */
    public Set<String> wanted() {
      return targets(asked, true);
    }
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      System.err.println("search-eval FOLDER [--misses]");
      System.exit(2);
    }
    Path folder = Path.of(arguments[0]);
    List<Answered> answered = ask(folder);
    report("relevant", answered, false);
    report("relevant or related", answered, true);
    List<Answered> outOfScope =
        answered.stream().filter(it -> targets(it.asked(), true).isEmpty()).toList();
    System.out.println(
        "# one answer alone is shown: how often, how often rightly, how often to what is out of scope");
    List<Answered> alone = answered.stream().filter(Answered::confident).toList();
    System.out.println("confident " + alone.size());
    System.out.println(
        "confident-right " + alone.stream().filter(it -> place(it, true) == 1).count());
    System.out.println("out-of-scope " + outOfScope.size());
    System.out.println(
        "confident-out-of-scope " + outOfScope.stream().filter(Answered::confident).count());
    if (arguments.length > 1) {
      misses(answered);
    }
  }

  public static List<Answered> ask(Path folder) throws IOException {
    Path faqs = folder.resolve("faqs.tsv");
    List<SearchDocument> documents =
        Files.exists(faqs)
            ? rows(faqs).map(row -> new SearchDocument(row[0], "faq", row[1], row[2], "")).toList()
            : shipped();
    Path work = Files.createTempDirectory("search-eval");
    try (SearchIndex index = SearchIndex.build(work, documents, SearchLanguage.ofTheField())) {
      return rows(folder.resolve("queries.tsv"))
          .map(row -> answered(index, new Case(row[0], ids(row[1]), ids(row[2]))))
          .toList();
    } finally {
      try (Stream<Path> files = Files.walk(work)) {
        files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
      }
    }
  }

  private static List<SearchDocument> shipped() {
    return ShippedContent.read().stream()
        .filter(it -> it.kind().equals("faq"))
        .map(it ->
            new SearchDocument(
                it.name(), it.kind(), it.title(), Markdown.plain(it.body()), it.keywords()))
        .toList();
  }

  private static Answered answered(SearchIndex index, Case asked) {
    try {
      SearchResult result = index.search(asked.query(), "", DEPTH);
      List<String> found = result.hits().stream().map(Hit::id).toList();
      return new Answered(asked, found, result.nearestOnly(), result.confident());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> (line + "\t \t \t").split("\t"));
  }

  private static Set<String> ids(String column) {
    Set<String> ids = new HashSet<>(List.of(column.strip().split("[\\s,]+")));
    ids.remove("");
    return ids;
  }

  private static Set<String> targets(Case asked, boolean withRelated) {
    Set<String> targets = new HashSet<>(asked.relevant());
    if (withRelated) {
      targets.addAll(asked.related());
    }
    return targets;
  }

  private static void report(String what, List<Answered> all, boolean withRelated) {
    List<Answered> answered =
        all.stream().filter(it -> !targets(it.asked(), withRelated).isEmpty()).toList();
    System.out.println("# " + what + ": " + answered.size() + " queries with such an id");
    for (int depth : new int[] {1, 3, 5}) {
      print("SR@" + depth, mean(answered, it -> within(it, withRelated, depth)));
    }
    print("MRR", mean(answered, it -> reciprocal(it, withRelated)));
    print("nDCG@" + GAIN_DEPTH, mean(answered, it -> gain(it, withRelated)));
    System.out.println("zero-results " + answered.stream().filter(Answered::nothing).count());
  }

  private static double mean(
      List<Answered> answered, java.util.function.ToDoubleFunction<Answered> figure) {
    return answered.stream().mapToDouble(figure).average().orElse(0);
  }

  private static void print(String name, double value) {
    System.out.println(name + " " + String.format(Locale.ROOT, "%.4f", value));
  }

  /** The place of the first that answers, from 1; 0 for none. */
  private static int place(Answered answered, boolean withRelated) {
    Set<String> targets = targets(answered.asked(), withRelated);
    for (int i = 0; i < answered.found().size(); i++) {
      if (targets.contains(answered.found().get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  static double within(Answered answered, boolean withRelated, int depth) {
    int place = place(answered, withRelated);
    return place > 0 && place <= depth ? 1 : 0;
  }

  private static double reciprocal(Answered answered, boolean withRelated) {
    int place = place(answered, withRelated);
    return place == 0 ? 0 : 1.0 / place;
  }

  /** A relevant one gains 2, a related one 1 (where it counts). */
  private static double gain(Answered answered, boolean withRelated) {
    Case asked = answered.asked();
    List<String> found = answered.found();
    double gained = 0;
    for (int i = 0; i < Math.min(GAIN_DEPTH, found.size()); i++) {
      gained += value(asked, found.get(i), withRelated) / discount(i);
    }
    double best = 0;
    List<Double> values =
        targets(asked, withRelated).stream()
            .map(it -> value(asked, it, withRelated))
            .sorted(Comparator.reverseOrder())
            .limit(GAIN_DEPTH)
            .toList();
    for (int i = 0; i < values.size(); i++) {
      best += values.get(i) / discount(i);
    }
    return gained / best;
  }

  private static double value(Case asked, String id, boolean withRelated) {
    if (asked.relevant().contains(id)) {
      return 2;
    }
    return withRelated && asked.related().contains(id) ? 1 : 0;
  }

  private static double discount(int place) {
    return Math.log(place + 2.0) / Math.log(2);
  }

  private static void misses(List<Answered> answered) {
    System.out.println("# misses: place, query, wanted, found first");
    for (Answered it : answered) {
      if (place(it, true) != 1) {
        System.out.println(
            String.join(
                "\t",
                String.valueOf(place(it, true)),
                it.asked().query(),
                String.join(",", targets(it.asked(), true)),
                it.found().stream().limit(3).toList().toString(),
                it.confident() ? "confident" : ""));
      }
    }
  }
}
