package jp.careplan.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock for trying out, which a file moves ({@code P400D}: 400 days ahead): what a year brings
 * can be seen today. Without the file it goes like any other.
 */
final class MovedClock extends Clock {
  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(100).toNanos();

  private final Clock base;
  private final Path file;
  private volatile long looked = System.nanoTime() - LOOK_AGAIN_NANOS;
  private volatile Duration ahead = Duration.ZERO;

  MovedClock(Clock base, Path file) {
    this.base = base;
    this.file = file;
  }

  @Override
  public Instant instant() {
    if (System.nanoTime() - looked >= LOOK_AGAIN_NANOS) {
      looked = System.nanoTime();
      ahead = read();
    }
    return base.instant().plus(ahead);
  }

  private Duration read() {
    try {
      return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MovedClock(base.withZone(zone), file);
  }
}
