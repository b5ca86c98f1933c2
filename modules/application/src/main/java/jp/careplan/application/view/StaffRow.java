package jp.careplan.application.view;

import java.util.stream.Collectors;
import jp.careplan.application.StaffUsers.Entry;
import jp.careplan.application.StaffUsers.State;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.KindWords;

/** A staff user as pages show it. */
public final class StaffRow {
  private final Entry entry;
  private final JapaneseTime time;
  private final KindWords words;

  StaffRow(Entry entry, JapaneseTime time, KindWords words) {
    this.entry = entry;
    this.time = time;
    this.words = words;
  }

  public String getId() {
    return entry.user().value();
  }

  public String getName() {
    return entry.description().name();
  }

  public String getRole() {
    return entry.description().rights().role().word();
  }

  public String getKinds() {
    return entry.description().rights().isLimited()
        ? entry.description().rights().kinds().stream()
            .sorted()
            .map(words::of)
            .collect(Collectors.joining("、"))
        : "すべて";
  }

  public String getLastSignIn() {
    return entry.lastSignInAt().map(time::moment).orElse("–");
  }

  public String getState() {
    return switch (entry.state()) {
      case ACTIVE -> "✓ 使えます";
      case REMOVED -> "– 外しました";
      case INVITED -> entry.invitedUntil().isEmpty() ? "△ 招待の期限切れ" : "– 招待中";
    };
  }

  /** End of an open invitation; empty where there is none. */
  public String getUntil() {
    return entry.invitedUntil().map(it -> time.moment(it) + "まで").orElse("");
  }

  public String getStyle() {
    return switch (entry.state()) {
      case ACTIVE -> "good";
      case REMOVED -> "gone";
      case INVITED -> "waiting";
    };
  }

  public boolean isPresent() {
    return entry.state() != State.REMOVED;
  }

  public boolean isMailed() {
    return !entry.description().mail().isEmpty();
  }
}
