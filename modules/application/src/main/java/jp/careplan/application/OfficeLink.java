package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import jp.careplan.kernel.OfficeNumber;

/** One office sees how another stands. */
@Entity
@Table(name = "application_office_link")
@IdClass(OfficeLink.Key.class)
class OfficeLink {
  @Id private String viewer;
  @Id private String office;

  @Column(name = "linked_at")
  private Instant linkedAt;

  protected OfficeLink() {}

  OfficeLink(Key key, Instant at) {
    this.viewer = key.viewer;
    this.office = key.office;
    this.linkedAt = at;
  }

  OfficeNumber viewer() {
    return new OfficeNumber(viewer);
  }

  OfficeNumber office() {
    return new OfficeNumber(office);
  }

  Instant linkedAt() {
    return linkedAt;
  }

  /** Who looks at whom. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private String viewer = "";
    private String office = "";

    Key() {}

    Key(OfficeNumber viewer, OfficeNumber office) {
      this.viewer = viewer.value();
      this.office = office.value();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.viewer.equals(viewer) && key.office.equals(office);
    }

    @Override
    public int hashCode() {
      return viewer.hashCode() * 31 + office.hashCode();
    }
  }
}
