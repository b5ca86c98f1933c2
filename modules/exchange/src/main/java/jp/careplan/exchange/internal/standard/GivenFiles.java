package jp.careplan.exchange.internal.standard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files by folder, from the folders and files a person names. */
final class GivenFiles {
  /** By the folder as the person would write it; then by name. */
  private final Map<String, Map<String, Path>> folders = new TreeMap<>();

  private final Map<Path, String> knownFolders = new LinkedHashMap<>();

  void add(String given) throws IOException {
    var path = Path.of(given);
    if (Files.isDirectory(path)) {
      Files.walkFileTree(path, new Collector());
    } else if (Files.exists(path)) {
      addFile(path);
    } else {
      throw new NoSuchFileException(given);
    }
  }

  private void addFile(Path file) {
    var folder = file.toAbsolutePath().normalize().getParent();
    String name = String.valueOf(file.getFileName());
    if (folder == null || Standard.isDropping(name)) {
      return;
    }
    String written =
        knownFolders.computeIfAbsent(
            folder, f -> file.getParent() == null ? "." : String.valueOf(file.getParent()));
    folders.computeIfAbsent(written, f -> new TreeMap<>()).put(name, file);
  }

  boolean isEmpty() {
    return folders.isEmpty();
  }

  List<CheckedUnit> check(Standard standard) throws IOException {
    List<CheckedUnit> units = new ArrayList<>();
    for (var folder : folders.entrySet()) {
      for (var group : standard.group(folder.getValue().keySet())) {
        List<FileOnDisk> files = new ArrayList<>();
        for (String name : group.names()) {
          files.add(FileOnDisk.of(requireNonNull(folder.getValue().get(name))));
        }
        units.add(new CheckedUnit(folder.getKey(), group, standard.check(files)));
      }
    }
    return units;
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      return name.equals("__MACOSX") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (Files.isRegularFile(file)) {
        addFile(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
