package jp.careplan.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the audit trail (監査証跡). Who may is for the caller to know. */
public interface AuditReading {
  /**
   * What is looked for; empty texts and an empty set: all.
   *
   * @param subject how it begins, for example the ID of a transmission; found once it is sealed,
   *     some seconds later
   * @param prefectures entries of offices of these alone, two digits each
   * @param from first moment
   * @param until first moment no longer
   */
  record Filter(
      String office,
      String actor,
      String action,
      String subject,
      Set<String> prefectures,
      Optional<Instant> from,
      Optional<Instant> until) {}

  /** One entry as it stands in the trail. */
  record Line(String id, Instant at, AuditTrail.Entry entry) {}

  /**
   * Newest first.
   *
   * @param after the last line of the page before
   */
  List<Line> read(Filter filter, Optional<Mark> after, int most);

  /**
   * How often somebody did something for an office.
   *
   * @param from first moment
   * @param until first moment no longer
   */
  List<Count> count(OfficeNumber office, Instant from, Instant until);

  /** One line of it. */
  record Count(String actor, String action, long times) {}

  /** A place in the trail. */
  record Mark(Instant at, String id) {}
}
