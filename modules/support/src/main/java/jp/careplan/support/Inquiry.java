package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.TimeOrderedId;
import jp.careplan.support.Inquiring.Standing;
import jp.careplan.support.Inquiring.Status;
import org.jspecify.annotations.Nullable;

/** An inquiry; what it says lies sealed. */
@Entity
@Table(name = "support_inquiry")
class Inquiry {
  @Id private String id = TimeOrderedId.next();

  @Column(name = "inquiry_number")
  private String number;

  @Column(name = "code_hash")
  private String codeHash;

  @Enumerated(EnumType.STRING)
  private Status status = Status.DRAFT;

  @Enumerated(EnumType.STRING)
  private InquiryKind kind = InquiryKind.OTHER;

  @SuppressWarnings("UnusedVariable") // an office's own are found by it
  private String office = "";

  @Lob private byte[] content = {};

  @Column(name = "touched_at")
  private Instant touchedAt;

  @Column(name = "received_at")
  private @Nullable Instant receivedAt;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Version private long version;

  protected Inquiry() {}

  Inquiry(InquiryKey key, Instant now) {
    this.number = key.number();
    this.codeHash = hash(key);
    this.touchedAt = now;
  }

  boolean opensWith(InquiryKey key) {
    return codeHash.equals(hash(key));
  }

  void write(InquiryKind about, byte[] sealed, Instant now) {
    kind = about;
    content = sealed.clone();
    touchedAt = now;
  }

  void receive(String by, boolean held, Instant now) {
    status = held ? Status.HELD : Status.RECEIVED;
    office = by;
    receivedAt = now;
    touchedAt = now;
  }

  boolean isDraft() {
    return status == Status.DRAFT;
  }

  String id() {
    return id;
  }

  String number() {
    return number;
  }

  Status status() {
    return status;
  }

  byte[] content() {
    return content.clone();
  }

  Optional<Instant> receivedAt() {
    return Optional.ofNullable(receivedAt);
  }

  /** A held one is told as received: whoever sent it learns nothing from it. */
  Standing standing() {
    return new Standing(
        number,
        status == Status.HELD ? Status.RECEIVED : status,
        kind,
        Objects.requireNonNull(receivedAt),
        Optional.ofNullable(answeredAt));
  }

  private static String hash(InquiryKey key) {
    return Sha256.hex(key.number() + " " + key.code());
  }
}
