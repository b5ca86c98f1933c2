package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import jp.careplan.exchange.Partners.Keeping;
import jp.careplan.kernel.OfficeNumber;
import org.jspecify.annotations.Nullable;

/** What an office keeps about another one. */
@SuppressWarnings("UnusedVariable") // some fields are read in the database alone
@Entity
@Table(name = "exchange_partner")
@IdClass(PartnerRow.Key.class)
class PartnerRow {
  @Id private String office;
  @Id private String partner;
  private String called = "";
  private boolean favourite;
  private String note = "";

  @Column(name = "start_month")
  private String startMonth = "";

  @Column(name = "invited_at")
  private @Nullable Instant invitedAt;

  @Column(name = "joined_at")
  private @Nullable Instant joinedAt;

  @Column(name = "added_at")
  private Instant addedAt;

  @Version private long version;

  protected PartnerRow() {}

  PartnerRow(OfficeNumber office, OfficeNumber partner, Instant now) {
    this.office = office.value();
    this.partner = partner.value();
    this.addedAt = now;
  }

  OfficeNumber office() {
    return new OfficeNumber(office);
  }

  OfficeNumber partner() {
    return new OfficeNumber(partner);
  }

  /**
   * @param wished the day by which results are wished, which the month board keeps
   */
  Keeping keeping(int wished) {
    return new Keeping(called, favourite, note, startMonth, wished);
  }

  void keep(Keeping keeping) {
    called = keeping.called();
    favourite = keeping.favourite();
    note = keeping.note();
    startMonth = keeping.startMonth();
  }

  /** Invited once more: that it joins will be told again. */
  void invited(Instant now) {
    invitedAt = now;
    joinedAt = null;
  }

  void joined(Instant now) {
    joinedAt = now;
  }

  Optional<Instant> invitedAt() {
    return Optional.ofNullable(invitedAt);
  }

  static Key key(OfficeNumber office, OfficeNumber partner) {
    var key = new Key();
    key.office = office.value();
    key.partner = partner.value();
    return key;
  }

  /** Composite key, as JPA wants it. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    String office = "";
    String partner = "";

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.office.equals(office) && key.partner.equals(partner);
    }

    @Override
    public int hashCode() {
      return Objects.hash(office, partner);
    }
  }
}
