package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one row by which nodes see that a text changed, and that the shipped ones came in. */
@Entity
@Table(name = "support_revision")
class TextRevision {
  static final int ID = 1;

  @Id private int id;
  private long counted;

  @Column(name = "loaded_at")
  private @Nullable Instant loadedAt;

  @Version private long version;

  boolean isLoaded() {
    return loadedAt != null;
  }

  void loaded(Instant at) {
    loadedAt = at;
    grow();
  }

  void grow() {
    counted++;
  }

  long counted() {
    return counted;
  }
}
