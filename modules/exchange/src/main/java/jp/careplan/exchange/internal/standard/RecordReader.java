package jp.careplan.exchange.internal.standard;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads records one by one and knows the line on which each starts. */
final class RecordReader implements AutoCloseable {
  private static final CSVFormat SHAPE =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

  private final GuardedReader reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private int line;

  RecordReader(Reader text) throws IOException {
    reader = new GuardedReader(text);
    parser = CSVParser.builder().setReader(reader).setFormat(SHAPE).get();
    records = parser.iterator();
  }

  /** The next record, or null at the end. */
  @Nullable CSVRecord next() throws IOException {
    line = (int) parser.getCurrentLineNumber() + 1;
    try {
      if (!records.hasNext()) {
        return null;
      }
      reader.recordRead();
      return records.next();
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  /** The line on which the last record starts, from 1. */
  int line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
