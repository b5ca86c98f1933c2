package jp.careplan.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;

/**
 * {@code bench/drop}: 300 files for 40 offices laid on the page at once, from the drop to all
 * receipts, as the page's script does it.
 */
public final class DropBench implements AutoCloseable {
  private static final int MISUSE = 2;
  private static final int OFFICES = 40;
  private static final int UNITS = 100;
  private static final int PEOPLE = 5;
  private static final int BATCH_FILES = 100;
  private static final int LOOK_MILLIS = 100;
  private static final String SENDER = "9970000011";
  private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");
  private static final Pattern RECEIPT = Pattern.compile("data-label=\"受付番号\"");

  private final int rounds;
  private final Report report = new Report();
  private final Database.MariaDb database;
  private final Node house;

  private DropBench(boolean quick) {
    rounds = quick ? 2 : 10;
    database = Database.MariaDb.start();
    house = Node.start(database, Map.of());
  }

  /** Argument: {@code --quick}. */
  public static void main(String[] args) throws Exception {
    List<String> given = List.of(args);
    if (!List.of("--quick").containsAll(given)) {
      System.err.println("bench/drop [--quick]");
      System.exit(MISUSE);
    }
    Locale.setDefault(Locale.ROOT);
    Children.endWithUs();
    try (var bench = new DropBench(!given.isEmpty())) {
      bench.run();
    }
  }

  /** What one round took, in seconds. */
  private record Times(double laid, double checked, double sent) {
    double all() {
      return laid + checked + sent;
    }
  }

  private void run() throws IOException, SQLException, InterruptedException {
    report.title("%d files for %d offices in one drop".formatted(3 * UNITS, OFFICES));
    machine();
    try (Connection connection = database.connect()) {
      List<Seat> recipients = Seats.recipients(connection, house, OFFICES);
      var pages = new PageClient(house);
      OfficeClient sender = house.office(SENDER).signIn();
      pages.enter(OfficeClient.json(sender.post("/handoff", "")).getString("url"));
      acquaint(sender, recipients);
      var all = new ArrayList<Times>();
      for (int round = 0; round <= rounds; round++) {
        all.add(round(pages, recipients, round, connection));
      }
      Times first = all.removeFirst();
      Times middle =
          all.stream()
              .sorted((one, other) -> Double.compare(one.all(), other.all()))
              .toList()
              .get(all.size() / 2);
      row("first, on a fresh node", first);
      row("middle of " + rounds, middle);
    }
    machine();
    report.summary();
    NodeLog.complaints(house).forEach(complaint -> System.err.println("  log: " + complaint));
  }

  /** A first exchange, and people whom a partner never had, would be asked about one by one. */
  private static void acquaint(OfficeClient sender, List<Seat> recipients) throws IOException {
    for (Seat recipient : recipients) {
      var unit = SampleUnit.plan(SENDER, recipient.number(), "20260430080000").people(PEOPLE);
      require(201, sender.offer(TransmissionId.next(), unit.files()));
    }
  }

  private void row(String name, Times times) {
    report.row(
        name,
        "%.2f s: laid down %.2f, checked and shown %.2f, sent until all receipts %.2f"
            .formatted(times.all(), times.laid(), times.checked(), times.sent()));
  }

  private Times round(PageClient pages, List<Seat> recipients, int round, Connection database)
      throws IOException, SQLException, InterruptedException {
    List<OfferedFile> files = files(recipients, round);
    pages.form("/office/send", "desk-form").send(Map.of("forget-done", ""));
    String token = token(pages.get("/office/send").body());
    long begin = System.nanoTime();
    for (int from = 0; from < files.size(); from += BATCH_FILES) {
      var body = new Multipart().field("token", token).field("folder", "out");
      files
          .subList(from, Math.min(from + BATCH_FILES, files.size()))
          .forEach(file -> body.file("file", file.name(), file.content()));
      require(204, pages.multipart("/office/send/files", body));
    }
    long laid = System.nanoTime();
    var look = new StatementCount(database);
    PageClient.PageForm form = pages.form("/office/send", "desk-form");
    String looked = look.perCall(1);
    long checked = System.nanoTime();
    var sending = new StatementCount(database);
    HttpResponse<String> page = form.send(Map.of("send", ""));
    while (receipts(page.body()) < UNITS) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      page = pages.get("/office/send");
      if (System.nanoTime() - checked > TimeUnit.MINUTES.toNanos(5)) {
        throw new IOException(receipts(page.body()) + " receipts after five minutes");
      }
    }
    long sent = System.nanoTime();
    if (round == rounds) {
      report.row("statements of the check of all", looked);
      report.row("statements a unit sent, looks of the page among them", sending.perCall(UNITS));
    }
    return new Times((laid - begin) / 1e9, (checked - laid) / 1e9, (sent - checked) / 1e9);
  }

  private static List<OfferedFile> files(List<Seat> recipients, int round) {
    var files = new ArrayList<OfferedFile>();
    for (int i = 0; i < UNITS; i++) {
      String sequence = "202605%02d%02d%02d%02d".formatted(1 + round, 8, i / 60, i % 60);
      files.addAll(
          SampleUnit.plan(SENDER, recipients.get(i % OFFICES).number(), sequence)
              .people(PEOPLE)
              .files());
    }
    return files;
  }

  private static int receipts(String page) {
    return (int) RECEIPT.matcher(page).results().count();
  }

  private static String token(String page) throws IOException {
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IOException("no desk on the page");
    }
    return token.group(1);
  }

  private static void require(int status, HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != status) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
  }

  private void machine() {
    report.row(
        "load of the machine (1 minute)",
        "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
  }

  @Override
  public void close() {
    house.close();
    database.close();
  }
}
