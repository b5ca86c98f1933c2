package jp.careplan.application;

import java.util.List;

/**
 * 端末を止める, for an office that lost its only terminal and cannot come in any more: a recovery code
 * (回復コード) stands in for the session. Guesses are slowed as everywhere.
 *
 * <p>A proof is the user ID as typed, with the recovery code in place of the password.
 */
public interface TerminalStopping {
  /** The office's terminals that still have a usable certificate; uses nothing up. */
  List<TerminalEntry> terminalsOf(SigningIn.Credentials proof);

  /**
   * Uses the code up. The terminal's certificates are worth nothing from now on, its sessions are
   * over on all nodes, and the security mail is told.
   */
  void stop(SigningIn.Credentials proof, String terminalId, RevocationReason reason);
}
