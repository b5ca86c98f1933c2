package jp.careplan.app.setup;

import java.io.IOException;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs before the server: checks the settings and writes what Payara Micro starts from into a
 * folder that only the owner can read: {@code boot.txt} (protocols), {@code doors.txt} (listeners),
 * {@code system.properties}, and the trust store of the listeners, which the application writes
 * anew before they are opened.
 */
public final class Preparation {
  private static final int MISUSE = 2;
  private static final int SWALLOWED_BYTES = 32 * 1024 * 1024;

  /** The server's own switch, --nohazelcast, leaves a port open on all addresses. */
  private static final String NO_GRID =
      "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false";

  private static final String LOOPBACK_LISTENER =
      "set configs.config.server-config.network-config.network-listeners"
          + ".network-listener.http-listener";

  private static final String TRANSPORT =
      "set configs.config.server-config.network-config.transports.transport.tcp";

  /** How long a thread waits for the next byte of a body. */
  private static final int READ_TIMEOUT_MILLIS = 10_000;

  private static final String MANAGEMENT_THREADS = "4";

  private Preparation() {}

  /**
   * Arguments: the folder to write to. Exit 0 when the server may start, 2 with a reason a line.
   */
  public static void main(String[] args) throws IOException {
    try {
      Settings settings = Settings.read(System.getenv());
      refuseTakenPorts(settings);
      Path folder = Path.of(args[0]);
      Files.createDirectories(folder);
      write(folder.resolve("boot.txt"), protocols(settings));
      write(folder.resolve("doors.txt"), listeners(settings));
      Path trust = folder.resolve("trust.p12").toAbsolutePath();
      Files.copy(
          Path.of(settings.get("careplan.trust.file")), trust, StandardCopyOption.REPLACE_EXISTING);
      Map<String, String> all = new TreeMap<>(settings.all());
      all.put("careplan.trust.listener", trust.toString());
      write(folder.resolve("system.properties"), properties(all));
    } catch (Settings.BadSettings e) {
      e.faults().forEach(line -> System.err.println("careplan: " + line));
      System.exit(MISUSE);
    }
  }

  /** The server itself would go on without the listener and say so in its log alone. */
  private static void refuseTakenPorts(Settings settings) {
    List<String> faults =
        settings.ports().entrySet().stream()
            .filter(port -> isTaken(port.getValue()))
            .map(port -> port.getKey() + ": port " + port.getValue() + " is taken")
            .toList();
    if (!faults.isEmpty()) {
      throw new Settings.BadSettings(faults);
    }
  }

  private static boolean isTaken(int port) {
    try {
      new ServerSocket(port).close();
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException e) {
      Files.createFile(file);
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String properties(Map<String, String> values) throws IOException {
    var properties = new Properties();
    properties.putAll(values);
    var text = new StringWriter();
    properties.store(text, null);
    return text.toString();
  }

  private static String protocols(Settings settings) {
    return Stream.of(
            tlsProtocol(
                "connector", "want", !settings.get("careplan.connector.tls12").equals("true")),
            tlsProtocol("public", "", false),
            Stream.of(
                "set configs.config.server-config.thread-pools.thread-pool.http-thread-pool"
                    + ".max-thread-pool-size="
                    + settings.get("careplan.http.threads"),
                threadPool("connector", settings.get("careplan.http.threads")),
                threadPool("management", MANAGEMENT_THREADS),
                TRANSPORT + ".read-timeout-millis=" + READ_TIMEOUT_MILLIS,
                LOOPBACK_LISTENER + ".address=127.0.0.1",
                LOOPBACK_LISTENER + ".enabled=false",
                quiet("http-listener"),
                NO_GRID),
            management())
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * Opened when the application stands behind them, the management address last: what is ready
   * there is open everywhere, and nobody is told by a server still starting that an address does
   * not exist.
   */
  private static String listeners(Settings settings) {
    return Stream.of(
            listener("connector", settings.get("careplan.connector.port"), "connector", ""),
            listener("public", settings.get("careplan.public.https-port"), "http-thread-pool", ""),
            LOOPBACK_LISTENER + ".enabled=true",
            listener(
                "management",
                settings.get("careplan.management.port"),
                "management",
                "--address 127.0.0.1 "))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Whoever floods one listener takes no thread from another. */
  private static String threadPool(String name, String most) {
    return "create-threadpool --minthreadpoolsize 2 --maxthreadpoolsize " + most + " " + name;
  }

  private static String listener(String name, String port, String threads, String address) {
    return "create-network-listener "
        + address
        + "--listenerport "
        + port
        + " --protocol "
        + name
        + " --threadpool "
        + threads
        + " --transport tcp "
        + name;
  }

  /** Files and passwords are named, not written out: the server reads them from its properties. */
  private static Stream<String> tlsProtocol(String name, String clientAuth, boolean tls13Only) {
    String protocol = "configs.config.server-config.network-config.protocols.protocol." + name;
    String ssl = "set " + protocol + ".ssl.";
    return Stream.of(
        "create-protocol --securityenabled=true " + name,
        "create-http --default-virtual-server server " + name,
        "create-ssl --type http-listener --certname server " + name,
        ssl + "key-store=" + "${careplan.tls.file}",
        ssl + "key-store-password=" + "${careplan.tls.password}",
        ssl + "trust-store=" + "${careplan.trust.listener}",
        ssl + "trust-store-password=" + "${careplan.trust.password}",
        ssl + "trust-algorithm=PKIX",
        ssl + "client-auth=" + clientAuth,
        ssl + "tls12-enabled=" + !tls13Only,
        quiet(name),
        "set " + protocol + ".http.http2-enabled=false");
  }

  /** Health and metrics on an address of their own, on loopback; no other listener serves them. */
  private static Stream<String> management() {
    return Stream.of(
        "create-virtual-server --hosts localhost management",
        "create-protocol management",
        "create-http --default-virtual-server management management",
        "set-microprofile-healthcheck-configuration --enabled=true --virtualservers=management",
        "set configs.config.server-config.microprofile-metrics-configuration"
            + ".virtual-servers=management",
        "set-openapi-configuration --enabled=false",
        quiet("management"));
  }

  /** Tells nobody which server this is, and hangs up on who talks on after having been refused. */
  private static String quiet(String protocol) {
    String http =
        "set configs.config.server-config.network-config.protocols.protocol." + protocol + ".http.";
    return http
        + "xpowered-by=false\n"
        + http
        + "server-header=false\n"
        + http
        + "max-swallowing-input-bytes="
        + SWALLOWED_BYTES;
  }
}
