package jp.careplan.launcher.errand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.careplan.launcher.profile.AtomicFile;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/**
 * What this PC began to receive. Receiving makes a transmission "read" on the server, so without
 * this note a crash before the last file would leave it behind.
 */
public record Begun(Path folder) {
  void note(String id) {
    AtomicFile.write(folder.resolve(id), new byte[0]);
  }

  void finish(String id) {
    try {
      Files.deleteIfExists(folder.resolve(id));
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.DISK, "フォルダ: " + folder, e);
    }
  }

  List<String> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var notes = Files.list(folder)) {
      return notes
          .map(it -> String.valueOf(it.getFileName()))
          .filter(it -> !it.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "フォルダ: " + folder, e);
    }
  }
}
