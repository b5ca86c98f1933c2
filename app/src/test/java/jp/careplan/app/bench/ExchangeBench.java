package jp.careplan.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.Node;

/** {@code bench/exchange}: what the exchange does in a second, beside what it could at most. */
public final class ExchangeBench implements AutoCloseable {
  private static final Set<String> SECTIONS =
      new TreeSet<>(List.of("check", "rates", "steps", "stored", "start"));
  private static final int MISUSE = 2;
  private static final int UNIT_BYTES = 20_000;
  private static final int MANY = 16;
  private static final int RECIPIENTS = 100;
  private static final int FEW_ROWS = 10_000;
  private static final int MANY_ROWS = 1_000_000;
  private static final int QUICK_ROWS = 50_000;
  private static final double GROWTH_AIM = 1.2;

  private final boolean quick;
  private final Set<String> sections;
  private final Report report = new Report();
  private final Database.MariaDb database;
  private final Node house;
  private final Node empty;
  private final int people = UnitTemplate.peopleFor(UNIT_BYTES);
  private final List<Seat> senders;
  private final List<Seat> recipients;
  private final Calls calls;

  private ExchangeBench(boolean quick, Set<String> sections, Path folder)
      throws IOException, SQLException {
    this.quick = quick;
    this.sections = sections;
    database = Database.MariaDb.start();
    house = Node.start(database, Map.of());
    empty = EmptyHouse.start(folder);
    try (Connection connection = database.connect()) {
      senders = Seats.senders(connection, house, MANY);
      recipients = Seats.recipients(connection, house, RECIPIENTS);
    }
    calls = new Calls(senders, recipients, people);
  }

  /** Arguments: {@code --quick} and sections; all sections where none is named. */
  public static void main(String[] args) throws Exception {
    Set<String> named = new TreeSet<>(Arrays.asList(args));
    boolean quick = named.remove("--quick");
    if (!SECTIONS.containsAll(named)) {
      System.err.println("bench/exchange [--quick] " + SECTIONS);
      System.exit(MISUSE);
    }
    Locale.setDefault(Locale.ROOT);
    Children.endWithUs();
    Path folder = Folders.temporary("empty");
    try (var bench = new ExchangeBench(quick, named.isEmpty() ? SECTIONS : named, folder)) {
      bench.run();
    } finally {
      Folders.delete(folder);
    }
  }

  private void run() throws IOException, InterruptedException, SQLException {
    machine();
    if (sections.contains("check")) {
      report.title("Check, one thread");
      new CheckSpeed(report, seconds(3, 1)).print();
    }
    if (sections.contains("rates")) {
      rates();
    }
    if (sections.contains("steps")) {
      steps();
    }
    if (sections.contains("stored")) {
      stored();
    }
    if (sections.contains("start")) {
      report.title("Start");
      new StartUp(report, quick ? 1 : 5).print(house, empty);
    }
    report.summary();
    for (String complaint : NodeLog.complaints(house)) {
      System.err.println("  log: " + complaint);
    }
  }

  private Duration seconds(int full, int shortened) {
    return Duration.ofSeconds(quick ? shortened : full);
  }

