package jp.careplan.support;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether what this node ships came in: one look by key when a number is another than last time.
 */
final class ReleaseLook {
  private final Supplier<String> reading;

  /** The number at which the release was known; a restored database tells another. */
  private volatile long known = -1;

  private volatile Optional<String> digest = Optional.empty();

  /**
   * @param reading tells the digest of all that is shipped
   */
  ReleaseLook(Supplier<String> reading) {
    this.reading = reading;
  }

  String digest() {
    if (digest.isEmpty()) {
      digest = Optional.of(reading.get());
    }
    return digest.get();
  }

  /**
   * @param counted the number that grows with each change
   */
  boolean isNew(EntityManager em, long counted) {
    if (known != counted) {
      if (!isKnown(em)) {
        return true;
      }
      known = counted;
    }
    return false;
  }

  boolean isKnown(EntityManager em) {
    return em.find(ShippedRelease.class, digest()) != null;
  }

  void note(EntityManager em, Instant at) {
    em.persist(new ShippedRelease(digest(), at));
  }
}
