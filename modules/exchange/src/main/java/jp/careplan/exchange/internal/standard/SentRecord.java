package jp.careplan.exchange.internal.standard;

import java.util.ArrayList;
import java.util.List;

/** One record as it was sent; its columns are asked for by their identifiers. */
public final class SentRecord {
  private final RecordType type;
  private final int line;
  private final String[] values;

  SentRecord(RecordType type, int line, String[] values) {
    this.type = type;
    this.line = line;
    this.values = values;
  }

  /** The line of the file on which it starts, from 1. */
  public int line() {
    return line;
  }

  /** The field of that column; empty where this edition has none, or the record ends before it. */
  public SentField field(String identifier) {
    int at = type.has(identifier) ? type.index(identifier) : -1;
    return at < 0 ? SentField.none(identifier) : field(at);
  }

  private SentField field(int at) {
    var field = type.field(at);
    String text = at < values.length ? Characters.withoutBlanks(values[at]) : "";
    return new SentField(
        field.identifier(),
        field.name(),
        field.format(),
        text,
        field.word(text),
        text.isEmpty() || field.isReadable(text));
  }

  /** All fields, in the order of the standard. */
  public List<SentField> fields() {
    List<SentField> fields = new ArrayList<>();
    for (int i = 0; i < type.width(); i++) {
      fields.add(field(i));
    }
    return fields;
  }

  public String text(String identifier) {
    return field(identifier).text();
  }

  public PersonKey person() {
    return new PersonKey(text("insurer_no"), text("insured_no"));
  }
}
