package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
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

  /** The row, for whoever shows or begins a text; others wait. */
  static TextRevision locked(EntityManager em) {
    TextRevision revision =
        Objects.requireNonNull(em.find(TextRevision.class, ID, LockModeType.PESSIMISTIC_WRITE));
    em.refresh(revision);
    return revision;
  }

  boolean isLoaded() {
    return loadedAt != null;
  }

  void loaded(Instant at) {
    loadedAt = loadedAt == null ? at : loadedAt;
    grow();
  }

  void grow() {
    counted++;
  }

  long counted() {
    return counted;
  }
}