  private void machine() throws SQLException {
    report.title("Machine");
    report.row("processors", "%d".formatted(Runtime.getRuntime().availableProcessors()));
    report.row(
        "system",
        "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")));
    report.row("Java", System.getProperty("java.vm.version"));
    report.row("database", one("SELECT VERSION()"));
    report.row("innodb_flush_log_at_trx_commit", one("SELECT @@innodb_flush_log_at_trx_commit"));
    report.row("one unit", "%d bytes, %d people".formatted(unitBytes(), people));
    report.row("offices", "%d senders, %d recipients".formatted(MANY, RECIPIENTS));
    report.row("form of the run", quick ? "quick: says little" : "full");
  }

  private int unitBytes() {
    return UnitTemplate.of(senders.getFirst().number(), recipients.getFirst().number(), people)
        .unit(1)
        .stream()
        .mapToInt(UnitTemplate::size)
        .sum();
  }

  private String one(String sql) throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void rates() throws SQLException {
    report.title("Rates. All were warmed up, then measured in turns");
    var rates =
        new Rates(
            matchup(1, " at 1", true),
            matchup(MANY, " at " + MANY, true),
            matchup(1, " at 1, a handshake each", false),
            matchup(MANY, " at " + MANY + ", a handshake each", false));
    rates.busiest().forEach(load -> load.run(seconds(60, 10))); // the servers' compilers
    rates.each(load -> load.run(seconds(20, 2)));
    for (int round = 0; round < 3; round++) {
      rates.each(load -> load.measure(seconds(10, 2)));
    }
    rates.each(Load::close);
    rates.print(report);
  }

  private Rates.Matchup matchup(int workers, String how, boolean kept) throws SQLException {
    return new Rates.Matchup(
        how,
        kept
            ? Optional.of(
                new Load("insert and commit", PlainInserts.on(database, unitBytes(), workers)))
            : Optional.empty(),
        new Load("empty POST", calls.empties(empty, workers, kept)),
        new Load("send", calls.sends(house, workers, kept)));
  }

  private void steps() throws IOException, SQLException {
    report.title("Steps of one send, in this process, one thread");
    new Steps(report, seconds(4, 1))
        .print(
            house,
            UnitTemplate.of(senders.getFirst().number(), recipients.getFirst().number(), people)
                .unit(1));
    try (var one = new Load("send at 1", calls.sends(house, 1, true));
        var many = new Load("send at " + MANY, calls.sends(house, MANY, true));
        var post = new Load("empty POST at " + MANY, calls.empties(empty, MANY, true))) {
      many.run(seconds(20, 5));
      post.run(seconds(20, 5));
      one.run(seconds(5, 1));
      report.title("What one send asks of the database (by its own counters, a send)");
      count(one);
      report.title("One send at a time: where it waits");
      var waits = ServerProfile.of(house.pid(), database.port(), () -> one.measure(seconds(10, 3)));
      int sends = one.measured().nanos().length;
      report.row(
          "whole, as the client sees it",
          "%8.3f ms (mean)".formatted(1000 / one.measured().rate()));
      report.row(
          "waiting for the database",
          "%8.3f ms in %.1f answers"
              .formatted(waits.databaseWait(sends), waits.databaseAnswers(sends)));
      report.title("Processors used at " + MANY + " connections");
      processors(many, house, "exchange");
      processors(post, empty, "empty WAR");
      report.title("The exchange's Java code at " + MANY + " connections: samples of its threads");
      ServerProfile.of(house.pid(), database.port(), () -> many.run(seconds(20, 5))).print(report);
    }
  }

  private void count(Load one) throws SQLException {
    try (Connection connection = database.connect()) {
      var count = new StatementCount(connection);
      int sends = one.run(seconds(5, 2)).nanos().length;
      report.row("send", count.perCall(sends));
    }
  }

  private void processors(Load load, Node node, String name) {
    Map<String, Long> processes = new LinkedHashMap<>();
    processes.put(name, node.pid());
    processes.put("database", database.pid());
    processes.put("client", ProcessHandle.current().pid());
    CpuMeter meter = CpuMeter.start(processes);
    Samples samples = load.run(seconds(10, 3));
    report.row(load.name(), "%s at %.0f /s".formatted(meter.text(), samples.rate()));
  }

  private void stored() throws SQLException, InterruptedException {
    int rows = quick ? QUICK_ROWS : MANY_ROWS;
    report.title("Stored transmissions, one connection");
    try (Connection connection = database.connect();
        var inbox = new Load("inbox", Calls.inbox(house, recipients.getFirst()));
        var send = new Load("send", calls.sends(house, 1, true))) {
      var stored = new StoredRows(connection, MANY, recipients);
      List<Samples> few = stored(stored, inbox, send, FEW_ROWS);
      List<Samples> many = stored(stored, inbox, send, rows);
      List<Samples> fewAgain = stored(stored, inbox, send, FEW_ROWS);
      growth("inbox", few.get(0), many.get(0), fewAgain.get(0));
      growth("send", few.get(1), many.get(1), fewAgain.get(1));
    }
  }

  private List<Samples> stored(StoredRows stored, Load inbox, Load send, int rows)
      throws SQLException, InterruptedException {
    stored.clear();
    stored.load(0, rows);
    TimeUnit.SECONDS.sleep(seconds(30, 2).toSeconds()); // the database writes its pages back
    warm(inbox, send);
    return both(inbox, send, rows);
  }

  private void warm(Load inbox, Load send) {
    inbox.run(seconds(20, 3));
    send.run(seconds(20, 3));
  }

  private List<Samples> both(Load inbox, Load send, int rows) {
    Samples read = Samples.NONE;
    Samples sent = Samples.NONE;
    for (int round = 0; round < 3; round++) {
      read = read.then(inbox.run(seconds(10, 2)));
      sent = sent.then(send.run(seconds(10, 2)));
    }
    report.row("newest 50 of an inbox, " + rows + " stored", read.line());
    report.row("send, " + rows + " stored", sent.line());
    return List.of(read, sent);
  }

  /** Few were measured before and after many: where they differ, the machine changed meanwhile. */
  private void growth(String what, Samples few, Samples many, Samples fewAgain) {
    report.row(what + ": few again / few", "%.2f".formatted(fewAgain.p50() / few.p50()));
    double growth = 2 * many.p50() / (few.p50() + fewAgain.p50());
    report.aim(
        "p50 of " + what + ": many stored / few stored",
        growth,
        "<= " + GROWTH_AIM,
        growth <= GROWTH_AIM);
  }

  @Override
  public void close() {
    empty.close();
    house.close();
    database.close();
  }
}
