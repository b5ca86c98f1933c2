package jp.careplan.launcher.errand;

import java.nio.file.Path;
import jp.careplan.launcher.profile.AtomicFile;

/** The receipts (受付証) this office holds, a file a transmission. */
public record Receipts(Path folder) {
  public Path keep(String id, byte[] receipt) {
    Path file = folder.resolve(id + ".p7m");
    AtomicFile.write(file, receipt);
    return file;
  }
}
