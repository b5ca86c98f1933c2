package jp.careplan.exchange.internal.standard;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files by folder, from the folders and files a person names. */
final class GivenFiles {
  /** By the folder as the person would write it. */
  private final FolderCheck folders = new FolderCheck();

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

  private void addFile(Path file) throws IOException {
    var folder = file.toAbsolutePath().normalize().getParent();
    String name = String.valueOf(file.getFileName());
    if (folder == null || Standard.isDropping(name)) {
      return;
    }
    String written =
        knownFolders.computeIfAbsent(
            folder, f -> file.getParent() == null ? "." : String.valueOf(file.getParent()));
    folders.add(written, FileOnDisk.of(file));
  }

  boolean isEmpty() {
    return folders.isEmpty();
  }

  List<FolderUnit> check(Standard standard) throws IOException {
    return folders.check(standard);
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      return name.equals("__MACOSX") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (Files.isRegularFile(file)) {
        addFile(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
