package jp.careplan.app.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Node;

/** {@code bench/crash}: kills server and database under load and looks what is left. */
public final class CrashRun implements AutoCloseable {
  private static final int MISUSE = 2;
  private static final int KILLS = 50;
  private static final int SHORT_KILLS = 5;
  private static final Duration LONGEST = Duration.ofMinutes(60);
  private static final Duration SHORT_LONGEST = Duration.ofSeconds(75);
  private static final int SENDERS = 6;
  private static final int RECIPIENTS = 8;
  private static final int MOST_PEOPLE = 14;
  private static final int PEACE_MILLIS = 2500;
  private static final int HEALING_SECONDS = 60;
  private static final int WHILE_STARTING = 5;
  private static final int BOTH = 7;
  private static final int MOST_TOLD = 50;

  private final int kills;
  private final Duration longest;
  private final Random random;
  private final Ledger ledger = new Ledger();
  private final Database.MariaDb database;
  private final Node node;
  private final List<Seat> senders;
  private final List<Seat> recipients;
  private final List<Courier> couriers = new ArrayList<>();

  private CrashRun(int kills, Duration longest, long seed) throws SQLException {
    this.kills = kills;
    this.longest = longest;
    this.random = new Random(seed);
    database = Database.MariaDb.start();
    node = Node.start(database, Map.of());
    try (Connection connection = database.connect()) {
      senders = Seats.senders(connection, node, SENDERS);
      recipients = Seats.recipients(connection, node, RECIPIENTS);
    }
  }

  /** Arguments: {@code --kills N}, {@code --short}, {@code --seed N}. */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    int kills = KILLS;
    Duration longest = LONGEST;
    long seed = new Random().nextLong(1_000_000);
    for (Iterator<String> left = Arrays.asList(args).iterator(); left.hasNext(); ) {
      String argument = left.next();
      if (argument.equals("--short")) {
        kills = SHORT_KILLS;
        longest = SHORT_LONGEST;
      } else if (argument.equals("--kills") && left.hasNext()) {
        kills = Integer.parseInt(left.next());
      } else if (argument.equals("--seed") && left.hasNext()) {
        seed = Long.parseLong(left.next());
      } else {
        System.err.println("bench/crash [--kills N] [--short] [--seed N]");
        System.exit(MISUSE);
      }
    }
    Children.endWithUs();
    System.out.println(kills + " kills, seed " + seed);
    boolean sound;
    try (var run = new CrashRun(kills, longest, seed)) {
      sound = run.run();
    }
    System.exit(sound ? 0 : 1);
  }

  private boolean run() throws Exception {
    try (ExecutorService workers = Executors.newFixedThreadPool(SENDERS)) {
      for (int i = 0; i < SENDERS; i++) {
        var courier = new Courier(routes(senders.get(i)), wire(), ledger, new Random(i));
        couriers.add(courier);
        workers.execute(courier);
      }
      try {
        killAll();
      } finally {
        couriers.forEach(Courier::leave);
      }
    }
    System.out.println("units with a receipt in hand: " + ledger.count());
    ledger.answers().forEach((what, times) -> System.out.println("  " + times + " x " + what));
    inspect();
    NodeLog.complaints(node).forEach(line -> System.out.println("  log: " + line));
    return tell();
  }

  private List<Route> routes(Seat sender) {
    return recipients.stream()
        .map(recipient -> Route.of(sender, recipient, 1 + random.nextInt(MOST_PEOPLE)))
        .toList();
  }

  private Wire wire() {
    return new Wire(Tls.of(node), node.connectorPort(), true);
  }

  private void killAll() throws IOException, InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    for (int kill = 1; kill <= kills; kill++) {
      if (System.nanoTime() > end) {
        System.out.println("Time is up after " + (kill - 1) + " kills of " + kills);
        return;
      }
      int peace = random.nextInt(PEACE_MILLIS);
      TimeUnit.MILLISECONDS.sleep(peace);
      String what;
      try {
        what = kill(kill);
      } catch (IllegalStateException e) {
        ledger.fault("kill " + kill + ": " + String.valueOf(e.getMessage()).lines().findFirst());
        System.out.println(NodeLog.threads(node));
        return;
      }
      long up = System.nanoTime();
      awaitReceipt();
      System.out.printf(
          "%3d after %4d ms: %s; next receipt %.1f s after it was up; %d units so far%n",
          kill, peace, what, (System.nanoTime() - up) / 1e9, ledger.count());
    }
  }

  /** By turns, sometimes both, sometimes once more while it starts. */
  private String kill(int kill) throws IOException, InterruptedException {
    boolean again = kill % WHILE_STARTING == 0;
    if (kill % BOTH == 0) {
      database.crash();
      node.crash();
      database.restart();
      node.restart();
      return "both killed";
    }
    if (kill % 2 == 0) {
      node.crash();
      if (again) {
        node.launchAgain();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(8000));
        node.crash();
      }
      node.restart();
      return again ? "server killed, and again while it started" : "server killed";
    }
    database.crash();
    if (again) {
      database.launchAgain();
      TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
      database.crash();
    }
    database.restart();
    return again ? "database killed, and again while it started" : "database killed";
  }

  /** Nobody helps it: it has to find its way back by itself. */
  private void awaitReceipt() throws InterruptedException {
    int before = ledger.count();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HEALING_SECONDS);
    while (ledger.count() < before + SENDERS) {
      if (System.nanoTime() > end) {
        ledger.fault("no receipts within " + HEALING_SECONDS + " s after a restart");
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void inspect() throws SQLException, IOException, InterruptedException {
    List<Delivery> deliveries = ledger.deliveries();
    try (Connection connection = database.connect()) {
      HalfVisible.look(connection, ledger);
    }
    try (var wire = wire()) {
      var inspection = new Inspection(ledger, wire);
      Map<Seat, List<Delivery>> byRecipient =
          deliveries.stream().collect(Collectors.groupingBy(d -> d.route().recipient()));
      for (Seat recipient : recipients) {
        inspection.inbox(recipient, byRecipient.getOrDefault(recipient, List.of()));
      }
    }
    var left = new ConcurrentLinkedQueue<>(deliveries);
    try (ExecutorService workers = Executors.newFixedThreadPool(SENDERS)) {
      List<Callable<Boolean>> inspectors = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        inspectors.add(() -> inspectAll(left));
      }
      for (Future<Boolean> inspector : workers.invokeAll(inspectors)) {
        inspector.get();
      }
    } catch (java.util.concurrent.ExecutionException e) {
      ledger.fault("the inspection broke off: " + e.getCause());
    }
  }

  private boolean inspectAll(ConcurrentLinkedQueue<Delivery> left) throws IOException {
    try (var wire = wire()) {
      var inspection = new Inspection(ledger, wire);
      for (Delivery next = left.poll(); next != null; next = left.poll()) {
        inspection.delivery(next);
      }
      return true;
    }
  }

  private boolean tell() {
    if (ledger.faults().isEmpty()) {
      System.out.println(
          "Every receipted unit is there once, whole and readable; nothing is half visible.");
      return true;
    }
    System.out.println("WRONG:");
    ledger.faults().entrySet().stream()
        .limit(MOST_TOLD)
        .forEach(
            fault -> System.out.println("  " + fault.getKey() + " (" + fault.getValue() + ")"));
    return false;
  }

  @Override
  public void close() {
    node.close();
    database.close();
  }
}
