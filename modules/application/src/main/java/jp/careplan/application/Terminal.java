package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/** 端末: one of the office's PCs. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_terminal")
class Terminal {
  @Id private String id;
  private String office;
  private String name;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "last_seen_at")
  private @Nullable Instant lastSeenAt;

  @Version private long version;

  protected Terminal() {}

  Terminal(OfficeNumber office, String name, Instant registeredAt) {
    this.id = TimeOrderedId.next();
    this.office = office.value();
    this.name = name;
    this.registeredAt = registeredAt;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  boolean belongsTo(OfficeNumber number) {
    return office.equals(number.value());
  }

  TerminalEntry entry(List<CertificateEntry> certificates) {
    return new TerminalEntry(id, name, registeredAt, Optional.ofNullable(lastSeenAt), certificates);
  }
}
