package jp.careplan.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** So many workers, each doing its task over and over. */
final class Load implements AutoCloseable {
  private static final Duration BREATH = Duration.ofMillis(20);

  /** One call; what it needs is kept between calls. */
  interface Task extends AutoCloseable {
    void once() throws Exception;

    /** Calls for each connection that was opened; 0 where there is no such thing. */
    default double callsPerConnection() {
      return 0;
    }

    @Override
    default void close() {}
  }

  private final String name;
  private final List<Task> tasks;
  private final java.util.concurrent.atomic.AtomicInteger complaints =
      new java.util.concurrent.atomic.AtomicInteger();
  private Samples measured = Samples.NONE;

  Load(String name, List<Task> tasks) {
    this.name = name;
    this.tasks = tasks;
  }

  String name() {
    return name;
  }

  Samples measured() {
    return measured;
  }

  double callsPerConnection() {
    return tasks.stream().mapToDouble(Task::callsPerConnection).average().orElse(0);
  }

  /** Adds to what is measured. */
  void measure(Duration time) {
    measured = measured.then(run(time));
  }

  Samples run(Duration time) {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    List<Future<Samples>> running = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(tasks.size())) {
      for (Task task : tasks) {
        running.add(workers.submit((Callable<Samples>) () -> repeat(task, end)));
      }
      Samples all = Samples.NONE;
      for (Future<Samples> one : running) {
        all = all.then(one.get());
      }
      return new Samples(all.nanos(), Duration.ofNanos(System.nanoTime() - begin), all.failures());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(name, e.getCause());
    }
  }

  private Samples repeat(Task task, long end) throws InterruptedException {
    long[] nanos = new long[1024];
    int count = 0;
    int failures = 0;
    long last = System.nanoTime();
    while (last < end) {
      boolean done = attempt(task);
      long now = System.nanoTime();
      if (done) {
        nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
        nanos[count++] = now - last;
      } else {
        failures++;
        TimeUnit.MILLISECONDS.sleep(BREATH.toMillis());
      }
      last = System.nanoTime();
    }
    return new Samples(Arrays.copyOf(nanos, count), Duration.ZERO, failures);
  }

  private boolean attempt(Task task) {
    try {
      task.once();
      return true;
    } catch (Exception e) { // a load counts what fails and goes on
      if (complaints.incrementAndGet() <= 3) {
        System.err.println(name + ": " + e);
      }
      return false;
    }
  }

  @Override
  public void close() {
    tasks.forEach(Task::close);
  }
}
