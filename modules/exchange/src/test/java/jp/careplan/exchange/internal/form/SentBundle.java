package jp.careplan.exchange.internal.form;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.exchange.internal.form.Block.Fact;
import jp.careplan.exchange.internal.form.Block.Facts;
import jp.careplan.exchange.internal.form.Block.Grid;
import jp.careplan.exchange.internal.form.Block.Remark;
import jp.careplan.exchange.internal.standard.SourceFile;

/** A sample bundle, changed as a test names it, and what its forms say. */
public final class SentBundle {
  private static final Charset MS932 = Charset.forName("windows-31j");

  private final Map<String, byte[]> files = new TreeMap<>();

  public static SentBundle sample(String folder) {
    var bundle = new SentBundle();
    try (var paths =
        Files.list(
            Path.of(requireNonNull(SentBundle.class.getResource("/samples/" + folder)).toURI()))) {
      for (var path : paths.toList()) {
        bundle.files.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return bundle;
  }

  /** The name of the only file of that kind. */
  String name(String type) {
    return files.keySet().stream()
        .filter(it -> it.matches(type + "_[0-9].*"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(type));
  }

  public SentBundle edit(String type, UnaryOperator<String> change) {
    String name = name(type);
    String text = new String(requireNonNull(files.get(name)), MS932);
    String changed = change.apply(text);
    if (changed.equals(text)) {
      throw new IllegalStateException("nothing changed in " + type);
    }
    files.put(name, changed.getBytes(MS932));
    return this;
  }

  /** Puts a value into a field of the first line; the number from 1. No field may hold a comma. */
  SentBundle set(String type, int column, String value) {
    return edit(
        type,
        text -> {
          var lines = text.split("\r\n", 2);
          var fields = lines[0].split(",", -1);
          fields[column - 1] = value;
          return String.join(",", fields) + "\r\n" + lines[1];
        });
  }

  /** So many people with the rows of the first. */
  public SentBundle people(int count) {
    for (String name : List.copyOf(files.keySet())) {
      String text = new String(requireNonNull(files.get(name)), MS932);
      var all = new StringBuilder();
      for (int i = 1; i <= count; i++) {
        all.append(text.replace("9900000001", "99%08d".formatted(i)));
      }
      files.put(name, all.toString().getBytes(MS932));
    }
    return this;
  }

  SentBundle without(String type) {
    files.remove(name(type));
    return this;
  }

  SentBundle file(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  public UnitForms read() {
    return UnitForms.of(
        files.entrySet().stream().map(it -> new Memory(it.getKey(), it.getValue())).toList());
  }

  private static final class Memory implements SourceFile {
    private final String name;
    private final byte[] bytes;

    Memory(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    @Override
    public String name() {
      return name;
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

  /** The form of that title of the first person. */
  static Form form(UnitForms unit, String title) {
    return unit.forms(unit.people().getFirst()).stream()
        .filter(it -> it.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no form " + title));
  }

  static Fact fact(Form form, String label) {
    return form.blocks().stream()
        .filter(Facts.class::isInstance)
        .flatMap(it -> ((Facts) it).facts().stream())
        .filter(it -> it.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no box " + label));
  }

  static String text(Form form, String label) {
    return fact(form, label).text();
  }

  /** The n-th table, from 0. */
  static Grid grid(Form form, int at) {
    return form.blocks().stream()
        .filter(Grid.class::isInstance)
        .map(Grid.class::cast)
        .skip(at)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table " + at));
  }

  /** The texts of a row below the headings. */
  static List<String> row(Grid grid, int at) {
    return grid.bodyRows().get(at).stream().map(Cell::text).toList();
  }

  static String remarks(Form form) {
    return form.blocks().stream()
        .filter(Remark.class::isInstance)
        .map(it -> ((Remark) it).text())
        .collect(Collectors.joining("\n"));
  }

  /** All that stands on the form. */
  static String everything(Form form) {
    return form.blocks().stream()
        .flatMap(block ->
            switch (block) {
              case Facts facts ->
                  facts.facts().stream().flatMap(it -> Stream.of(it.label(), it.text()));
              case Grid grid -> grid.rows().stream().flatMap(List::stream).map(Cell::text);
              case Remark remark -> Stream.of(remark.text());
              case Block.Days days -> days.days().stream().flatMap(it -> it.lines().stream());
              case Block.Picture picture -> Stream.of(picture.title());
            })
        .collect(Collectors.joining("\n"));
  }
}
