package jp.careplan.launcher.api;

import org.jspecify.annotations.Nullable;

/** An office as the exchange names it. */
public record OfficeName(String number, @Nullable String name, @Nullable String serviceKind) {
  public String shown() {
    return name == null || name.isBlank() ? number : name;
  }
}
