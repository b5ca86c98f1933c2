package jp.careplan.application;

import java.util.List;
import java.util.Optional;

/** 運用管理者のログイン: ID, password and a code of the authenticator app, all at once. */
public interface OperatorSigningIn {
  /**
   * @param operatorId as typed
   * @param code six digits of the app, or a recovery code
   */
  record Credentials(String operatorId, String password, String code) {
    @Override
    public String toString() {
      return "Credentials[masked]";
    }
  }

  /** A new session and the token it is known by. */
  record SignedIn(String token, OperatorSession session) {
    @Override
    public String toString() {
      return "SignedIn[masked]";
    }
  }

  /**
   * What an authenticator app is set up with.
   *
   * @param key the secret as text (Base32)
   * @param address the secret as {@code otpauth:} address, for a picture to be photographed
   */
  record SetUp(OperatorId operator, String key, String address) {
    @Override
    public String toString() {
      return "SetUp[masked]";
    }
  }

  /**
   * @param recoveryCodes shown once, each good for one sign-in
   */
  record Ready(SignedIn signedIn, List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "Ready[masked]";
    }
  }

  SignedIn signIn(Credentials credentials);

  /** The session of a token, if it still runs and its operator is not disabled. */
  Optional<OperatorSession> resume(String token);

  void signOut(OperatorSession session);

  /** The password once more, for the lock of a page. */
  void check(OperatorSession session, String password);

  /** What a one-time way to set up leads to; does not use it up. */
  SetUp setUpOf(String wayIn);

  /** Uses the way up: the password, and a code as proof that the app works. */
  Ready setUp(String wayIn, String password, String code);

  /** Own sessions, newest first. */
  List<OperatorSession> sessionsOf(OperatorSession session);

  /** Ends all other own sessions. */
  void changePassword(OperatorSession session, String present, String wanted);

  /**
   * Makes those of before worthless.
   *
   * @return shown once, each good for one sign-in
   */
  List<String> renewRecoveryCodes(OperatorSession session, String password);

  /** Ends one of the own sessions. */
  void end(OperatorSession session, String sessionId);
}
