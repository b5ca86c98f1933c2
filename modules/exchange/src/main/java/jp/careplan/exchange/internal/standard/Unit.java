package jp.careplan.exchange.internal.standard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 送信単位: which files go together under one sequence number; rows of {@code units.csv}. */
record Unit(String id, Role role, List<Part> parts) {
  /** Which side of the law a unit of the same files is for. */
  enum Role {
    ANY,
    CARE,
    PREVENTION
  }

  enum Presence {
    REQUIRED,
    /** Usually there; its absence is worth a word. */
    EXPECTED,
    /** Any number, none included. */
    MANY
  }

  /**
   * A kind of file in a unit, and how its records are tied to the others.
   *
   * @param key places of the key's columns, from 0; empty where nothing is tied
   * @param head kind of file that must hold the same key; null for a head itself
   * @param duplicate rule that two equal keys break, or null
   * @param orphan rule that a record without head breaks, or null
   * @param childless rule that a head without such a record breaks, or null
   */
  record Part(
      RecordType type,
      Presence presence,
      List<Integer> key,
      @Nullable String head,
      @Nullable Rule duplicate,
      @Nullable Rule orphan,
      @Nullable Rule childless) {}

  Optional<Part> part(RecordType type) {
    return parts.stream().filter(p -> p.type() == type).findFirst();
  }

  boolean holds(Set<RecordType> types) {
    return types.stream().allMatch(t -> part(t).isPresent());
  }

  /** Whether its files are for a month. */
  boolean isMonthly() {
    return parts.stream().anyMatch(p -> p.type().isMonthly());
  }

  boolean completeWith(Set<RecordType> types) {
    return parts.stream()
        .allMatch(p -> p.presence() != Presence.REQUIRED || types.contains(p.type()));
  }

  long missingFrom(Set<RecordType> types) {
    return parts.stream()
        .filter(p -> p.presence() == Presence.REQUIRED && !types.contains(p.type()))
        .count();
  }
}
