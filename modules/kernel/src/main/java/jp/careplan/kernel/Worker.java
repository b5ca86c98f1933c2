package jp.careplan.kernel;

import java.time.Duration;

/**
 * Work that no request waits for. Each node does it again and again, from the moment its tables
 * stand; every bean of this type is found. It must be able to die at any step, and to run on all
 * nodes at once.
 */
public interface Worker {
  /** How long it rests between the end of one round and the beginning of the next. */
  Duration rest();

  /** One round. What it throws is logged; the next round comes all the same. */
  void work();
}
