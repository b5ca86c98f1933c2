package jp.careplan.application;

import java.util.Optional;

/** 失効リスト and OCSP answers, for whoever wants to know what became of a certificate. */
public interface RevocationPublishing {
  /**
   * The revocation list of an issuer, no older than a few minutes.
   *
   * @param issuerKey subject key identifier of the issuer, hexadecimal
   * @return DER; empty where it is none of ours
   */
  Optional<byte[]> list(String issuerKey);

  /**
   * Answers an OCSP request.
   *
   * @param request DER
   * @return DER
   */
  byte[] answer(byte[] request);
}
