package jp.careplan.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.exchange.TransmissionId;

/**
 * {@code bench/board}: the pages that look at many transmissions at once, with a million of them
 * stored.
 */
public final class BoardBench implements AutoCloseable {
  private static final int MISUSE = 2;
  private static final int MANY_ROWS = 1_000_000;
  private static final int QUICK_ROWS = 40_000;
  private static final int PEOPLE = 12;
  private static final int QUICK_PEOPLE = 4;
  private static final String SENDER = "9970000011";
  private static final String RECIPIENT = "9970000022";

  private final boolean quick;
  private final Report report = new Report();
  private final Database.MariaDb database;
  private final Node house;

  private BoardBench(boolean quick) {
    this.quick = quick;
    database = Database.MariaDb.start();
    house = Node.start(database, Map.of());
  }

  /** Argument: {@code --quick}. */
  public static void main(String[] args) throws Exception {
    List<String> given = List.of(args);
    if (!List.of("--quick").containsAll(given)) {
      System.err.println("bench/board [--quick]");
      System.exit(MISUSE);
    }
    Locale.setDefault(Locale.ROOT);
    Children.endWithUs();
    try (var bench = new BoardBench(!given.isEmpty())) {
      bench.run();
    }
  }

  private void run() throws IOException, SQLException, InterruptedException {
    int rows = quick ? QUICK_ROWS : MANY_ROWS;
    int people = quick ? QUICK_PEOPLE : PEOPLE;
    report.title(
        "%d stored transmissions of %d people each, %d offices, %d partners an office"
            .formatted(
                rows, people, StoredMonths.MANAGERS + StoredMonths.SERVERS, StoredMonths.PARTNERS));
    report.row("form of the run", quick ? "quick: says little" : "full");
    report.row(
        "load of the machine (1 minute)",
        "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    try (Connection connection = database.connect()) {
      new StoredMonths(connection, rows, people).load();
      TimeUnit.SECONDS.sleep(quick ? 2 : 30); // the database writes its pages back
      OfficeClient sender = house.office(SENDER).signIn();
      send(sender, "20260520090000", ",0930,1030,");
      TransmissionId changed = send(sender, "20260520090001", ",1000,1100,");
      var pages = new PageClient(house);
      pages.enter(OfficeClient.json(sender.post("/handoff", "")).getString("url"));
      measure(connection, pages, "month board", any -> "/office/home");
      measure(
          connection, pages, "month board, only what is missing", any -> "/office/home?missing=1");
      measure(connection, pages, "inbox, newest 50", any -> "/office/inbox");
      measure(connection, pages, "sent, newest 50", any -> "/office/sent");
      measure(
          connection,
          pages,
          "one person of a plan",
          round -> "/office/read?id=" + changed + "&person=" + (1 + round % people));
      measure(
          connection,
          pages,
          "one person beside the version before",
          round -> "/office/read?id=" + changed + "&person=" + (1 + round % people) + "&before=1");
    }
    report.summary();
    NodeLog.complaints(house).forEach(complaint -> System.err.println("  log: " + complaint));
  }

  private TransmissionId send(OfficeClient sender, String sequence, String time)
      throws IOException {
    var id = TransmissionId.next();
    var unit =
        SampleUnit.plan(SENDER, RECIPIENT, sequence)
            .people(quick ? QUICK_PEOPLE : PEOPLE)
            .files(",0930,1030,", time);
    HttpResponse<String> answer = sender.offer(id, unit);
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return id;
  }

  private void measure(
      Connection connection, PageClient pages, String name, IntFunction<String> path)
      throws IOException, SQLException {
    call(pages, path, quick ? 20 : 500);
    int rounds = quick ? 40 : 1000;
    var count = new StatementCount(connection);
    long[] nanos = call(pages, path, rounds);
    report.row(name, new Samples(nanos, total(nanos), 0).line());
    report.row("  asked of the database, a page", count.perCall(rounds));
  }

  private static Duration total(long[] nanos) {
    return Duration.ofNanos(java.util.Arrays.stream(nanos).sum());
  }

  private static long[] call(PageClient pages, IntFunction<String> path, int rounds)
      throws IOException {
    long[] nanos = new long[rounds];
    for (int round = 0; round < rounds; round++) {
      long begin = System.nanoTime();
      HttpResponse<String> answer = pages.get(path.apply(round));
      nanos[round] = System.nanoTime() - begin;
      if (answer.statusCode() != 200) {
        throw new IOException(answer.statusCode() + " at " + path.apply(round));
      }
    }
    return nanos;
  }

  @Override
  public void close() {
    house.close();
    database.close();
  }
}
