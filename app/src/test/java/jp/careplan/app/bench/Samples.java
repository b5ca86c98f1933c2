package jp.careplan.app.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a load measured.
 *
 * @param nanos duration of each call, sorted
 * @param time how long the load ran
 * @param failures calls that failed and are not among {@code nanos}
 */
@SuppressWarnings("ArrayRecordComponent") // carried, not compared
record Samples(long[] nanos, Duration time, int failures) {
  private static final double MILLION = 1e6;

  static final Samples NONE = new Samples(new long[0], Duration.ZERO, 0);

  Samples {
    Arrays.sort(nanos);
  }

  /** One behind the other. */
  Samples then(Samples later) {
    return new Samples(
        Stream.of(nanos, later.nanos).flatMapToLong(Arrays::stream).toArray(),
        time.plus(later.time),
        failures + later.failures);
  }

  /** A second. */
  double rate() {
    return nanos.length * 1e9 / time.toNanos();
  }

  /** Milliseconds within which this part of the calls was answered. */
  double millis(double part) {
    return nanos.length == 0
        ? Double.NaN
        : nanos[Math.min(nanos.length - 1, (int) (part * nanos.length))] / MILLION;
  }

  double p50() {
    return millis(0.5);
  }

  double p99() {
    return millis(0.99);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%7.0f /s   p50 %7.2f ms   p99 %7.2f ms%s",
        rate(),
        p50(),
        p99(),
        failures == 0 ? "" : "   " + failures + " FAILED");
  }
}
