package jp.careplan.exchange.internal.standard;

/** A unit of a folder, and what the check found out. */
record CheckedUnit(String folder, FileGroup group, UnitReport report) {
  boolean accepted() {
    return report.verdict() == UnitReport.Verdict.ACCEPTED;
  }
}
