package jp.careplan.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** One decision; never changed. */
@Entity
@Table(name = "kernel_setting_change")
class SettingChange {
  @Id private String id;

  @Column(name = "setting_key")
  private String settingKey;

  @Lob
  @Column(name = "before_text")
  private String before;

  @Lob
  @Column(name = "after_text")
  private String after;

  @Column(name = "changed_by")
  private String by;

  @Column(name = "changed_at")
  private Instant at;

  private String reason;

  protected SettingChange() {}

  SettingChange(OperatorSettings.Change change) {
    this.id = change.id();
    this.settingKey = change.key();
    this.before = change.before();
    this.after = change.after();
    this.by = change.by();
    this.at = change.at();
    this.reason = change.reason();
  }

  OperatorSettings.Change view() {
    return new OperatorSettings.Change(id, settingKey, before, after, by, at, reason);
  }
}
