package jp.careplan.exchange.internal.standard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of the standard as it was sent, read for a person's eyes: whatever can be read is there,
 * whether it is as it should be or not.
 */
public final class SentFile {
  private final FileName name;
  private final List<SentRecord> records;
  private final boolean whole;

  private SentFile(FileName name, List<SentRecord> records, boolean whole) {
    this.name = name;
    this.records = records;
    this.whole = whole;
  }

  static SentFile read(FileName name, SourceFile source) throws IOException {
    if (name.type().isImage()) {
      return new SentFile(name, List.of(), true);
    }
    List<SentRecord> records = new ArrayList<>();
    boolean whole = true;
    // Most values of a file stand in it many times.
    Map<String, String> values = new HashMap<>();
    try (var in = source.open();
        var reader = new RecordReader(OpenedText.of(in, source.size()).reader())) {
      for (var record = reader.next(); record != null; record = reader.next()) {
        if (record.size() > 1 || !record.get(0).isEmpty()) {
          records.add(new SentRecord(name.type(), reader.line(), values(record, values)));
          whole &= record.size() == name.type().width();
        }
      }
    } catch (CSVException | GuardedReader.RecordTooLong e) {
      whole = false;
    }
    return new SentFile(name, records, whole);
  }

  private static String[] values(CSVRecord record, Map<String, String> known) {
    String[] values = new String[record.size()];
    for (int i = 0; i < values.length; i++) {
      String value = record.get(i);
      values[i] = requireNonNull(known.computeIfAbsent(value, it -> it));
    }
    return values;
  }

  public String name() {
    return name.text();
  }

  /** Code of the kind of file: {@code UPPLAN}. */
  public String type() {
    return name.type().code();
  }

  public String typeName() {
    return name.type().name();
  }

  public boolean isImage() {
    return name.type().isImage();
  }

  /** 対象年月 of the name, {@code yyyymm}; empty where it has none. */
  public String month() {
    return name.hasMonth() ? name.month() : "";
  }

  /** In the order of the file. */
  public List<SentRecord> records() {
    return records;
  }

  /** Whether every record could be read to its end and had as many columns as it should. */
  public boolean isWhole() {
    return whole;
  }
}
