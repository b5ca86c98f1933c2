package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.internal.standard.Fault.BLANK_LINES_AT_END;
import static jp.careplan.exchange.internal.standard.Fault.COLUMN_COUNT;
import static jp.careplan.exchange.internal.standard.Fault.FILE_EMPTY;
import static jp.careplan.exchange.internal.standard.Fault.HEADER_LINE;
import static jp.careplan.exchange.internal.standard.Fault.RECORD_TOO_LONG;
import static jp.careplan.exchange.internal.standard.Fault.STRAY_QUOTE;
import static jp.careplan.exchange.internal.standard.Fault.TEXT_AFTER_QUOTE;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads one CSV file once, as a stream, and shows each of its records to the checks. */
final class FileCheck {
  private final FileName name;
  private final RecordType type;
  private final FieldsCheck fields;
  private final RecordCheck[] others;
  private final Findings findings;
  private int records;
  private int blankLine;
  private boolean whole = true;

  FileCheck(FileName name, FieldsCheck fields, List<RecordCheck> others, Findings findings) {
    this.name = name;
    this.type = name.type();
    this.fields = fields;
    this.others = others.toArray(new RecordCheck[0]);
    this.findings = findings;
  }

  int records() {
    return records;
  }

  /** Whether each record could be read. */
  boolean whole() {
    return whole;
  }

  void run(SourceFile source) throws IOException {
    try (var in = source.open()) {
      var text = OpenedText.of(in, source.size());
      text.faults().forEach(f -> findings.add(f, startOfFile()));
      read(text, source);
    }
    if (fields.sawQuotes() && whole) {
      findQuotes(source, STRAY_QUOTE);
    }
    if (whole && records == 0 && !type.mayBeEmpty()) {
      findings.add(FILE_EMPTY, Spot.file(name.text()));
    }
    fields.end();
    for (var check : others) {
      check.end();
    }
  }

  private Spot startOfFile() {
    return Spot.field(name.text(), 1, type.field(0));
  }

  private void read(OpenedText text, SourceFile source) throws IOException {
    var reader = new RecordReader(text.reader());
    try {
      for (var record = reader.next(); record != null; record = reader.next()) {
        record(record, reader.line());
      }
      if (blankLine > 0) {
        findings.add(BLANK_LINES_AT_END, Spot.line(name.text(), blankLine));
      }
    } catch (CSVException e) {
      whole = false;
      if (!findQuotes(source, null)) {
        findings.add(TEXT_AFTER_QUOTE, Spot.line(name.text(), reader.line()));
      }
    } catch (GuardedReader.RecordTooLong e) {
      whole = false;
      findings.add(RECORD_TOO_LONG, Spot.line(name.text(), reader.line()));
    }
  }

  private void record(CSVRecord record, int line) {
    if (record.size() == 1 && record.get(0).isEmpty()) {
      blankLine = blankLine == 0 ? line : blankLine;
      return;
    }
    if (blankLine > 0) {
      wrongCount(blankLine);
      blankLine = 0;
    }
    records++;
    if (records == 1 && isHeader(record.get(0))) {
      records = 0;
      whole = false;
      findings.add(HEADER_LINE, Spot.field(name.text(), line, type.field(0)));
    } else if (record.size() != type.width()) {
      wrongCount(line);
    } else {
      fields.record(record, line);
      for (var check : others) {
        check.record(record, line);
      }
    }
  }

  private void wrongCount(int line) {
    whole = false;
    findings.add(COLUMN_COUNT, Spot.line(name.text(), line), type.width());
  }

  /** A first field with letters is a heading; one with other digits than six a wrong version. */
  private static boolean isHeader(String first) {
    return Field.character(first) == null && first.codePoints().anyMatch(Character::isLetter);
  }

  /** Tells where quoting is wrong; of one fault only, unless null. */
  private boolean findQuotes(SourceFile source, @Nullable Fault only) throws IOException {
    boolean[] found = new boolean[1];
    try (var in = source.open()) {
      QuoteScan.run(
          OpenedText.of(in, source.size()).reader(),
          (fault, line, column) -> {
            if (only == null || only == fault) {
              found[0] = true;
              findings.add(fault, quoteSpot(line, column));
            }
          });
    }
    return found[0];
  }

  private Spot quoteSpot(int line, int column) {
    return column <= type.width()
        ? Spot.field(name.text(), line, type.field(column - 1))
        : Spot.line(name.text(), line);
  }
}
