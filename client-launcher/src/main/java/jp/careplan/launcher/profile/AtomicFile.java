package jp.careplan.launcher.profile;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/** Writes a file wholly or not at all, and not before it is on the disk. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Only the owner can read the file afterwards. */
  public static void write(Path target, byte[] content) {
    Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      OwnerOnly.createFolder(parent(target));
      try (var channel = open(part)) {
        var bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      moveInto(part, target);
    } catch (IOException e) {
      discard(part);
      throw new Trouble(LauncherProblem.DISK, "書けなかったファイル: " + target, e);
    }
  }

  /** A folder that its owner alone may enter. */
  public static void createFolder(Path folder) throws IOException {
    OwnerOnly.createFolder(folder);
  }

  /** Gives a finished file its name; a crash leaves the old one or the new one. */
  public static void moveInto(Path part, Path target) throws IOException {
    Files.move(part, target, ATOMIC_MOVE, REPLACE_EXISTING);
    forceFolder(parent(target));
  }

  /** Makes names in a folder durable; Windows does that by itself and cannot open folders. */
  public static void forceFolder(Path folder) throws IOException {
    if (OwnerOnly.posix(folder)) {
      try (var channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    }
  }

  private static FileChannel open(Path part) throws IOException {
    return FileChannel.open(
        part, Set.of(CREATE_NEW, WRITE), OwnerOnly.fileAttributes(parent(part)));
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // the first failure is the one to tell
    }
  }
}
