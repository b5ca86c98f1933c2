package jp.careplan.kernel;

import com.github.f4b6a3.uuid.UuidCreator;

/** Makes keys that sort by the time they were made (UUIDv7, 36 characters). */
public final class TimeOrderedId {
  private TimeOrderedId() {}

  public static String next() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }
}
