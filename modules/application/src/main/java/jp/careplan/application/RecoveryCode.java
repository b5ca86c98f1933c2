package jp.careplan.application;

import static jp.careplan.application.AccountProblem.BAD_RECOVERY_CODE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** One 回復コード; 80 random bits, so that a plain hash keeps it. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_recovery_code")
class RecoveryCode {
  @Id private String id;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Version private long version;

  protected RecoveryCode() {}

  RecoveryCode(String id, UserId user) {
    this.id = id;
    this.userId = user.value();
  }

  boolean isUsed() {
    return usedAt != null;
  }

  void use(Instant at) {
    if (isUsed()) {
      throw new DomainException(BAD_RECOVERY_CODE, "");
    }
    usedAt = at;
  }
}
