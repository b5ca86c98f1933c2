package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import jp.careplan.kernel.Sha256;

/** 失効リスト of an outside authority, as it was fetched last. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_revocation_list")
class RevocationListRow {
  @Id private String id;
  private byte[] content;

  @Column(name = "this_update")
  private Instant thisUpdate;

  @Column(name = "next_update")
  private Instant nextUpdate;

  @Column(name = "fetched_at")
  private Instant fetchedAt;

  @Version private long version;

  protected RevocationListRow() {}

  RevocationListRow(
      String address, byte[] content, Instant thisUpdate, Instant nextUpdate, Instant now) {
    this.id = idOf(address);
    this.content = content;
    this.thisUpdate = thisUpdate;
    this.nextUpdate = nextUpdate;
    this.fetchedAt = now;
  }

  static String idOf(String address) {
    return Sha256.hex(address);
  }

  void take(byte[] der, Instant newThisUpdate, Instant newNextUpdate, Instant now) {
    content = der;
    thisUpdate = newThisUpdate;
    nextUpdate = newNextUpdate;
    fetchedAt = now;
  }

  byte[] content() {
    return content;
  }
}
