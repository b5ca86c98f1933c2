package jp.careplan.exchange;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import jp.careplan.exchange.internal.standard.SourceFile;

/** A file that is in memory anyway. */
record MemoryFile(OfferedFile file) implements SourceFile {
  @Override
  public String name() {
    return file.name();
  }

  @Override
  public long size() {
    return file.content().length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(file.content());
  }
}
