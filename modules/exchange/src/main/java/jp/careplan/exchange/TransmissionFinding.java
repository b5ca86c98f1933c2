package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finding that went along with a transmission; without values and names. */
@Entity
@Table(name = "exchange_finding")
@IdClass(TransmissionFinding.Key.class)
class TransmissionFinding {
  @Id
  @Column(name = "transmission_id")
  private String transmissionId;

  @Id
  @Column(name = "position_number")
  private int position;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "line_number")
  private @Nullable Integer line;

  @Column(name = "column_number")
  private @Nullable Integer column;

  @Column(name = "column_name")
  private @Nullable String columnName;

  private String code;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  private String message;
  private String remedy;

  protected TransmissionFinding() {}

  TransmissionFinding(TransmissionId transmission, int position, Finding finding) {
    this.transmissionId = transmission.value();
    this.position = position;
    this.fileName = finding.file();
    this.line = finding.line();
    this.column = finding.column();
    this.columnName = finding.columnName();
    this.code = finding.code();
    this.severity = finding.severity();
    this.message = finding.message();
    this.remedy = finding.remedy();
  }

  String transmissionId() {
    return transmissionId;
  }

  Finding finding() {
    return new Finding(
        fileName, line, column, columnName, code, severity, message, remedy, Optional.empty());
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
