package jp.careplan.launcher.unit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/**
 * What was offered for sending, parted into units; never across folders.
 *
 * @param units in order of their sequence number, as they are to be taken in
 * @param misfits files whose name fits nothing
 * @param passedOver files in folders that are neither CSV nor JPEG, and are none of our business
 */
public record Offered(List<SendingUnit> units, List<Path> misfits, List<Path> passedOver) {
  private record Key(Path folder, FileName.Addresses addresses, String sequence) {}

  private static final Comparator<SendingUnit> IN_ORDER =
      Comparator.comparing(SendingUnit::sequence).thenComparing(unit -> unit.folder().toString());

  /** Takes files as they are and folders with all that is below them. */
  public static Offered of(Collection<Path> filesAndFolders) {
    var candidates = new TreeSet<Path>();
    var passedOver = new ArrayList<Path>();
    for (Path each : filesAndFolders) {
      if (Files.isDirectory(each)) {
        below(each).forEach(file -> (isCandidate(file) ? candidates : passedOver).add(file));
      } else {
        candidates.add(existing(each));
      }
    }
    return group(candidates, passedOver);
  }

  private static Offered group(Collection<Path> candidates, List<Path> passedOver) {
    var units = new LinkedHashMap<Key, List<Path>>();
    var misfits = new ArrayList<Path>();
    for (Path file : candidates) {
      FileName.parse(SendingUnit.nameOf(file))
          .ifPresentOrElse(
              name -> units.computeIfAbsent(key(file, name), it -> new ArrayList<>()).add(file),
              () -> misfits.add(file));
    }
    var sorted =
        units.entrySet().stream()
            .map(it -> unit(it.getKey(), it.getValue()))
            .sorted(IN_ORDER)
            .toList();
    return new Offered(sorted, misfits, passedOver);
  }

  private static Key key(Path file, FileName name) {
    return new Key(folderOf(file), name.addresses(), name.sequence());
  }

  private static SendingUnit unit(Key key, List<Path> files) {
    return new SendingUnit(key.folder(), key.addresses(), key.sequence(), List.copyOf(files));
  }

  private static Path folderOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static List<Path> below(Path folder) {
    try (var found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> !SendingUnit.nameOf(file).startsWith("."))
          .map(Offered::plain)
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "フォルダ: " + folder, e);
    }
  }

  private static Path existing(Path file) {
    if (!Files.isReadable(file)) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "ファイル: " + file);
    }
    return plain(file);
  }

  /** One name a file, so that a file named twice is offered once. */
  private static Path plain(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static boolean isCandidate(Path file) {
    String name = SendingUnit.nameOf(file).toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".jpg") || name.endsWith(".jpeg");
  }
}
