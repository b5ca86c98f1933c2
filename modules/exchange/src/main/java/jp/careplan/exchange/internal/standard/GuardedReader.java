package jp.careplan.exchange.internal.standard;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Lets no record grow beyond all measure, so that an open quote cannot fill the memory. */
final class GuardedReader extends FilterReader {
  private static final int LONGEST_RECORD = 1 << 22;

  /** The record being read does not end. */
  static final class RecordTooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private int sinceRecord;

  GuardedReader(Reader in) {
    super(in);
  }

  void recordRead() {
    sinceRecord = 0;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return super.read();
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(read);
    return read;
  }

  private void count(int read) throws RecordTooLong {
    sinceRecord += read;
    if (sinceRecord > LONGEST_RECORD) {
      throw new RecordTooLong();
    }
  }
}
