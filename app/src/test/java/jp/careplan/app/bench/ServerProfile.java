package jp.careplan.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Records with the JDK's flight recorder what a node does while something runs. */
final class ServerProfile {
  private static final String SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <configuration version="2.0">
        <event name="jdk.ExecutionSample">
          <setting name="enabled">true</setting><setting name="period">10 ms</setting>
        </event>
        <event name="jdk.SocketRead">
          <setting name="enabled">true</setting><setting name="threshold">0 ms</setting>
          <setting name="throttle">off</setting><setting name="stackTrace">false</setting>
        </event>
      </configuration>
      """;

  /** Where a sample belongs: by the first frame, from the innermost out, that one of these fits. */
  private static final Map<String, List<String>> PLACES = new LinkedHashMap<>();

  static {
    PLACES.put(
        "check against the standard",
        List.of("jp.careplan.exchange.internal.standard.", "jp.careplan.exchange.BundleCheck"));
    PLACES.put("seal (deflate, AES)", List.of("jp.careplan.exchange.internal.encryption."));
    PLACES.put("sign the receipt (CMS)", List.of("jp.careplan.exchange.internal.evidence."));
    PLACES.put("hash", List.of("jp.careplan.kernel.Sha256"));
    PLACES.put("database driver", List.of("com.mysql."));
    PLACES.put("JPA (EclipseLink)", List.of("org.eclipse.persistence."));
    PLACES.put(
        "connection pool and JTA",
        List.of(
            "com.sun.gjc.",
            "com.sun.enterprise.resource.",
            "com.sun.enterprise.connectors.",
            "com.sun.enterprise.transaction.",
            "com.sun.jts.",
            "org.glassfish.cdi.transaction."));
    PLACES.put("multipart", List.of("org.apache.commons.fileupload2."));
    PLACES.put("TLS", List.of("sun.security.ssl.", "org.glassfish.grizzly.ssl."));
    PLACES.put("JSON", List.of("org.eclipse.parsson.", "org.eclipse.yasson.", "jakarta.json."));
    PLACES.put("configuration", List.of("fish.payara.nucleus.microprofile.config."));
    PLACES.put("CDI (Weld)", List.of("org.jboss.weld.", "org.glassfish.weld."));
    PLACES.put("JAX-RS (Jersey)", List.of("org.glassfish.jersey.", "org.glassfish.hk2."));
    PLACES.put("servlet container", List.of("org.apache.catalina.", "fish.payara."));
    PLACES.put("HTTP (Grizzly)", List.of("org.glassfish.grizzly."));
    PLACES.put("own code otherwise", List.of("jp.careplan."));
  }

  /** Questions that every send asks first: a sample counts for one that stands anywhere in it. */
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "of all: session and terminal", "jp.careplan.app.security.ConnectorFilter",
          "of all: licence and terms", "jp.careplan.licensing.");

  private final Map<String, Integer> samples = new TreeMap<>();
  private final Map<String, Integer> questions = new TreeMap<>();
  private int sampleCount;
  private int reads;
  private long readNanos;

  private ServerProfile() {}

  /** Records while something runs. */
  static ServerProfile of(long pid, int databasePort, Runnable what) throws IOException {
    Path settings = Files.createTempFile("careplan-profile", ".jfc");
    Path recording = Files.createTempFile("careplan-profile", ".jfr");
    Files.writeString(settings, SETTINGS);
    Tool.jcmd(pid, "JFR.start", "name=bench", "settings=" + settings);
    what.run();
    Tool.jcmd(pid, "JFR.stop", "name=bench", "filename=" + recording);
    var profile = new ServerProfile();
    try (var events = new RecordingFile(recording)) {
      while (events.hasMoreEvents()) {
        profile.add(events.readEvent(), databasePort);
      }
    }
    Files.delete(settings);
    Files.delete(recording);
    return profile;
  }

  private void add(RecordedEvent event, int databasePort) {
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample" -> {
        sampleCount++;
        samples.merge(place(event.getStackTrace()), 1, Integer::sum);
        QUESTIONS.forEach((question, type) -> {
          if (isWithin(event.getStackTrace(), type)) {
            questions.merge(question, 1, Integer::sum);
          }
        });
      }
      case "jdk.SocketRead" -> {
        if (event.getInt("port") == databasePort) {
          reads++;
          readNanos += event.getDuration().toNanos();
        }
      }
      default -> {}
    }
  }

  private static boolean isWithin(@Nullable RecordedStackTrace trace, String type) {
    return trace != null
        && trace.getFrames().stream()
            .anyMatch(frame -> frame.getMethod().getType().getName().startsWith(type));
  }

  private static String place(RecordedStackTrace trace) {
    if (trace == null) {
      return "otherwise";
    }
    for (RecordedFrame frame : trace.getFrames()) {
      String type = frame.getMethod().getType().getName();
      for (Map.Entry<String, List<String>> place : PLACES.entrySet()) {
        if (place.getValue().stream().anyMatch(type::startsWith)) {
          return place.getKey();
        }
      }
    }
    return "otherwise";
  }

  /** Milliseconds that a call waited for the database. */
  double databaseWait(int calls) {
    return readNanos / 1e6 / calls;
  }

  /** Answers of the database that a call waited for. */
  double databaseAnswers(int calls) {
    return (double) reads / calls;
  }

  /** Prints the places, most time first. */
  void print(Report report) {
    samples.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> report.row(entry.getKey(), part(entry.getValue())));
    QUESTIONS
        .keySet()
        .forEach(question -> report.row(question, part(questions.getOrDefault(question, 0))));
  }

  private String part(int count) {
    return "%5.1f %%".formatted(100.0 * count / sampleCount);
  }
}
