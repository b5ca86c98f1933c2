package jp.careplan.app.setup;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All settings there are, with their defaults. Environment {@code CAREPLAN_…} over a properties
 * file over defaults; what is unknown or impossible is told before anything starts.
 */
final class Settings {
  private enum Shape {
    TEXT,
    PORT,
    NUMBER,
    FILE,
    OPTIONAL_FILE,
    ADDRESS,
    OPTIONAL_ADDRESS,
    ADDRESSES,
    MAIL_SERVER,
    ATTACHMENT_TYPES,
    SCANNER,
    OPTIONAL_OFFICE,
    FLAG
  }

  private record Setting(String name, Shape shape, String fallback) {}

  /** Variables that begin alike and are read by the start script or by the launcher. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "CAREPLAN_CONFIG",
          "CAREPLAN_HOME",
          "CAREPLAN_PASSWORD",
          "CAREPLAN_CERTIFICATE_PASSWORD",
          "CAREPLAN_ISSUE_PASSWORD");

  /** What an attachment may be. */
  private static final String TYPES = "pdf|jpeg|png|tiff|docx|xlsx|pptx|doc|xls";

  private static final Set<String> MAIL_SCHEMES = Set.of("smtp", "smtps", "smtp+plain");

  /**
   * How Connector/J speaks to the database with few words: statements are prepared once and kept
   * (by itself it keeps 25, none of them longer than 256 characters), rows of one table go
   * together, and it does not ask for what it knows.
   */
  private static final List<String> FEW_ROUND_TRIPS =
      List.of(
          "useServerPrepStmts=true",
          "cachePrepStmts=true",
          "prepStmtCacheSize=250",
          "prepStmtCacheSqlLimit=4096",
          "rewriteBatchedStatements=true",
          "useLocalSessionState=true",
          "maintainTimeStats=false",
          "openTelemetry=DISABLED");

  /** Fallback of a setting that must be given. */
  private static final String REQUIRED = "\0";

