package jp.careplan.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.UserId;

/**
 * What operators see of an office, and what they do with it. Each action wants a reason, which
 * stands in the audit trail.
 */
public interface OfficeDesk {
  /** An office as a list shows it; {@code address} may be empty. */
  record Found(OfficeEntry office, String address, OfficeStatus status) {}

  /**
   * One page of a list.
   *
   * @param next where the next page begins; empty at the end
   */
  record Page(List<Found> items, Optional<String> next) {}

  /** An account of the office; {@code temporary}: the password must be changed first. */
  record AccountState(UserId user, boolean temporary, boolean atRest) {}

  /** A certificate of a terminal. */
  record CertificateState(
      String thumbprint, String terminal, Instant notAfter, Optional<Instant> revokedAt) {}

  /** A session that runs. */
  record SessionState(UserId user, OfficeSession.Door door, String terminal, Instant endsAt) {}

  /**
   * All that this module knows of an office.
   *
   * @param staff how many 職員 have an ID of their own
   */
  record State(
      OfficeProfile profile,
      OfficeStatus status,
      List<AccountState> accounts,
      long staff,
      boolean passkeysForbidden,
      List<CertificateState> certificates,
      List<SessionState> sessions) {}

  /**
   * Offices whose number, KJ ID, name, kana and address contain all words, by number.
   *
   * @param after number of the last one of the page before
   */
  Page search(OperatorSession by, String words, Optional<String> after, int limit);

  State stateOf(OperatorSession by, OfficeNumber office);

  /** 休止: it receives, but sends nothing. */
  void suspend(OperatorSession by, OfficeNumber office, String reason);

  void resume(OperatorSession by, OfficeNumber office, String reason);

  /** 廃止 begins with a proposal, which another operator approves in {@link Approvals}. */
  void proposeClosing(OperatorSession by, OfficeNumber office, String reason);

  /** Its sessions, and those that were handed off from them, end with it. */
  void revoke(
      OperatorSession by,
      OfficeNumber office,
      String thumbprint,
      RevocationReason why,
      String reason);

  /** Nobody of the office comes in by passkey any more; who did is out at once. */
  void forbidPasskeys(OperatorSession by, OfficeNumber office, String reason);

  void allowPasskeys(OperatorSession by, OfficeNumber office, String reason);

  void endSessions(OperatorSession by, OfficeNumber office, String reason);
}
