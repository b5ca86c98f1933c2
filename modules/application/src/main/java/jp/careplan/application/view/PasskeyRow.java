package jp.careplan.application.view;

import jp.careplan.application.Passkeys.Entry;
import jp.careplan.application.page.JapaneseTime;

/** A パスキー as pages show it. */
public final class PasskeyRow {
  private final Entry entry;
  private final String terminal;
  private final JapaneseTime time;

  PasskeyRow(Entry entry, String terminal, JapaneseTime time) {
    this.entry = entry;
    this.terminal = terminal;
    this.time = time;
  }

  public String getId() {
    return entry.id();
  }

  public String getName() {
    return entry.name();
  }

  public String getTerminal() {
    return terminal.isEmpty() ? "–" : terminal;
  }

  public String getRegisteredAt() {
    return time.moment(entry.registeredAt());
  }

  public String getLastUsed() {
    return entry.lastUsed().map(time::moment).orElse("まだありません");
  }
}
