package jp.careplan.application;

import static jp.careplan.application.StaffProblem.BAD_PASSKEY_NAME;
import static jp.careplan.application.StaffProblem.PASSKEY_REFUSED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import jp.careplan.application.internal.passkey.Ceremony.Kept;
import jp.careplan.application.internal.passkey.Ceremony.Use;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** One パスキー. */
@Entity
@Table(name = "application_passkey")
class Passkey {
  private static final int LONGEST_NAME = 40;

  @Id private String id;

  @Column(name = "user_id")
  private String userId;

  private String name;

  @Column(name = "terminal_id")
  private String terminalId;

  private byte[] credential;

  @Column(name = "sign_count")
  private long signCount;

  @Column(name = "backup_eligible")
  private boolean backupEligible;

  @Column(name = "backed_up")
  private boolean backedUp;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  @Version private long version;

  protected Passkey() {}

  Passkey(String id, OfficeSession by, String name, Kept kept, Instant now) {
    this.id = id;
    this.userId = by.user().value();
    this.terminalId = by.terminalId();
    this.credential = kept.credential().clone();
    this.signCount = kept.signCount();
    this.backupEligible = kept.backupEligible();
    this.backedUp = kept.backedUp();
    this.registeredAt = now;
    rename(name);
  }

  static String requireName(String wanted) {
    String known = wanted.strip();
    if (known.isEmpty() || known.length() > LONGEST_NAME) {
      throw new DomainException(BAD_PASSKEY_NAME, "");
    }
    return known;
  }

  final void rename(String wanted) {
    name = requireName(wanted);
  }

  /** Looked at once more under the lock: of two at once with one count, the second is refused. */
  void use(Use use, Instant now) {
    boolean counts = use.signCount() > 0 || signCount > 0;
    if (counts && use.signCount() <= signCount) {
      throw new DomainException(PASSKEY_REFUSED, "");
    }
    signCount = use.signCount();
    backedUp = use.backedUp();
    lastUsedAt = now;
  }

  String id() {
    return id;
  }

  UserId user() {
    return new UserId(userId);
  }

  Kept kept() {
    return new Kept(credential.clone(), signCount, backupEligible, backedUp);
  }

  Passkeys.Entry entry() {
    return new Passkeys.Entry(id, name, terminalId, registeredAt, Optional.ofNullable(lastUsedAt));
  }
}
