package jp.careplan.launcher.errand;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import jp.careplan.launcher.api.Summary;
import jp.careplan.launcher.api.Summary.FileEntry;
import jp.careplan.launcher.profile.AtomicFile;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.unit.Hash;

/**
 * Where received units are laid: a folder each, {@code SEQUENCE_SENDER}, so that sorting by name is
 * the order of taking in. A unit shows up with all its files or not at all.
 */
public record UnitFolder(Path path) {
  /** Names come from another office: nothing that could lead out of the folder. */
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");

  Part open(Summary unit) throws IOException {
    Path whole = path.resolve(harmless(unit.sequence()) + "_" + harmless(unit.sender().number()));
    Path part = path.resolve("." + harmless(unit.id()) + ".part");
    var fresh = new Part(part, whole);
    fresh.close(); // what a crash left behind
    Files.createDirectories(part);
    return fresh;
  }

  private static String harmless(String name) {
    if (!HARMLESS.matcher(name).matches()) {
      throw new Trouble(LauncherProblem.BYTES_DIFFER, "使えない名前のファイルです。");
    }
    return name;
  }

  /** A unit on its way; what is left of it disappears when it is closed. */
  record Part(Path part, Path whole) implements AutoCloseable {
    Path place(FileEntry file) {
      return part.resolve(harmless(file.name()));
    }

    void verify(FileEntry file) throws IOException {
      Path saved = place(file);
      if (!Hash.of(saved).equals(file.sha256())) {
        throw new Trouble(LauncherProblem.BYTES_DIFFER, "ファイル: " + file.name());
      }
      try (var channel = FileChannel.open(saved, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }

    /** A message is laid beside as a text that people can read. */
    void note(String name, byte[] text) throws IOException {
      Files.write(part.resolve(name), text);
    }

    Path finish() throws IOException {
      if (Files.exists(whole)) {
        complete();
      } else {
        AtomicFile.forceFolder(part);
        Files.move(part, whole, ATOMIC_MOVE);
      }
      AtomicFile.forceFolder(whole);
      return whole;
    }

    /** The unit was saved before, perhaps in part: adds what is missing, overwrites nothing. */
    private void complete() throws IOException {
      for (Path saved : files()) {
        Path there = whole.resolve(saved.getFileName());
        if (Files.exists(there) && Files.mismatch(saved, there) != -1) {
          throw new Trouble(LauncherProblem.OTHER_FILE_THERE, "ファイル: " + there);
        }
      }
      for (Path saved : files()) {
        Path there = whole.resolve(saved.getFileName());
        if (!Files.exists(there)) {
          Files.move(saved, there, ATOMIC_MOVE);
        }
      }
    }

    private java.util.List<Path> files() throws IOException {
      try (var saved = Files.list(part)) {
        return saved.toList();
      }
    }

    @Override
    public void close() throws IOException {
      if (!Files.exists(part)) {
        return;
      }
      for (Path left : files()) {
        Files.delete(left);
      }
      Files.delete(part);
    }
  }
}
