package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A release whose texts came in: a node of it that starts once more has nothing to bring. */
@Entity
@Table(name = "support_text_release")
class ShippedRelease {
  @SuppressWarnings("UnusedVariable") // it is found by it
  @Id
  private String digest;

  @SuppressWarnings("UnusedVariable") // told to whoever looks into the table
  @Column(name = "came_at")
  private Instant cameAt;

  protected ShippedRelease() {}

  ShippedRelease(String digest, Instant cameAt) {
    this.digest = digest;
    this.cameAt = cameAt;
  }
}
