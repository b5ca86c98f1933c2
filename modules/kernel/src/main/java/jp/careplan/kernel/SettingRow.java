package jp.careplan.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What operators decided last. */
@Entity
@Table(name = "kernel_setting")
class SettingRow {
  @Id
  @Column(name = "setting_key")
  private String key;

  @Lob private String content;
  @Version private long version;

  protected SettingRow() {}

  SettingRow(String key, String content) {
    this.key = key;
    this.content = content;
  }

  String key() {
    return key;
  }

  String content() {
    return content;
  }

  void decide(String newContent) {
    content = newContent;
  }
}
