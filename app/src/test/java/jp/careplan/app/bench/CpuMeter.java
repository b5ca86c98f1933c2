package jp.careplan.app.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Processor time of several processes over a while. */
final class CpuMeter {
  private final Map<String, Long> processes;
  private final Map<String, Duration> before;
  private final long begin = System.nanoTime();

  private CpuMeter(Map<String, Long> processes) {
    this.processes = processes;
    this.before = spent();
  }

  /**
   * Starts measuring.
   *
   * @param processes process IDs by name
   */
  static CpuMeter start(Map<String, Long> processes) {
    return new CpuMeter(new LinkedHashMap<>(processes));
  }

  private Map<String, Duration> spent() {
    Map<String, Duration> spent = new LinkedHashMap<>();
    processes.forEach((name, pid) ->
        spent.put(
            name,
            ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO)));
    return spent;
  }

  /** Processors used since the start, {@code server 1.20, client 0.31}. */
  String text() {
    double time = System.nanoTime() - begin;
    Map<String, Duration> now = spent();
    return before.entrySet().stream()
        .map(entry -> {
          Duration used = now.getOrDefault(entry.getKey(), Duration.ZERO).minus(entry.getValue());
          return String.format(Locale.ROOT, "%s %.2f", entry.getKey(), used.toNanos() / time);
        })
        .collect(Collectors.joining(", "));
  }
}
