package jp.careplan.launcher.unit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/** What {@code sha256sum} prints for the files of a unit, sorted by name in byte order. */
public record Manifest(String text) {
  private record Line(String hash, String name) {
    byte[] nameBytes() {
      return name.getBytes(StandardCharsets.UTF_8);
    }

    String shown() {
      return hash + "  " + name + "\n";
    }
  }

  public static Manifest of(List<Path> files) {
    return of(files, Optional.empty());
  }

  /** The same with what goes along. */
  public static Manifest of(List<Path> files, Optional<Enclosed> enclosed) {
    var lines = new ArrayList<>(files.stream().map(Manifest::line).toList());
    enclosed.ifPresent(it -> {
      lines.add(new Line(Hash.of(it.letter()), Enclosed.LETTER));
      it.attachments().forEach((name, file) -> lines.add(line(file, name)));
    });
    return new Manifest(
        lines.stream().sorted(BY_BYTES).map(Line::shown).collect(Collectors.joining()));
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The same wherever the files lie. */
  public String contentHash() {
    return Hash.of(bytes());
  }

  /** Names of the files it lists. */
  public List<String> names() {
    return lines().stream().map(Line::name).toList();
  }

  /** Which of them are missing in a folder, or are not what it says. */
  public List<String> differing(Path folder) {
    return lines().stream().filter(line -> !isThere(folder, line)).map(Line::name).toList();
  }

  private static boolean isThere(Path folder, Line line) {
    Path file = folder.resolve(line.name());
    try {
      return Files.isRegularFile(file) && Hash.of(file).equals(line.hash());
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "ファイル: " + file, e);
    }
  }

  private List<Line> lines() {
    return text.lines()
        .map(line -> line.split("  ", 2))
        .filter(parts -> parts.length == 2)
        .map(parts -> new Line(parts[0], parts[1]))
        .toList();
  }

  private static final Comparator<Line> BY_BYTES =
      (one, other) -> Arrays.compareUnsigned(one.nameBytes(), other.nameBytes());

  private static Line line(Path file) {
    return line(file, SendingUnit.nameOf(file));
  }

  private static Line line(Path file, String name) {
    try {
      return new Line(Hash.of(file), name);
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "ファイル: " + file, e);
    }
  }
}
