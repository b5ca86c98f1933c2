package jp.careplan.application;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ログイン: from a certificate and a password to a session, and from the launcher to the browser. */
public interface SigningIn {
  /**
   * @param userId as typed
   * @param source where the call comes from, for slowing down guesses beside a certificate
   */
  record Credentials(String userId, String password, String source) {
    @Override
    public String toString() {
      return "Credentials[masked]";
    }
  }

  /** A one-time way into the browser: lives 60 seconds, works once. */
  record HandOff(String code, Instant expiresAt) {
    @Override
    public String toString() {
      return "HandOff[masked]";
    }
  }

  /**
   * Connector listener: certificate, user ID and password.
   *
   * @param chain the certificate first, then what came beside it
   */
  SignedIn signIn(List<X509Certificate> chain, Credentials credentials);

  /** Public listener: user ID and password alone; such a session sees no plan. */
  SignedIn signInWithPassword(Credentials credentials);

  /**
   * The session of a token, if it still runs and, for a connector session, the certificate is its
   * own.
   */
  Optional<OfficeSession> resume(String token, Optional<X509Certificate> certificate);

  /** The session of a browser's token, without keeping it alive: for what no hand asks for. */
  Optional<OfficeSession> peek(String token);

  void signOut(OfficeSession session);

  HandOff handOff(OfficeSession session);

  /** Which office a hand-off is for; does not use it up. */
  OfficeEntry preview(String handOffCode);

  /** Uses a hand-off up. */
  SignedIn redeem(String handOffCode);
}
