package jp.careplan.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** An office was told that its licence ends. */
@SuppressWarnings("UnusedVariable") // the moment is read in the database alone
@Entity
@Table(name = "licensing_notice")
@IdClass(LicenseNotice.Key.class)
class LicenseNotice {
  @Id
  @Column(name = "license_id")
  private String licenseId;

  @Id
  @Column(name = "days_before")
  private int daysBefore;

  @Column(name = "told_at")
  private Instant toldAt;

  protected LicenseNotice() {}

  LicenseNotice(Key key, Instant at) {
    this.licenseId = key.licenseId;
    this.daysBefore = key.daysBefore;
    this.toldAt = at;
  }

  /** Which licence, and how many days before. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private String licenseId = "";
    private int daysBefore;

    Key() {}

    Key(String licenseId, int daysBefore) {
      this.licenseId = licenseId;
      this.daysBefore = daysBefore;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.licenseId.equals(licenseId)
          && key.daysBefore == daysBefore;
    }

    @Override
    public int hashCode() {
      return licenseId.hashCode() * 31 + daysBefore;
    }
  }
}