  private static final List<Setting> ALL =
      List.of(
          new Setting("careplan.data", Shape.TEXT, REQUIRED),
          new Setting("careplan.public.port", Shape.PORT, "8080"),
          new Setting("careplan.public.https-port", Shape.PORT, "8443"),
          new Setting("careplan.connector.port", Shape.PORT, "9443"),
          new Setting("careplan.management.port", Shape.PORT, "9081"),
          new Setting("careplan.connector.tls12", Shape.FLAG, "false"),
          new Setting("careplan.public-url", Shape.ADDRESS, "http://localhost:8080"),
          new Setting("careplan.db.url", Shape.TEXT, ""),
          new Setting("careplan.db.user", Shape.TEXT, "careplan"),
          new Setting("careplan.db.password", Shape.TEXT, REQUIRED),
          new Setting("careplan.keys.file", Shape.FILE, REQUIRED),
          new Setting("careplan.keys.password", Shape.TEXT, REQUIRED),
          new Setting("careplan.tls.file", Shape.FILE, REQUIRED),
          new Setting("careplan.tls.password", Shape.TEXT, REQUIRED),
          new Setting("careplan.trust.file", Shape.FILE, REQUIRED),
          new Setting("careplan.trust.password", Shape.TEXT, REQUIRED),
          new Setting("careplan.seals.folder", Shape.TEXT, ""),
          new Setting("careplan.downloads.folder", Shape.TEXT, ""),
          new Setting("careplan.authority.file", Shape.OPTIONAL_FILE, ""),
          new Setting("careplan.authority.password", Shape.TEXT, ""),
          new Setting("careplan.authority.url", Shape.OPTIONAL_ADDRESS, ""),
          new Setting("careplan.terminals.most", Shape.NUMBER, "3"),
          new Setting("careplan.notice.unreceived-days", Shape.NUMBER, "3"),
          new Setting("careplan.revocation.lists", Shape.ADDRESSES, ""),
          new Setting("careplan.revocation.required", Shape.FLAG, "true"),
          new Setting("careplan.revocation.window-hours", Shape.NUMBER, "24"),
          new Setting("careplan.pages.kept-kib", Shape.NUMBER, "16384"),
          new Setting("careplan.demo", Shape.FLAG, "false"),
          new Setting("careplan.practice.office", Shape.OPTIONAL_OFFICE, ""),
          new Setting("careplan.takeout.part-bytes", Shape.NUMBER, "8388608"),
          new Setting("careplan.webhook.private-addresses", Shape.TEXT, ""),
          new Setting("careplan.limits.file-bytes", Shape.NUMBER, "10485760"),
          new Setting("careplan.limits.request-bytes", Shape.NUMBER, "31457280"),
          new Setting("careplan.limits.files", Shape.NUMBER, "500"),
          new Setting("careplan.limits.requests-per-minute", Shape.NUMBER, "600"),
          new Setting("careplan.message.characters", Shape.NUMBER, "2000"),
          new Setting("careplan.message.attachments", Shape.NUMBER, "5"),
          new Setting("careplan.message.attachment-bytes", Shape.NUMBER, "5242880"),
          new Setting(
              "careplan.message.types",
              Shape.ATTACHMENT_TYPES,
              "pdf jpeg png tiff docx xlsx pptx doc xls"),
          new Setting("careplan.scan.clamd", Shape.SCANNER, ""),
          new Setting("careplan.scan.seconds", Shape.NUMBER, "30"),
          new Setting("careplan.password.memory-kib", Shape.NUMBER, "19456"),
          new Setting("careplan.password.iterations", Shape.NUMBER, "2"),
          new Setting("careplan.operator.name", Shape.TEXT, ""),
          new Setting("careplan.operator.phone", Shape.TEXT, ""),
          new Setting("careplan.operator.hours", Shape.TEXT, ""),
          new Setting("careplan.passkeys", Shape.FLAG, "true"),
          new Setting("careplan.application.entrusted-only", Shape.FLAG, "true"),
          new Setting(
              "careplan.pdf.font",
              Shape.TEXT,
              "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf"),
          new Setting("careplan.mail.server", Shape.MAIL_SERVER, ""),
          new Setting("careplan.mail.from", Shape.TEXT, ""),
          new Setting("careplan.mail.user", Shape.TEXT, ""),
          new Setting("careplan.mail.password", Shape.TEXT, ""),
          new Setting("careplan.http.threads", Shape.NUMBER, "64"));

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads and checks all settings.
   *
   * @throws BadSettings with one line a fault
   */
  static Settings read(Map<String, String> environment) {
    List<String> faults = new ArrayList<>();
    Map<String, String> given = new TreeMap<>();
    given.putAll(fromFile(environment, faults));
    given.putAll(fromEnvironment(environment, faults));
    Map<String, String> values = new TreeMap<>();
    for (Setting setting : ALL) {
      String value = given.getOrDefault(setting.name(), setting.fallback());
      fault(setting, value).ifPresentOrElse(faults::add, () -> values.put(setting.name(), value));
    }
    if (!faults.isEmpty()) {
      throw new BadSettings(faults);
    }
    var settings = new Settings(values);
    if (settings.get("careplan.db.url").isEmpty()) {
      values.put("careplan.db.url", embeddedDatabase(settings.get("careplan.data")));
    }
    values.computeIfPresent("careplan.db.url", (name, url) -> brief(url));
    values.put("careplan.db.driver", driver(settings.get("careplan.db.url")));
    return settings;
  }

  /** What the address says itself stays as it says. */
  private static String brief(String url) {
    if (!url.startsWith("jdbc:mysql:")) {
      return url;
    }
    String missing =
        FEW_ROUND_TRIPS.stream()
            .filter(part -> !url.contains(part.substring(0, part.indexOf('=') + 1)))
            .collect(Collectors.joining("&"));
    return missing.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + missing;
  }

  /** A commit on H2 is written before it returns. */
  private static String embeddedDatabase(String home) {
    return "jdbc:h2:file:" + home + "/db/careplan;MODE=MySQL;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  private static String driver(String url) {
    return url.startsWith("jdbc:h2:")
        ? "org.h2.jdbcx.JdbcDataSource"
        : "com.mysql.cj.jdbc.MysqlDataSource";
  }

