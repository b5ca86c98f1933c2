package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of what an office takes along: some transmissions and their rows of the index, sealed.
 */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_takeout_part")
@IdClass(TakeoutPart.Key.class)
class TakeoutPart {
  @Id
  @Column(name = "takeout_id")
  private String takeoutId;

  @Id
  @Column(name = "part_number")
  private int number;

  @Lob private byte[] listing;
  @Lob private byte[] body;

  protected TakeoutPart() {}

  TakeoutPart(String takeoutId, int number, byte[] listing, byte[] body) {
    this.takeoutId = takeoutId;
    this.number = number;
    this.listing = listing;
    this.body = body;
  }

  /** What the seal of a piece is bound to. */
  static String place(String takeoutId, int number, String what) {
    return "exchange_takeout_part/" + takeoutId + "/" + number + "/" + what;
  }

  /** Composite key, as JPA wants it. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    String takeoutId = "";
    int number;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.takeoutId.equals(takeoutId) && key.number == number;
    }

    @Override
    public int hashCode() {
      return Objects.hash(takeoutId, number);
    }
  }
}
