package jp.careplan.exchange.internal.standard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in a folder of this computer. */
record FileOnDisk(Path path, long size) implements SourceFile {
  static FileOnDisk of(Path path) throws IOException {
    return new FileOnDisk(path, Files.size(path));
  }

  @Override
  public String name() {
    return String.valueOf(path.getFileName());
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }
}
