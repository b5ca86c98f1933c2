package jp.careplan.application.view;

import java.util.List;
import java.util.stream.Collectors;
import jp.careplan.application.JoinedOffices.Listed;
import jp.careplan.application.Prefecture;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.KindWords;

/** An office as the directory shows it. */
public final class DirectoryRow {
  private final Listed it;
  private final JapaneseTime time;
  private final KindWords words;

  DirectoryRow(Listed it, JapaneseTime time, KindWords words) {
    this.it = it;
    this.time = time;
    this.words = words;
  }

  public String getNumber() {
    return it.number().value();
  }

  public String getName() {
    return it.name();
  }

  public String getPrefecture() {
    return Prefecture.nameOf(getNumber().substring(0, 2));
  }

  public String getKinds() {
    return it.kinds().stream().sorted().map(words::of).collect(Collectors.joining("、"));
  }

  public String getJoined() {
    return time.day(it.joinedOn());
  }

  /** Whether it can be sent to today. */
  public boolean isActive() {
    return it.active();
  }

  public String getStatus() {
    return it.active() ? "✓ 送れます" : "– 休止中";
  }

  /** For a spreadsheet. */
  List<String> cells() {
    return List.of(
        getNumber(), getName(), getPrefecture(), getKinds(), it.joinedOn().toString(), getStatus());
  }
}
