package jp.careplan.application;

import static jp.careplan.application.DeskProblem.BAD_OPERATOR;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;

/** 運用管理者. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_operator")
class Operator {
  private static final Duration SET_UP_LIFE = Duration.ofHours(24);

  @Id private String id;

  @Column(name = "password_hash")
  private String passwordHash = "";

  @Column(name = "totp_key")
  private byte[] totpKey;

  @Column(name = "totp_step")
  private long totpStep;

  private String roles;
  private String prefectures;
  private boolean enabled = true;

  @Column(name = "set_up_hash")
  private String setUpHash = "";

  @Column(name = "set_up_until")
  private Instant setUpUntil;

  @Column(name = "added_at")
  private Instant addedAt;

  @Version private long version;

  protected Operator() {}

  Operator(OperatorId id, Set<OperatorRole> roles, Set<String> prefectures, Instant now) {
    this.id = id.value();
    this.addedAt = now;
    this.setUpUntil = now;
    charge(roles, prefectures);
  }

  /** Gives other tasks. */
  final void charge(Set<OperatorRole> newRoles, Set<String> newPrefectures) {
    if (newRoles.isEmpty()
        || !newPrefectures.stream().allMatch(prefecture -> prefecture.matches("[0-9]{2}"))) {
      throw new DomainException(BAD_OPERATOR, "");
    }
    roles = new TreeSet<>(newRoles).stream().map(Enum::name).collect(Collectors.joining(" "));
    prefectures = String.join(" ", new TreeSet<>(newPrefectures));
  }

  /** Begins anew: what was known before is worth nothing, until it is set up by that way. */
  void awaitSetUp(byte[] sealedKey, String wayIn, Instant now) {
    passwordHash = "";
    totpKey = sealedKey.clone();
    totpStep = 0;
    setUpHash = Sha256.hex(wayIn);
    setUpUntil = now.plus(SET_UP_LIFE);
  }

  boolean awaitsSetUp(Instant now) {
    return enabled && !setUpHash.isEmpty() && now.isBefore(setUpUntil);
  }

  void setUp(String newHash) {
    passwordHash = newHash;
    setUpHash = "";
  }

  void changePassword(String newHash) {
    passwordHash = newHash;
  }

  void takeStep(long step) {
    totpStep = step;
  }

  void disable() {
    enabled = false;
    setUpHash = "";
  }

  void enable() {
    enabled = true;
  }

  OperatorId id() {
    return new OperatorId(id);
  }

  String passwordHash() {
    return passwordHash;
  }

  byte[] totpKey() {
    return totpKey.clone();
  }

  long totpStep() {
    return totpStep;
  }

  boolean isEnabled() {
    return enabled;
  }

  boolean isReady() {
    return !passwordHash.isEmpty();
  }

  Set<OperatorRole> roles() {
    return words(roles).map(OperatorRole::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  Set<String> prefectures() {
    return words(prefectures).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this one can look after all others. */
  boolean leads() {
    return enabled
        && isReady()
        && roles().contains(OperatorRole.OPERATOR)
        && prefectures().isEmpty();
  }

  private static java.util.stream.Stream<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
  }
}
