package jp.careplan.exchange.internal.standard;

import java.io.IOException;
import java.io.InputStream;

/** A file as offered: its name and its bytes, wherever they lie. */
public interface SourceFile {
  /** The name without any folder. */
  String name();

  /** Bytes. */
  long size();

  /**
   * The content from its beginning. Opened once for the check, and once more where quoting is
   * broken.
   */
  InputStream open() throws IOException;
}
