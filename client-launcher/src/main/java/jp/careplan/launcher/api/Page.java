package jp.careplan.launcher.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of a list and where the next one begins. */
public record Page(List<Summary> items, @Nullable JsonNode next) {
  public Page {
    items = items == null ? List.of() : items;
  }

  public Optional<String> nextPlace() {
    return next == null || next.isNull() || items.isEmpty()
        ? Optional.empty()
        : Optional.of(next.asText());
  }
}
