package jp.careplan.app.bench;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the senders hold, and what went wrong. */
final class Ledger {
  private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Integer> faults = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();

  void delivered(Delivery delivery) {
    deliveries.add(delivery);
    count.incrementAndGet();
  }

  int count() {
    return count.get();
  }

  List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /** Something that must not be. */
  void fault(String what) {
    faults.merge(what, 1, Integer::sum);
  }

  /** How an attempt ended. */
  void answer(String what) {
    answers.merge(what, 1, Integer::sum);
  }

  Map<String, Integer> faults() {
    return faults;
  }

  Map<String, Integer> answers() {
    return answers;
  }
}
