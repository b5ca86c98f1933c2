package jp.careplan.exchange.internal.standard;

/**
 * A unit of a folder, and what the check found out.
 *
 * @param folder as whoever gave the files would write it; empty where there is none
 */
public record FolderUnit(String folder, FileGroup group, UnitReport report) {
  public boolean accepted() {
    return report.verdict() == UnitReport.Verdict.ACCEPTED;
  }
}
