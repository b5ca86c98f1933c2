package jp.careplan.exchange.internal.standard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.careplan.exchange.OfferedFile;

/** A bundle that starts as a valid sample and is changed as a test names it. */
final class Bundle {
  static final Charset MS932 = Charset.forName("windows-31j");

  /** A file in memory. */
  static final class MemoryFile implements SourceFile {
    private final String name;
    private final byte[] bytes;

    MemoryFile(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    @Override
    public String name() {
      return name;
    }

    byte[] bytes() {
      return bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  private final Map<String, byte[]> files = new TreeMap<>();

  static Bundle plan() {
    return sample("plan-forms-1-2-3");
  }

  static Bundle slip() {
    return sample("use-forms-6-7");
  }

  static Bundle result() {
    return sample("result");
  }

  static Bundle prevention() {
    return sample("prevention-plan-and-basic");
  }

  static Bundle deletion() {
    return sample("delete-form-6");
  }

  static Bundle oldSlip() {
    return sample("old-use-202208");
  }

  static Bundle empty() {
    return new Bundle();
  }

  static Path folderOf(String sample) {
    try {
      var url = Bundle.class.getResource("/samples/" + sample);
      return Path.of(java.util.Objects.requireNonNull(url).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Bundle sample(String folder) {
    var bundle = new Bundle();
    try (var paths = Files.list(folderOf(folder))) {
      for (var path : paths.toList()) {
        bundle.files.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle;
  }

  List<OfferedFile> offered() {
    return files.entrySet().stream()
        .map(file -> new OfferedFile(file.getKey(), file.getValue()))
        .toList();
  }

  /** The name of the only file of that kind. */
  String name(String type) {
    return files.keySet().stream()
        .filter(n -> n.matches(type + "_[0-9].*"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(type));
  }

  byte[] bytes(String type) {
    return java.util.Objects.requireNonNull(files.get(name(type)));
  }

  String text(String type) {
    return new String(bytes(type), MS932);
  }

  Bundle bytes(String type, byte[] bytes) {
    files.put(name(type), bytes);
    return this;
  }

  Bundle text(String type, String text) {
    return bytes(type, text.getBytes(MS932));
  }

  Bundle file(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  Bundle without(String type) {
    files.remove(name(type));
    return this;
  }

  Bundle edit(String type, UnaryOperator<String> change) {
    return text(type, change.apply(text(type)));
  }

  Bundle rename(UnaryOperator<String> change) {
    var renamed = new TreeMap<String, byte[]>();
    files.forEach((name, bytes) -> renamed.put(change.apply(name), bytes));
    files.clear();
    files.putAll(renamed);
    return this;
  }

  Bundle rename(String type, UnaryOperator<String> change) {
    String old = name(type);
    return rename(n -> n.equals(old) ? change.apply(n) : n);
  }

  /** Puts a value into a field of a line; both from 1. No field of that line may hold a comma. */
  Bundle set(String type, int line, int column, String value) {
    return fields(
        type,
        line,
        fields -> {
          fields.set(column - 1, value);
          return fields;
        });
  }

  /** Puts a value into a field of every line. */
  Bundle setAll(String type, int column, String value) {
    var lines = lines(type);
    lines.replaceAll(line -> {
      var fields = line.split(",", -1);
      fields[column - 1] = value;
      return String.join(",", fields);
    });
    return lines(type, lines);
  }

  Bundle fields(String type, int line, UnaryOperator<List<String>> change) {
    var lines = lines(type);
    var fields = new ArrayList<>(Arrays.asList(lines.get(line - 1).split(",", -1)));
    lines.set(line - 1, String.join(",", change.apply(fields)));
    return lines(type, lines);
  }

  List<String> lines(String type) {
    return new ArrayList<>(text(type).lines().toList());
  }

  Bundle lines(String type, List<String> lines) {
    return text(type, lines.stream().map(l -> l + "\r\n").collect(Collectors.joining()));
  }

  Bundle removeLine(String type, int line) {
    var lines = lines(type);
    lines.remove(line - 1);
    return lines(type, lines);
  }

  Bundle repeatLine(String type, int line) {
    var lines = lines(type);
    lines.add(line, lines.get(line - 1));
    return lines(type, lines);
  }

  /** Replaces bytes, given as Latin-1 text. */
  Bundle replaceBytes(String type, String from, String to) {
    String latin = new String(bytes(type), ISO_8859_1);
    if (!latin.contains(from)) {
      throw new IllegalStateException("nothing to replace");
    }
    return bytes(type, latin.replace(from, to).getBytes(ISO_8859_1));
  }

  List<MemoryFile> files() {
    return files.entrySet().stream().map(e -> new MemoryFile(e.getKey(), e.getValue())).toList();
  }

  void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var file : files()) {
      Files.write(folder.resolve(file.name()), file.bytes());
    }
  }

  /** Checks all files as one unit. */
  UnitReport check() {
    return check(files());
  }

  /** Parts the files into units as a folder's would be, and checks each. */
  List<UnitReport> checkGroups() {
    return Standard.load().group(files.keySet()).stream()
        .map(g -> check(files().stream().filter(f -> g.names().contains(f.name())).toList()))
        .toList();
  }

  private static UnitReport check(List<MemoryFile> files) {
    try {
      return Standard.load().check(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
