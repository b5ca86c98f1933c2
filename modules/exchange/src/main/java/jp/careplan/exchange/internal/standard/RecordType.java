package jp.careplan.exchange.internal.standard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** One kind of file in one edition: a row of {@code record-types.csv} with its columns. */
final class RecordType {
  private final String code;
  private final String name;
  private final UnitKind kind;
  private final boolean image;
  private final boolean fromPlanner;
  private final boolean mayBeEmpty;
  private final List<String> usualSenders;
  private final Pattern namePattern;
  private final Field[] fields;

  RecordType(CSVRecord row, List<Field> fields) {
    code = row.get("record_type");
    name = row.get("name");
    kind = UnitKind.valueOf(row.get("kind").toUpperCase(java.util.Locale.ROOT));
    image = row.get("content").equals("jpeg");
    fromPlanner = row.get("sender").equals("planner");
    mayBeEmpty = row.get("may_be_empty").equals("yes");
    usualSenders = Table.parts(row.get("usual_senders"));
    namePattern = Pattern.compile(row.get("name_pattern"));
    this.fields = fields.toArray(new Field[0]);
  }

  String code() {
    return code;
  }

  String name() {
    return name;
  }

  UnitKind kind() {
    return kind;
  }

  boolean isImage() {
    return image;
  }

  /** Whether this kind of file usually comes from who plans, not from who serves. */
  boolean fromPlanner() {
    return fromPlanner;
  }

  /**
   * The service kinds that usually send this kind of file; none where any planner or server does.
   */
  List<String> usualSenders() {
    return usualSenders;
  }

  boolean mayBeEmpty() {
    return mayBeEmpty;
  }

  Pattern namePattern() {
    return namePattern;
  }

  /** Whether names of this kind have a place for a month. */
  boolean namesMonth() {
    return namePattern.pattern().contains("(?<month>");
  }

  /** Whether names of this kind always have a month, not {@code 000000}. */
  boolean isMonthly() {
    return namesMonth() && !namePattern.pattern().contains("(?<month>000000");
  }

  int width() {
    return fields.length;
  }

  Field field(int index) {
    return fields[index];
  }

  boolean has(String identifier) {
    return find(identifier) >= 0;
  }

  /** Where the column of that identifier stands, from 0. */
  int index(String identifier) {
    int at = find(identifier);
    if (at < 0) {
      throw new IllegalStateException(code + " has no column " + identifier);
    }
    return at;
  }

  private int find(String identifier) {
    requireNonNull(identifier);
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].identifier().equals(identifier)) {
        return i;
      }
    }
    return -1;
  }
}
