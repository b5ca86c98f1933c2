package jp.careplan.exchange.internal.standard;

import static java.util.Locale.ROOT;

import java.util.Iterator;
import java.util.List;
import jp.careplan.exchange.Finding;
import org.jspecify.annotations.Nullable;

/** Writes checked units as JSON, for programs. Values of the files never occur in it. */
public final class JsonReport {
  private final StringBuilder out = new StringBuilder(1 << 12);

  private JsonReport() {}

  /** One array, a unit an object. */
  public static String of(List<FolderUnit> units) {
    var report = new JsonReport();
    report.array(units.iterator(), "", report::unit);
    return report.out.append('\n').toString();
  }

  @FunctionalInterface
  private interface Writer<T> {
    void write(T item);
  }

  private <T> void array(Iterator<T> items, String indent, Writer<T> writer) {
    out.append('[');
    String separator = "\n";
    while (items.hasNext()) {
      out.append(separator).append(indent).append("  ");
      writer.write(items.next());
      separator = ",\n";
    }
    out.append(separator.equals("\n") ? "" : "\n" + indent).append(']');
  }

  private void unit(FolderUnit unit) {
    out.append('{');
    text("folder", unit.folder());
    out.append(", ");
    text("sequence", unit.report().address().map(UnitAddress::sequence).orElse(null));
    out.append(", ");
    text("unit", unit.report().unit().orElse(null));
    out.append(", ");
    text("verdict", unit.report().verdict().name().toLowerCase(ROOT));
    out.append(", \"findings\": ");
    array(unit.report().findings().iterator(), "  ", this::finding);
    out.append('}');
  }

  private void finding(Finding finding) {
    out.append('{');
    text("file", finding.file());
    out.append(", \"line\": ").append(finding.line());
    out.append(", \"column\": ").append(finding.column()).append(", ");
    text("columnName", finding.columnName());
    out.append(", ");
    text("code", finding.code());
    out.append(", ");
    text("severity", finding.severity().name().toLowerCase(ROOT));
    out.append(", ");
    text("message", finding.message());
    out.append(", ");
    text("remedy", finding.remedy());
    out.append('}');
  }

  private void text(String name, @Nullable String value) {
    out.append('"').append(name).append("\": ");
    if (value == null) {
      out.append("null");
      return;
    }
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(value.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c < ' ' || Character.isSurrogate(c)) {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }
}
