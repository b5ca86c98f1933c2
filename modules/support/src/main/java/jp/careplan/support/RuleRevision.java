package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one row by which editors and nodes see that rules changed. */
@Entity
@Table(name = "support_chat_revision")
class RuleRevision {
  static final int ID = 1;

  @Id private int id;
  private long counted;
  private int live;

  @Column(name = "loaded_at")
  private @Nullable Instant loadedAt;

  @Version private long version;

  boolean isLoaded() {
    return loadedAt != null;
  }

  void loaded(Instant at) {
    loadedAt = at;
  }

  void grow() {
    counted++;
  }

  long counted() {
    return counted;
  }

  int live() {
    return live;
  }

  /** The number of the next version, which answers from now on. */
  int next() {
    return ++live;
  }
}
