package jp.careplan.kernel.internal.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exported seals, read line by line over all files; what broke off is left out. */
public final class ExportedSeals implements Iterator<Exported>, AutoCloseable {
  private final Deque<Path> files;
  private @Nullable BufferedReader open;
  private Optional<Exported> next = Optional.empty();

  ExportedSeals(List<Path> files) {
    this.files = new ArrayDeque<>(files);
    find();
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public Exported next() {
    Exported found = next.orElseThrow(NoSuchElementException::new);
    find();
    return found;
  }

  private void find() {
    try {
      next = Optional.empty();
      while (next.isEmpty() && (open != null || !files.isEmpty())) {
        BufferedReader in =
            open != null ? open : Files.newBufferedReader(files.pop(), StandardCharsets.UTF_8);
        open = in;
        String line = in.readLine();
        if (line == null) {
          close();
        } else {
          next = Exported.parse(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
