package jp.careplan.app.bench;

import jakarta.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import jp.careplan.app.DemoOffices;
import jp.careplan.app.DemoOffices.DemoOffice;
import jp.careplan.app.DemoOffices.Special;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;

/** {@code bench/signin}: the sign-in of launchers, alone and while strangers guess. */
public final class SignInBench implements AutoCloseable {
  private static final int MISUSE = 2;
  private static final int MANY = 16;
  private static final int MOST_GUESSES = 20_000;

  /** Full strength, as the settings' defaults are. */
  private static final Map<String, String> STRENGTH =
      Map.of("CAREPLAN_PASSWORD_MEMORY_KIB", "19456", "CAREPLAN_PASSWORD_ITERATIONS", "2");

  private static final List<DemoOffice> OFFICES =
      DemoOffices.ALL.stream()
          .filter(office -> office.special() != Special.TEMPORARY_PASSWORD)
          .toList();

  private final boolean quick;
  private final Report report = new Report();
  private final Database.MariaDb database;
  private final Node house;
  private final AtomicInteger guesses = new AtomicInteger();

  private SignInBench(boolean quick) {
    this.quick = quick;
    database = Database.MariaDb.start();
    house = Node.start(database, STRENGTH);
  }

  /** Argument: {@code --quick}. */
  public static void main(String[] args) throws Exception {
    List<String> given = List.of(args);
    if (!List.of("--quick").containsAll(given)) {
      System.err.println("bench/signin [--quick]");
      System.exit(MISUSE);
    }
    Locale.setDefault(Locale.ROOT);
    Children.endWithUs();
    try (var bench = new SignInBench(!given.isEmpty())) {
      bench.run();
    }
  }

  private void run() throws Exception {
    report.title("Sign-in: TLS handshake with certificate, Argon2id (19 MiB, 2 passes)");
    report.row("processors", "%d".formatted(Runtime.getRuntime().availableProcessors()));
    machine();
    try (var many = new Load("sign-in", launchers(MANY));
        var one = new Load("sign-in of a good launcher", launchers(1))) {
      many.run(seconds(20, 5));
      report.row("at " + MANY, many.run(seconds(20, 5)).line());
      report.row("at 1", one.run(seconds(10, 5)).line());
      report.row("at 1, wrong passwords for its ID", beside(one, any -> userId(0)));
      report.row(
          "at 1, wrong passwords for ever other IDs",
          beside(one, number -> "KJ9999%08d".formatted(number)));
      var revocations = new Revocations(report, database, house, OFFICES.getFirst().number());
      revocations.atTheDoor(one, seconds(10, 5));
      revocations.ofOurOwn(seconds(10, 5));
    }
    machine();
    NodeLog.complaints(house).forEach(complaint -> System.err.println("  log: " + complaint));
  }

  private void machine() {
    report.row(
        "load of the machine (1 minute)",
        "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
  }

  private Duration seconds(int full, int shortened) {
    return Duration.ofSeconds(quick ? shortened : full);
  }

  private static String userId(int worker) {
    return OFFICES.get(worker % OFFICES.size()).userId();
  }

  /** Each call is a full handshake and a sign-in; the workers share the demo's offices. */
  private List<Load.Task> launchers(int workers) throws IOException {
    String password = OfficeClient.password(house);
    return IntStream.range(0, workers).mapToObj(worker -> launcher(worker, password)).toList();
  }

  private Load.Task launcher(int worker, String password) {
    String number = OFFICES.get(worker % OFFICES.size()).number();
    var tls = Tls.of(house, house.home().resolve("offices/" + number + ".p12"));
    var wire = new Wire(tls, house.connectorPort(), false);
    byte[] body =
        Json.createObjectBuilder()
            .add("userId", userId(worker))
            .add("password", password)
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    var call = new Wire.Call("POST", "/api/v1/sessions", "", "application/json", body);
    return () -> {
      Wire.Answer answer = wire.call(call);
      if (answer.status() != 201) {
        throw new IOException(answer.status() + " " + answer.text());
      }
    };
  }

  /** The good launcher while sixteen strangers guess on the public listener. */
  private String beside(Load good, IntFunction<String> guessedId) {
    Duration time = seconds(20, 5);
    int before = guesses.get();
    try (ExecutorService strangers = Executors.newSingleThreadExecutor();
        var flood = new Load("guess", strangers(guessedId))) {
      Future<Samples> guessing =
          strangers.submit((Callable<Samples>) () -> flood.run(time.plusSeconds(1)));
      String line = good.run(time).line();
      Samples guessed = guessing.get();
      return "%s; guesses %7.0f /s, %d in all"
          .formatted(line, guessed.rate(), guesses.get() - before);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private List<Load.Task> strangers(IntFunction<String> guessedId) {
    return IntStream.range(0, MANY).mapToObj(any -> stranger(guessedId)).toList();
  }

  private Load.Task stranger(IntFunction<String> guessedId) {
    PageClient.PageForm form = new PageClient(house).signInPage();
    return () -> {
      int number = guesses.incrementAndGet();
      if (number > MOST_GUESSES) {
        throw new IOException("enough guesses");
      }
      HttpResponse<String> page =
          form.send(Map.of("user-id", guessedId.apply(number), "password", "a-guess-" + number));
      if (PageClient.problem(page).isEmpty()) {
        throw new IOException(page.statusCode() + " without a problem");
      }
    };
  }

  @Override
  public void close() {
    house.close();
    database.close();
  }
}
