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
   * @param prefectures entries of offices of these alone, two digits each
   * @param from first moment
   * @param until first moment no longer
   */
  record Filter(
      String office,
      String actor,
      String action,
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

  /** A place in the trail. */
  record Mark(Instant at, String id) {}
}
