package jp.careplan.app.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.careplan.app.setup.DemoHome;

/** One running node, started by the same script as in production, with demo offices. */
public final class Node implements AutoCloseable {
  /** A node of a test is gone before the second compiler has paid; one that is measured is not. */
  private static final String SHORT_LIFE = "-Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path serve;
  private final Path home;
  private final Map<String, String> settings;
  private final int publicPort;
  private final int connectorPort;
  private Process process;

  private Node(
      Path serve, Path home, Map<String, String> settings, int publicPort, int connectorPort)
      throws IOException {
    this.serve = serve;
    this.home = home;
    this.settings = settings;
    this.publicPort = publicPort;
    this.connectorPort = connectorPort;
    this.process = launch();
  }

  /** Starts a node with a new home and waits until it answers. */
  public static Node start(Database database, Map<String, String> more) {
    return start(Folders.project().resolve("app/bin/serve"), database, more);
  }

  /** On a home that is there already. */
  public static Node start(Path home, Database database) {
    return start(Folders.project().resolve("app/bin/serve"), home, database, Map.of());
  }

  /** The same with another script than the project's own. */
  public static Node start(Path serve, Database database, Map<String, String> more) {
    return start(serve, Folders.temporary("home"), database, more);
  }

  private static Node start(Path serve, Path home, Database database, Map<String, String> more) {
    int publicPort = Folders.freePort();
    int connectorPort = Folders.freePort();
    Map<String, String> settings = new TreeMap<>();
    settings.put("CAREPLAN_CONFIG", home.resolve("careplan.properties").toString());
    settings.put("CAREPLAN_PUBLIC_PORT", String.valueOf(publicPort));
    settings.put("CAREPLAN_PUBLIC_HTTPS_PORT", String.valueOf(Folders.freePort()));
    settings.put("CAREPLAN_CONNECTOR_PORT", String.valueOf(connectorPort));
    settings.put("CAREPLAN_MANAGEMENT_PORT", String.valueOf(Folders.freePort()));
    settings.put("CAREPLAN_PUBLIC_URL", "http://localhost:" + publicPort);
    settings.put("CAREPLAN_PASSWORD_MEMORY_KIB", "64");
    settings.put("CAREPLAN_PASSWORD_ITERATIONS", "1");
    settings.put("CAREPLAN_LIMITS_REQUESTS_PER_MINUTE", "1000000");
    if (System.getProperty("careplan.test.run") != null) {
      settings.put("CAREPLAN_JAVA_OPTIONS", SHORT_LIFE);
    }
    settings.putAll(database.settings());
    settings.putAll(more);
    try {
      DemoHome.main(new String[] {home.toString()});
      var node = new Node(serve, home, settings, publicPort, connectorPort);
      try {
        node.awaitReady();
        return node;
      } catch (IOException | InterruptedException | RuntimeException e) {
        node.close();
        throw e;
      }
    } catch (Exception e) {
      throw new IllegalStateException("node does not start", e);
    }
  }

  private Process launch() throws IOException {
    var builder =
        new ProcessBuilder(serve.toString())
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("CAREPLAN_"));
    builder.environment().putAll(settings);
    builder
        .environment()
        .put("TZ", "Asia/Tokyo"); // where it runs; what is stored is UTC all the same
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  /** Waits until the public listener answers. */
  public void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient client = plainClient()) {
      while (!answers(client)) {
        if (System.nanoTime() > end || !process.isAlive()) {
          throw new IllegalStateException(
              "node does not answer; the end of its log:\n" + endOfLog());
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  /** HTTP/1.1: a connection that was upgraded while the server was starting never answers. */
  private static HttpClient plainClient() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private String endOfLog() throws IOException {
    String log = Files.readString(log());
    return log.substring(Math.max(0, log.length() - 20_000));
  }

  private boolean answers(HttpClient client) throws InterruptedException {
    try {
      var probe =
          HttpRequest.newBuilder(publicAddress("/public/v1/receipt-signers"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Kill -9 of the server itself; whatever it was doing is cut off. */
  public void crash() throws InterruptedException {
    do { // while it starts, its script may be about to launch the next process
      process.descendants().forEach(ProcessHandle::destroyForcibly);
    } while (!process.waitFor(100, TimeUnit.MILLISECONDS));
  }

  /** Starts again on the same home. */
  public void restart() throws IOException, InterruptedException {
    launchAgain();
    awaitReady();
  }

  /** Starts again on the same home and does not wait. */
  public void launchAgain() throws IOException {
    process = launch();
  }

  public Path home() {
    return home;
  }

  /** For another node beside this one, which takes it away when it goes. */
  public Path copyOfHome() throws IOException {
    Path to = Folders.temporary("home");
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(it -> !it.toString().contains("index-")).toList()) {
        Path copy = to.resolve(home.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (Files.isRegularFile(file)) {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Path settings = to.resolve("careplan.properties");
    Files.writeString(settings, Files.readString(settings).replace(home.toString(), to.toString()));
    return to;
  }

  public Path log() {
    return home.resolve("server.log");
  }

  /** Process ID of the server's own process. */
  public long pid() {
    return serverPid().orElseThrow();
  }

  /** The same; empty while the script has not started it. */
  public Optional<Long> serverPid() {
    return process
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("/java"))
        .map(ProcessHandle::pid)
        .max(Long::compare);
  }

  /** A call at the public listener, without a certificate. */
  public HttpResponse<String> publicly(String method, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = plainClient()) {
      var request =
          HttpRequest.newBuilder(publicAddress(path))
              .timeout(Duration.ofSeconds(30))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  public URI publicAddress(String path) {
    return URI.create("http://localhost:" + publicPort + path);
  }

  public URI connectorAddress(String path) {
    return URI.create("https://localhost:" + connectorPort + path);
  }

  public int connectorPort() {
    return connectorPort;
  }

  public int publicPort() {
    return publicPort;
  }

  public int publicTlsPort() {
    return Integer.parseInt(String.valueOf(settings.get("CAREPLAN_PUBLIC_HTTPS_PORT")));
  }

  /** {@code /health} and {@code /metrics}. */
  public URI managementAddress(String path) {
    return URI.create("http://localhost:" + settings.get("CAREPLAN_MANAGEMENT_PORT") + path);
  }

  /** A launcher's place at this node. */
  public OfficeClient office(String number) {
    return OfficeClient.of(this, number);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        crash();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Folders.delete(home);
  }
}
