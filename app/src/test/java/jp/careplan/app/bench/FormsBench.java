package jp.careplan.app.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.application.page.PdfFont;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.form.UnitForms;
import jp.careplan.exchange.internal.paper.FormPaper;
import jp.careplan.exchange.internal.standard.SourceFile;

/** {@code bench/forms}: how long a month of a hundred people takes to open, and to become PDF. */
public final class FormsBench implements AutoCloseable {
  private static final int MISUSE = 2;
  private static final int PEOPLE = 100;
  private static final int SERVICES = 4;
  private static final long MIB = 1 << 20;
  private static final Charset MS932 = Charset.forName("MS932");
  private static final String SENDER = "9970000011";
  private static final String FONT = "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf";

  private final int rounds;
  private final Report report = new Report();
  private final Database.MariaDb database;
  private final Node house;

  private FormsBench(boolean quick) {
    rounds = quick ? 5 : 40;
    database = Database.MariaDb.start();
    house = Node.start(database, Map.of());
  }

  /** Argument: {@code --quick}. */
  public static void main(String[] args) throws Exception {
    List<String> given = List.of(args);
    if (!List.of("--quick").containsAll(given)) {
      System.err.println("bench/forms [--quick]");
      System.exit(MISUSE);
    }
    Locale.setDefault(Locale.ROOT);
    Children.endWithUs();
    try (var bench = new FormsBench(!given.isEmpty())) {
      bench.run();
    }
  }

  private void run() throws IOException {
    List<OfferedFile> month = month();
    long bytes = month.stream().mapToLong(it -> it.content().length).sum();
    report.title(
        "Forms of %d people, %d services each: %d KB as sent"
            .formatted(PEOPLE, SERVICES, bytes / 1024));
    machine();
    OfficeClient sender = house.office(SENDER).signIn();
    var id = TransmissionId.next();
    var answer = sender.offer(id, month);
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    var pages = new PageClient(house);
    pages.enter(OfficeClient.json(sender.post("/handoff", "")).getString("url"));
    String read = "/office/read?id=" + id;
    time(pages, "list of the people", 1.0, any -> read);
    time(pages, "one person", 1.0, round -> read + "&person=" + (1 + round % PEOPLE));
    time(
        pages,
        "one person as PDF",
        0,
        round -> "/office/paper/" + id + "/" + (1 + round % PEOPLE) + ".pdf");
    time(pages, "all of them as PDF", 0, any -> "/office/paper/" + id + "/all.pdf");
    report.row(
        "heap of the node after a collection", Tool.heapAfterCollection(house.pid()) + " MiB");
    document(month);
    machine();
    report.summary();
    NodeLog.complaints(house).forEach(complaint -> System.err.println("  log: " + complaint));
  }

  private void machine() {
    report.row(
        "load of the machine (1 minute)",
        "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
  }

  /** First one, and the middle of the others. */
  private void time(PageClient pages, String name, double aim, IntFunction<String> path)
      throws IOException {
    List<Double> seconds = new ArrayList<>();
    int size = 0;
    for (int round = 0; round <= rounds; round++) {
      long begin = System.nanoTime();
      HttpResponse<byte[]> answer = pages.bytes(path.apply(round));
      seconds.add((System.nanoTime() - begin) / 1e9);
      size = answer.body().length;
      if (answer.statusCode() != 200) {
        throw new IOException(answer.statusCode() + " at " + path.apply(round));
      }
    }
    double first = seconds.removeFirst();
    double middle = seconds.stream().sorted().toList().get(seconds.size() / 2);
    report.row(name, "first %.2f s, then %.3f s, %d KB".formatted(first, middle, size / 1024));
    if (aim > 0) {
      report.aim(name + ", first time [s]", first, "below " + aim, first < aim);
      report.aim(name + ", then [s]", middle, "below " + aim, middle < aim);
    }
  }

  /** What the document of all holds in memory when it is ready to leave. */
  private void document(List<OfferedFile> month) throws IOException {
    var unit = UnitForms.of(month.stream().map(InMemory::new).toList());
    long before = used();
    try (var paper = new FormPaper(new PdfFont(FONT), "bench")) {
      for (var person : unit.people()) {
        paper.add(person.called(), unit.forms(person), at -> Optional.empty());
      }
      report.row(
          "heap that the PDF of all holds before it leaves",
          "%d MiB, %d pages".formatted((used() - before) / MIB, paper.pages()));
      paper.writeTo(OutputStream.nullOutputStream());
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** A hundred people with several services at different times on different days. */
  private static List<OfferedFile> month() {
    return SampleUnit.plan(SENDER, "9970000022", "20260520090000").people(PEOPLE).files().stream()
        .map(file -> file.name().startsWith("UPPLAN") ? busier(file) : file)
        .toList();
  }

  private static OfferedFile busier(OfferedFile file) {
    String text =
        new String(file.content(), MS932)
            .lines()
            .flatMap(line ->
                IntStream.range(0, SERVICES)
                    .mapToObj(it ->
                        line.replace(",0930,1030,", ",%02d30,%02d30,".formatted(9 + it, 10 + it))))
            .map(line -> line + "\r\n")
            .collect(Collectors.joining());
    return new OfferedFile(file.name(), text.getBytes(MS932));
  }

  /** A file that is in memory anyway. */
  private record InMemory(OfferedFile file) implements SourceFile {
    @Override
    public String name() {
      return file.name();
    }

    @Override
    public long size() {
      return file.content().length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(file.content());
    }
  }

  @Override
  public void close() {
    house.close();
    database.close();
  }
}
