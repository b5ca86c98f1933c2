package jp.careplan.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.OfficeNumber;

/** The audit trail (監査証跡) for those who may read it. */
public interface TrailDesk {
  /**
   * What is looked for; empty texts: all. Both days are included.
   *
   * @param subject how it begins, for example the ID of a transmission; or its name
   */
  record Filter(
      String office,
      String actor,
      String action,
      String subject,
      Optional<LocalDate> from,
      Optional<LocalDate> until) {}

  /** Newest first. */
  List<AuditReading.Line> read(
      OperatorSession by, Filter filter, Optional<AuditReading.Mark> after, int most);

  /** What people call what these entries are about, by the entry's subject. */
  Map<String, String> names(List<AuditReading.Line> lines);

  /** The newest entries of one office, for whoever looks at that office. */
  List<AuditReading.Line> newestOf(OperatorSession by, OfficeNumber office, int most);

  /** Notes that entries leave the house as a file. */
  void exported(OperatorSession by, Filter filter);
}
