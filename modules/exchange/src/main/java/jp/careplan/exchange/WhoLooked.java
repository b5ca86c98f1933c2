package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.careplan.exchange.Freezing.Look;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.AuditReading.Filter;
import jp.careplan.kernel.AuditReading.Line;
import jp.careplan.kernel.OfficeNumber;

/** Who of an office did something with a transmission, by the audit trail. */
@ApplicationScoped
class WhoLooked {
  /** Far more than a unit of a hundred people is looked at. */
  private static final int MOST = 5000;

  /** An entry is found by its subject once it is sealed; what is younger is looked through. */
  private static final Duration UNSEALED = Duration.ofMinutes(5);

  @Inject private AuditReading trail;
  @Inject private Clock clock;

  /**
   * What was found.
   *
   * @param cut whether there is more of it
   */
  record Found(List<Look> looks, boolean cut) {}

  Found at(OfficeNumber office, TransmissionId id) {
    List<Line> sealed = read(office, id.value(), Optional.empty());
    List<Line> young = read(office, "", Optional.of(clock.instant().minus(UNSEALED)));
    Map<String, Line> found = new TreeMap<>();
    sealed.forEach(line -> found.put(line.id(), line));
    young.stream().filter(line -> concerns(line, id)).forEach(line -> found.put(line.id(), line));
    List<Look> looks =
        found.values().stream()
            .filter(line -> !line.entry().action().startsWith("absence-")) // a note is no look
            .sorted(Comparator.comparing(Line::at).thenComparing(Line::id))
            .map(line -> new Look(line.at(), line.entry().actor(), line.entry().action()))
            .toList();
    return new Found(looks, sealed.size() == MOST || young.size() == MOST);
  }

  private List<Line> read(OfficeNumber office, String subject, Optional<Instant> since) {
    return trail.read(
        new Filter(office.value(), "", "", subject, Set.of(), since, Optional.empty()),
        Optional.empty(),
        MOST);
  }

  /** The subject is the transmission, or a person of it by place. */
  private static boolean concerns(Line line, TransmissionId id) {
    return line.entry().subject().startsWith(id.value());
  }
}
