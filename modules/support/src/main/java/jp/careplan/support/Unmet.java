package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What people asked for and did not find, as often as it came up. */
@Entity
@Table(name = "support_unmet")
@SuppressWarnings("UnusedVariable") // editors will read it
class Unmet {
  @Id private String id;

  @Enumerated(EnumType.STRING)
  private UnmetQueue.Source source;

  private String words;
  private String about;
  private long counted;
  private String state;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  @Version private long version;

  protected Unmet() {}

  void again(Instant now) {
    if (counted == 0) {
      firstAt = now;
    }
    counted++;
    lastAt = now;
  }
}
