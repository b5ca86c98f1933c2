package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** One visitor's chat, sealed. */
@Entity
@Table(name = "support_chat")
class ChatThread {
  @Id private String id;
  @Lob private byte[] content = {};

  @Column(name = "touched_at")
  private Instant touchedAt;

  @Version private long version;

  protected ChatThread() {}

  ChatThread(String id, Instant now) {
    this.id = id;
    this.touchedAt = now;
  }

  byte[] content() {
    return content.clone();
  }

  void write(byte[] sealed, Instant now) {
    content = sealed.clone();
    touchedAt = now;
  }
}
