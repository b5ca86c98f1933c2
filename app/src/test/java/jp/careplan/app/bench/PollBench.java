package jp.careplan.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.Node;
import jp.careplan.kernel.TimeOrderedId;

/**
 * {@code bench/poll}: a thousand connectors that wait for events, what their waiting costs, and how
 * long a commit takes to wake one of them.
 */
public final class PollBench implements AutoCloseable {
  private static final int MISUSE = 2;
  private static final int CONNECTORS = 1000;
  private static final int IDLE_SECONDS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BREATH = Duration.ofMillis(30);
  private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

  private final int connectors;
  private final int warm;
  private final int rounds;
  private final Report report = new Report();
  private final Database.MariaDb database;
  private final Node house;

  private PollBench(boolean quick) {
    connectors = quick ? 100 : CONNECTORS;
    warm = quick ? 20 : 500;
    rounds = quick ? 50 : 1000;
    database = Database.MariaDb.start();
    house = Node.start(database, Map.of());
  }

  /** Argument: {@code --quick}. */
  public static void main(String[] args) throws Exception {
    List<String> given = List.of(args);
    if (!List.of("--quick").containsAll(given)) {
      System.err.println("bench/poll [--quick]");
      System.exit(MISUSE);
    }
    Locale.setDefault(Locale.ROOT);
    Children.endWithUs();
    try (var bench = new PollBench(!given.isEmpty())) {
      bench.run();
    }
  }

  private void run() throws IOException, SQLException, InterruptedException {
    report.title("%d connectors that wait for events".formatted(connectors));
    machine();
    try (Connection connection = database.connect()) {
      List<Seat> seats = Seats.recipients(connection, house, connectors);
      Seat sender = Seats.senders(connection, house, 1).getFirst();
      memory("before they come");
      Tls tls = Tls.of(house);
      List<Waiting> all = seats.stream().map(seat -> Waiting.of(tls, house, seat)).toList();
      try {
        for (Waiting one : all) {
          one.awaitCame();
        }
        memory("while they wait");
        idle(connection);
        try (var wire = new Wire(tls, house.connectorPort(), true)) {
          wakeUps(wire, sender, all, warm);
          wakeUps(wire, sender, all, rounds).print(report);
        }
        memory("after %d were woken".formatted(warm + rounds));
      } finally {
        all.forEach(Waiting::close);
      }
    }
    machine();
    report.summary();
    NodeLog.complaints(house).forEach(complaint -> System.err.println("  log: " + complaint));
  }

  /** What waiting alone costs. */
  private void idle(Connection connection) throws SQLException, InterruptedException {
    var asked = new StatementCount(connection);
    CpuMeter used = CpuMeter.start(Map.of("server", house.pid(), "client", myself()));
    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
    report.row("processors while nothing happens", used.text());
    report.row("asked of the database a second meanwhile", asked.perCall(IDLE_SECONDS));
  }

  private static long myself() {
    return ProcessHandle.current().pid();
  }

  /**
   * From the call, and from its answer, to the connector's news, nanoseconds each. The commit lies
   * between call and answer, so that news may be there before the sender has its receipt.
   */
  private record WakeUps(List<Long> fromCall, List<Long> fromAnswer) {
    void print(Report report) {
      report.row("from the call of the sender to the news", line(fromCall));
      report.row("from the answer to the sender to the news", line(fromAnswer));
    }

    private static String line(List<Long> nanos) {
      List<Long> sorted = nanos.stream().sorted().toList();
      return "p50 %.2f ms   p99 %.2f ms   longest %.2f ms"
          .formatted(at(sorted, 0.5), at(sorted, 0.99), sorted.getLast() / 1e6);
    }

    private static double at(List<Long> sorted, double part) {
      return sorted.get((int) (part * sorted.size())) / 1e6;
    }
  }

  private WakeUps wakeUps(Wire wire, Seat sender, List<Waiting> all, int count)
      throws IOException, InterruptedException {
    var fromCall = new ArrayList<Long>();
    var fromAnswer = new ArrayList<Long>();
    for (int i = 0; i < count; i++) {
      Waiting one = all.get(ThreadLocalRandom.current().nextInt(all.size()));
      Multipart body =
          UnitTemplate.body(UnitTemplate.of(sender.number(), one.seat().number(), 5).unit(units++));
      var send =
          new Wire.Call(
              "PUT",
              "/api/v1/transmissions/" + TimeOrderedId.next(),
              sender.token(),
              body.contentType(),
              body.bytes());
      long begin = System.nanoTime();
      Wire.Answer answer = wire.call(send);
      long answered = System.nanoTime();
      if (answer.status() != 201) {
        throw new IOException(answer.status() + " " + answer.text());
      }
      long news = one.awaitNews(PATIENCE);
      fromCall.add(news - begin);
      fromAnswer.add(news - answered);
      TimeUnit.MILLISECONDS.sleep(BREATH.toMillis());
    }
    return new WakeUps(fromCall, fromAnswer);
  }

  private long units = 1;

  private void memory(String when) throws IOException {
    long pid = house.pid();
    Matcher threads = THREADS.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
    report.row(
        "node " + when,
        "heap after a collection %d MiB, resident %d MiB, %s threads"
            .formatted(
                Tool.heapAfterCollection(pid),
                Tool.resident(pid),
                threads.find() ? threads.group(1) : "?"));
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
