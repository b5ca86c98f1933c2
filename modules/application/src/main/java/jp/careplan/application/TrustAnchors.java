package jp.careplan.application;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * 信頼する認証局: whose office certificates are let in. The trust file of the node names them; operators
 * add to it and take from it, which takes two of them ({@link Approvals}) and holds from the next
 * start of each node on.
 */
public interface TrustAnchors {
  /** Where an anchor stands on this node. */
  enum State {
    /** In force. */
    HOLDS,
    /** In force until this node starts anew. */
    REMOVED_AT_NEXT_START,
    /** In force as soon as this node starts anew. */
    ADDED_AT_NEXT_START
  }

  /**
   * One of them.
   *
   * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits
   * @param added whether operators added it; otherwise the trust file names it
   */
  record Anchor(
      String fingerprint,
      String subject,
      Instant notBefore,
      Instant notAfter,
      boolean added,
      State state) {}

  List<Anchor> all(OperatorSession by);

  /** What a text holds, or what was proposed under a fingerprint; changes nothing. */
  Anchor look(OperatorSession by, String pemOrFingerprint);

  /**
   * @param pem one certificate of an authority
   */
  void proposeAdding(OperatorSession by, String pem, String reason);

  void proposeRemoving(OperatorSession by, String fingerprint, String reason);

  /** Those in force since this node started. */
  List<X509Certificate> inForce();
}
