package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.careplan.exchange.Freezing.Look;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.AuditReading.Filter;
import jp.careplan.kernel.AuditReading.Line;
import jp.careplan.kernel.AuditReading.Mark;
import jp.careplan.kernel.OfficeNumber;

/** Who of an office did something with a transmission, by the audit trail. */
@ApplicationScoped
class WhoLooked {
  private static final int AT_ONCE = 500;

  /** What the largest office does in some months; whoever asks waits for it. */
  private static final int MOST = 100;

  @Inject private AuditReading trail;

  /**
   * What was found.
   *
   * @param cut whether the trail is longer than what was looked through
   */
  record Found(List<Look> looks, boolean cut) {}

  Found at(OfficeNumber office, TransmissionId id, Instant since) {
    var filter = new Filter(office.value(), "", "", Set.of(), Optional.of(since), Optional.empty());
    List<Look> looks = new ArrayList<>();
    Optional<Mark> after = Optional.empty();
    for (int pages = 0; pages < MOST; pages++) {
      List<Line> lines = trail.read(filter, after, AT_ONCE);
      lines.stream()
          .filter(line -> concerns(line, id))
          .map(line -> new Look(line.at(), line.entry().actor(), line.entry().action()))
          .forEach(looks::add);
      if (lines.size() < AT_ONCE) {
        return new Found(oldestFirst(looks), false);
      }
      after = Optional.of(new Mark(lines.getLast().at(), lines.getLast().id()));
    }
    return new Found(oldestFirst(looks), true);
  }

  /** The subject is the transmission, or a person of it by place. */
  private static boolean concerns(Line line, TransmissionId id) {
    String subject = line.entry().subject();
    return subject.equals(id.value()) || subject.startsWith(id.value() + "/");
  }

  private static List<Look> oldestFirst(List<Look> looks) {
    Collections.reverse(looks);
    return List.copyOf(looks);
  }
}
