package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one file of a transmission without opening it. */
@Entity
@Table(name = "exchange_file")
@IdClass(TransmissionFile.Key.class)
class TransmissionFile {
  @Id
  @Column(name = "transmission_id")
  private String transmissionId;

  @Id
  @Column(name = "position_number")
  private int position;

  private String name;

  @Column(name = "record_type")
  private String recordType;

  @Column(name = "byte_count")
  private long byteCount;

  @Column(name = "record_count")
  private int recordCount;

  private String sha256;

  @Column(name = "downloaded_at")
  private @Nullable Instant downloadedAt;

  protected TransmissionFile() {}

  TransmissionFile(TransmissionId transmission, int position, SealedUnit.Part part) {
    this.transmissionId = transmission.value();
    this.position = position;
    this.name = part.file().name();
    this.recordType = part.type();
    this.byteCount = part.file().content().length;
    this.recordCount = part.records();
    this.sha256 = part.file().sha256();
  }

  void downloaded(Instant at) {
    if (downloadedAt == null) {
      downloadedAt = at;
    }
  }

  boolean isDownloaded() {
    return downloadedAt != null;
  }

  String name() {
    return name;
  }

  String sha256() {
    return sha256;
  }

  int byteCount() {
    return Math.toIntExact(byteCount);
  }

  String recordType() {
    return recordType;
  }

  TransmissionDetail.File file(String typeName) {
    return new TransmissionDetail.File(
        name,
        recordType,
        typeName,
        byteCount,
        recordCount,
        sha256,
        Optional.ofNullable(downloadedAt));
  }

  /** Composite key, as JPA wants it. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    String transmissionId = "";
    int position;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.transmissionId.equals(transmissionId)
          && key.position == position;
    }

    @Override
    public int hashCode() {
      return Objects.hash(transmissionId, position);
    }
  }
}