  private static Map<String, String> fromFile(
      Map<String, String> environment, List<String> faults) {
    String file = environment.get("CAREPLAN_CONFIG");
    if (file == null) {
      return Map.of();
    }
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      faults.add("CAREPLAN_CONFIG: cannot read " + file);
    }
    Map<String, String> found = new TreeMap<>();
    properties.forEach((name, value) -> found.put(name.toString(), value.toString().strip()));
    found.keySet().stream()
        .filter(name -> ALL.stream().noneMatch(setting -> setting.name().equals(name)))
        .forEach(name -> faults.add(name + " in " + file + ": no such setting"));
    return found;
  }

  private static Map<String, String> fromEnvironment(
      Map<String, String> environment, List<String> faults) {
    Map<String, String> found = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    ALL.forEach(setting -> names.put(variable(setting.name()), setting.name()));
    environment.forEach((variable, value) -> {
      if (names.containsKey(variable)) {
        found.put(names.get(variable), value);
      } else if (variable.startsWith("CAREPLAN_") && !NOT_OURS.contains(variable)) {
        faults.add(variable + ": no such setting");
      }
    });
    return found;
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static java.util.Optional<String> fault(Setting setting, String value) {
    String problem =
        value.equals(REQUIRED)
            ? "must be given"
            : switch (setting.shape()) {
              case TEXT -> "";
              case PORT -> isNumber(value, 1, 65_535) ? "" : "expected a port, 1 to 65535";
              case NUMBER ->
                  isNumber(value, 1, Integer.MAX_VALUE) ? "" : "expected a number above 0";
              case FILE -> Files.isReadable(Path.of(value)) ? "" : "cannot read file " + value;
              case OPTIONAL_FILE ->
                  value.isEmpty() || Files.isReadable(Path.of(value))
                      ? ""
                      : "cannot read file " + value;
              case OPTIONAL_ADDRESS ->
                  value.isEmpty() || isAddress(value) ? "" : "expected http(s)://HOST[:PORT]";
              case ADDRESSES ->
                  Stream.of(value.split("\\s+")).allMatch(Settings::isListAddress)
                      ? ""
                      : "expected http(s)://… or file:///…, parted by blanks";
              case ADDRESS -> isAddress(value) ? "" : "expected http(s)://HOST[:PORT]";
              case MAIL_SERVER ->
                  isMailServer(value)
                      ? ""
                      : "expected smtp://, smtps:// or smtp+plain://HOST:PORT, or file:///FOLDER";
              case ATTACHMENT_TYPES ->
                  value.matches("(" + TYPES + ")( (" + TYPES + "))*")
                      ? ""
                      : "expected some of " + TYPES.replace('|', ' ') + ", parted by blanks";
              case SCANNER ->
                  value.matches("|tcp://[^:/]+:[0-9]{1,5}|unix:///.+")
                      ? ""
                      : "expected tcp://HOST:PORT or unix:///PATH";
              case OPTIONAL_OFFICE ->
                  value.isEmpty() || value.matches("[0-9]{2}[0-9A-Z][0-9]{7}")
                      ? ""
                      : "expected an office number, 10 characters";
              case FLAG ->
                  Stream.of("true", "false").anyMatch(value::equals)
                      ? ""
                      : "expected true or false";
            };
    return problem.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(told(setting) + ": " + problem);
  }

  private static boolean isNumber(String text, int from, int to) {
    try {
      int number = Integer.parseInt(text);
      return number >= from && number <= to;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isAddress(String text) {
    try {
      URI address = URI.create(text);
      return address.getHost() != null
          && address.getPath().isEmpty()
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isListAddress(String text) {
    try {
      URI address = URI.create(text);
      return text.isEmpty()
          || text.startsWith("file:///")
          || (address.getHost() != null
              && ("http".equals(address.getScheme()) || "https".equals(address.getScheme())));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isMailServer(String text) {
    try {
      URI address = URI.create(text);
      return text.isEmpty()
          || (text.startsWith("file:///") && address.getPath() != null)
          || (MAIL_SCHEMES.contains(String.valueOf(address.getScheme()))
              && address.getHost() != null
              && address.getPort() > 0);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no setting " + name);
    }
    return value;
  }

  /** Ports of the listeners, by the setting's name and its variable. */
  Map<String, Integer> ports() {
    Map<String, Integer> ports = new TreeMap<>();
    ALL.stream()
        .filter(setting -> setting.shape() == Shape.PORT)
        .forEach(setting -> ports.put(told(setting), Integer.valueOf(get(setting.name()))));
    return ports;
  }

  private static String told(Setting setting) {
    return setting.name() + " (" + variable(setting.name()) + ")";
  }

  Map<String, String> all() {
    return values;
  }

  /** What keeps the server from starting. */
  static final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    BadSettings(List<String> faults) {
      super(String.join("; ", faults));
      this.faults = List.copyOf(faults);
    }

    List<String> faults() {
      return faults;
    }
  }
}
