package jp.careplan.application;

import static jp.careplan.application.AccountProblem.ID_REQUEST_SETTLED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.careplan.application.IdAsking.Standing;
import jp.careplan.application.IdAsking.Status;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/** A request of an office without its ID; question and letter lie sealed. */
@Entity
@Table(name = "application_id_request")
class IdRequest {
  /** How long it is kept once it was settled. */
  static final Duration KEPT = Duration.ofDays(180);

  @Id private String id = TimeOrderedId.next();

  @Column(name = "request_number")
  private String requestNumber;

  @Column(name = "code_hash")
  private String codeHash;

  private String prefecture;

  @Enumerated(EnumType.STRING)
  private Status status = Status.RECEIVED;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  private byte[] question;
  private byte @Nullable [] letter;
  @Version private long version;

  protected IdRequest() {}

  IdRequest(String number, String code, String prefecture, byte[] question, Instant now) {
    this.requestNumber = number;
    this.codeHash = hash(number, code);
    this.prefecture = prefecture;
    this.question = question.clone();
    this.askedAt = now;
  }

  boolean opensWith(String code) {
    return codeHash.equals(hash(requestNumber, code));
  }

  void settle(Status as, byte[] sealedLetter, Instant now) {
    if (status != Status.RECEIVED) {
      throw new DomainException(ID_REQUEST_SETTLED, "");
    }
    status = as;
    letter = sealedLetter.clone();
    settledAt = now;
  }

  byte[] question() {
    return question.clone();
  }

  Optional<byte[]> letter() {
    return Optional.ofNullable(letter).map(byte[]::clone);
  }

  Standing standing() {
    return new Standing(status, askedAt, Optional.ofNullable(settledAt));
  }

  IdRequests.Entry entry() {
    return new IdRequests.Entry(id, requestNumber, prefecture, status, askedAt);
  }

  private static String hash(String number, String code) {
    return Sha256.hex(number + " " + code);
  }
}
