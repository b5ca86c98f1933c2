package jp.careplan.application;

/** Counts what an import does. */
final class ImportTally {
  private int opened;
  private int changed;
  private int unchanged;

  void opened() {
    opened++;
  }

  void known(boolean otherwise) {
    if (otherwise) {
      changed++;
    } else {
      unchanged++;
    }
  }

  ImportCounts counts(int vanished, int closed) {
    return new ImportCounts(
        opened + changed + unchanged, opened, changed, unchanged, vanished, closed);
  }
}
