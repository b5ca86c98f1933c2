package jp.careplan.exchange.internal.standard;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads names of files by the patterns of all editions (ファイル名規約). */
final class FileNames {
  private final List<Edition> editions;

  FileNames(List<Edition> editions) {
    this.editions = editions;
  }

  Optional<FileName> read(String name) {
    String written = asTheStandardWrites(name);
    for (var edition : editions) {
      for (var type : edition.types()) {
        if (!written.startsWith(type.code())) {
          continue;
        }
        var matcher = type.namePattern().matcher(written);
        if (matcher.matches()) {
          return Optional.of(fileName(name, edition, type, matcher));
        }
      }
    }
    return Optional.empty();
  }

  private static FileName fileName(String name, Edition edition, RecordType type, Matcher m) {
    return new FileName(
        name,
        edition,
        type,
        part(m, "sender"),
        part(m, "senderKind"),
        part(m, "receiver"),
        part(m, "receiverKind"),
        part(m, "month"),
        part(m, "seq"));
  }

  private static String part(Matcher matcher, String group) {
    return matcher.namedGroups().containsKey(group) ? matcher.group(group) : "";
  }

  private static String asTheStandardWrites(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return name;
    }
    String extension = name.substring(dot).toUpperCase(ROOT);
    return extension.equals(".CSV") || extension.equals(".JPG")
        ? name.substring(0, dot) + extension
        : name;
  }
}
