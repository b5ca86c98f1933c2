package jp.careplan.app.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.Node;

/**
 * {@code bench/home}: what the portal's first page weighs in a browser, and how many of it are
 * served beside a static file of its size.
 */
public final class HomeBench implements AutoCloseable {
  private static final int MISUSE = 2;
  private static final int OK = 200;

  /** What is asked to see whether a node is there. */
  private static final String READY = "public/v1/receipt-signers";

  /** Of one load of a page: requests, bytes over the line, first paint and load event in ms. */
  private static final String WEIGHT =
      """
      () => {
        const page = performance.getEntriesByType('navigation')[0];
        const parts = performance.getEntriesByType('resource');
        const paint = performance.getEntriesByName('first-contentful-paint')[0];
        return [1 + parts.length,
          parts.reduce((sum, part) => sum + part.transferSize, page.transferSize),
          paint ? paint.startTime : -1, page.loadEventEnd];
      }
      """;

  private final boolean quick;
  private final Report report = new Report();
  private final Database.MariaDb database;
  private final Node house;

  private HomeBench(boolean quick) {
    this.quick = quick;
    database = Database.MariaDb.start();
    house = Node.start(database, Map.of());
  }

  /** Argument: {@code --quick}. */
  public static void main(String[] args) throws Exception {
    List<String> given = List.of(args);
    if (!List.of("--quick").containsAll(given)) {
      System.err.println("bench/home [--quick]");
      System.exit(MISUSE);
    }
    Locale.setDefault(Locale.ROOT);
    Children.endWithUs();
    try (var bench = new HomeBench(!given.isEmpty())) {
      bench.run();
    }
  }

  private void run() throws IOException, InterruptedException {
    report.title("The portal's first page");
    report.row("form of the run", quick ? "quick: says little" : "full");
    report.row(
        "load of the machine (1 minute)",
        "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    URI home = house.publicAddress("/support");
    byte[] page =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(home).build(), BodyHandlers.ofByteArray())
            .body();
    report.row("the page alone, not compressed", page.length + " bytes");
    inBrowser(home);
    Path folder = Folders.temporary("file");
    Map<String, byte[]> files = Map.of("home.html", page, READY, new byte[] {'[', ']'});
    try (Node empty = EmptyHouse.startWith(folder, files)) {
      beside(home, empty.publicAddress("/home.html"), page.length);
    }
    NodeLog.complaints(house).forEach(complaint -> System.err.println("  log: " + complaint));
  }

  /** Each time a browser that has never been here, so nothing lies in its cache. */
  private void inBrowser(URI home) {
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(
                            Path.of(
                                Folders.program("chromium", "chromium-browser", "google-chrome")))
                        .setArgs(List.of("--headless=new", "--no-sandbox", "--disable-gpu")))) {
      weigh(browser, home); // the server's first
      List<List<Double>> weights = new ArrayList<>();
      for (int round = 0; round < (quick ? 5 : 30); round++) {
        weights.add(weigh(browser, home));
      }
      report.row("requests", "%.0f".formatted(middle(weights, 0)));
      report.row("bytes over the line", "%.0f".formatted(middle(weights, 1)));
      report.row("first contentful paint, middle", "%.0f ms".formatted(middle(weights, 2)));
      report.row("loaded, middle", "%.0f ms".formatted(middle(weights, 3)));
    }
  }

  private static List<Double> weigh(Browser browser, URI home) {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(
          home.toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
      return ((List<?>) page.evaluate(WEIGHT))
          .stream().map(it -> ((Number) it).doubleValue()).toList();
    }
  }

  private static double middle(List<List<Double>> weights, int which) {
    return weights.stream().map(it -> it.get(which)).sorted().toList().get(weights.size() / 2);
  }

  private void beside(URI home, URI file, int bytes) {
    URI drawnAnew = URI.create(home + "?drawn=now"); // what is not known there is not kept
    try (var page = load("page", home, bytes / 2);
        var drawn = load("drawn", drawnAnew, bytes / 2);
        var plain = load("file", file, bytes)) {
      page.run(Duration.ofSeconds(quick ? 2 : 20));
      drawn.run(Duration.ofSeconds(quick ? 2 : 20));
      plain.run(Duration.ofSeconds(quick ? 2 : 20));
      for (int turn = 0; turn < 3; turn++) {
        page.measure(Duration.ofSeconds(quick ? 1 : 10));
        drawn.measure(Duration.ofSeconds(quick ? 1 : 10));
        plain.measure(Duration.ofSeconds(quick ? 1 : 10));
      }
      report.row("page, 16 connections", page.measured().line());
      report.row("page drawn each time, 16 connections", drawn.measured().line());
      report.row("static file of its size, 16 connections", plain.measured().line());
      report.row(
          "page against file", "%.2f".formatted(page.measured().rate() / plain.measured().rate()));
    }
  }

  private static Load load(String name, URI address, int least) {
    return new Load(
        name, Stream.generate(() -> (Load.Task) new Fetch(address, least)).limit(16).toList());
  }

  /** A reader on a connection of its own. */
  private static final class Fetch implements Load.Task {
    private final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;
    private final int least;

    Fetch(URI address, int least) {
      request = HttpRequest.newBuilder(address).build();
      this.least = least;
    }

    @Override
    public void once() throws Exception {
      var answer = client.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != OK || answer.body().length < least) {
        throw new IOException(answer.statusCode() + ", " + answer.body().length + " bytes");
      }
    }

    @Override
    public void close() {
      client.close();
    }
  }

  @Override
  public void close() {
    house.close();
    database.close();
  }
}
