package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import jp.careplan.kernel.Sha256;

/** A recovery code (回復コード) that an operator still has. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_operator_recovery")
class OperatorRecoveryCode {
  @Id
  @Column(name = "code_hash")
  private String codeHash;

  private String operator;

  protected OperatorRecoveryCode() {}

  OperatorRecoveryCode(OperatorId operator, String code) {
    this.codeHash = hash(operator, code);
    this.operator = operator.value();
  }

  /** Hyphens and blanks are for the eye; 80 random bits need no slow hash. */
  static String hash(OperatorId operator, String code) {
    String bare = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return Sha256.hex(operator + " " + bare);
  }
}
