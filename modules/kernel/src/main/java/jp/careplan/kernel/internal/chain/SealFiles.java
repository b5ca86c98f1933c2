package jp.careplan.kernel.internal.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Seals outside the database: a line each, in a file a month, only ever appended. A chain whose end
 * was cut off in the database is shorter than what stands here.
 */
public final class SealFiles {
  private final Path folder;

  public SealFiles(Path folder) {
    this.folder = folder;
  }

  /** All lines in the order of the files; to be closed. */
  public ExportedSeals read() {
    return new ExportedSeals(files());
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(file -> file.getFileName().toString().matches("seals-[0-9]{4}-[0-9]{2}\\.jsonl"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last one that stands here whole. */
  public Optional<Exported> last() throws IOException {
    List<Path> files = files();
    for (int i = files.size() - 1; i >= 0; i--) {
      try (var lines = new ExportedSeals(List.of(files.get(i)))) {
        Optional<Exported> last = Optional.empty();
        while (lines.hasNext()) {
          last = Optional.of(lines.next());
        }
        if (last.isPresent()) {
          return last;
        }
      }
    }
    return Optional.empty();
  }

  /** Appends seals, in the file of the present month. */
  public void append(List<Seal> seals, Instant now) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("seals-" + YearMonth.from(now.atZone(ZoneOffset.UTC)) + ".jsonl");
    var text = new StringBuilder(endsWithoutLineBreak(file) ? "\n" : "");
    seals.forEach(seal -> text.append(seal.json()).append('\n'));
    Files.writeString(
        file,
        text,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
  }

  /** A kill may have left half a line, which stays as it is. */
  private static boolean endsWithoutLineBreak(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (var channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
      channel.position(channel.size() - 1);
      var last = java.nio.ByteBuffer.allocate(1);
      channel.read(last);
      return last.array()[0] != '\n';
    }
  }
}
