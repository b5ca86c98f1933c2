package jp.careplan.launcher.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of a list and where the next one begins. */
public record Page(List<Summary> items, @Nullable String next) {
  public Page {
    items = items == null ? List.of() : items;
  }

  public Optional<String> nextPlace() {
    return Optional.ofNullable(next).filter(place -> !items.isEmpty());
  }
}
