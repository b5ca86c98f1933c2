package jp.careplan.exchange.view;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Actions that belong together, as a month's summary counts them. */
enum TrailGroup {
  SHOWN("people-listed", "person-shown"),
  PRINTED("person-printed"),
  SAVED(
      "forms-saved",
      "files-downloaded",
      "transmission-downloaded",
      "receipt-saved",
      "month-proof-saved",
      "office-trail-saved"),
  SENT("transmission-sent", "transmission-withdrawn"),
  RECEIVED("transmission-received", "transmission-imported", "transmission-import_failed"),
  SIGNED_IN("signed-in", "signed-in-handed-off", "signed-in-passkey"),
  FAILED("sign-in-failed"),
  OTHER;

  private final Set<String> actions;

  TrailGroup(String... actions) {
    this.actions = Set.of(actions);
  }

  static TrailGroup of(String action) {
    return Arrays.stream(values())
        .filter(group -> group.actions.contains(action))
        .findFirst()
        .orElse(OTHER);
  }

  /** All actions that a group names. */
  static List<String> named() {
    return Arrays.stream(values()).flatMap(group -> group.actions.stream().sorted()).toList();
  }
}
