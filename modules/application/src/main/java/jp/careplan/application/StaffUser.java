package jp.careplan.application;

import static jp.careplan.application.StaffProblem.BAD_STAFF;
import static jp.careplan.application.StaffProblem.STAFF_REMOVED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.careplan.application.StaffUsers.Description;
import jp.careplan.application.StaffUsers.Entry;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.ServiceKind;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** 職員. The password stands in an {@link Account} under the same ID, from joining to removal. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_staff_user")
class StaffUser {
  static final Duration INVITATION = Duration.ofDays(7);
  private static final int LONGEST_NAME = 60;

  @Id
  @Column(name = "user_id")
  private String userId;

  private String account;

  @Column(name = "staff_number")
  private int number;

  private String name;
  private String mail;
  private String role;

  @Column(name = "service_kinds")
  private String serviceKinds;

  @Column(name = "invite_hash")
  private String inviteHash = "";

  @Column(name = "invite_until")
  private Instant inviteUntil;

  @Column(name = "joined_at")
  private @Nullable Instant joinedAt;

  @Column(name = "last_sign_in_at")
  private @Nullable Instant lastSignInAt;

  @Column(name = "removed_at")
  private @Nullable Instant removedAt;

  @Version private long version;

  protected StaffUser() {}

  StaffUser(KjUserId account, int number, Description description, Instant now) {
    this.userId = UserId.ofStaff(account, number).value();
    this.account = account.value();
    this.number = number;
    this.inviteUntil = now;
    describe(description);
  }

  final void describe(Description description) {
    requirePresent();
    String known = description.name().strip();
    if (known.isEmpty() || known.length() > LONGEST_NAME) {
      throw new DomainException(BAD_STAFF, "名前は、1文字以上、" + LONGEST_NAME + "文字以下です。");
    }
    name = known;
    mail = description.mail().isBlank() ? "" : new MailAddress(description.mail().strip()).value();
    role = description.rights().role().name();
    serviceKinds =
        new TreeSet<>(description.rights().kinds())
            .stream().map(ServiceKind::value).collect(Collectors.joining(" "));
  }

  void invite(String code, Instant now) {
    requirePresent();
    inviteHash = Sha256.hex(code);
    inviteUntil = now.plus(INVITATION);
  }

  boolean isInvited(Instant now) {
    return !inviteHash.isEmpty() && now.isBefore(inviteUntil);
  }

  void join(Instant now) {
    requirePresent();
    inviteHash = "";
    joinedAt = joinedAt == null ? now : joinedAt;
  }

  /** The number and the name stay, for whoever reads the trail. */
  void remove(Instant now) {
    requirePresent();
    inviteHash = "";
    mail = "";
    removedAt = now;
  }

  private void requirePresent() {
    if (removedAt != null) {
      throw new DomainException(STAFF_REMOVED, "");
    }
  }

  UserId user() {
    return new UserId(userId);
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  String mail() {
    return mail;
  }

  /** Whether this one can look after the others. */
  boolean leads() {
    return joinedAt != null && removedAt == null && rights().administers();
  }

  Rights rights() {
    return new Rights(
        StaffRole.valueOf(role),
        Arrays.stream(serviceKinds.split(" "))
            .filter(kind -> !kind.isEmpty())
            .map(ServiceKind::new)
            .collect(Collectors.toUnmodifiableSet()));
  }

  Entry entry(Instant now) {
    return new Entry(
        user(),
        new Description(name, mail, rights()),
        state(),
        isInvited(now) ? Optional.of(inviteUntil) : Optional.empty(),
        Optional.ofNullable(lastSignInAt));
  }

  private StaffUsers.State state() {
    if (removedAt != null) {
      return StaffUsers.State.REMOVED;
    }
    return joinedAt == null ? StaffUsers.State.INVITED : StaffUsers.State.ACTIVE;
  }
}
