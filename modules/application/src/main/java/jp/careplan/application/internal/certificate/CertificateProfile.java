package jp.careplan.application.internal.certificate;

import java.time.Period;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import jp.careplan.application.internal.OfficeCertificate;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Kinds of certificates that the authority issues, and what stands in each. */
public enum CertificateProfile {
  /** The anchor; lives off line. */
  ROOT(
      Period.ofYears(20),
      OptionalInt.of(1),
      Set.of(KeyUse.KEY_CERT_SIGN, KeyUse.CRL_SIGN),
      List.of(),
      Set.of()),
  /** Issues to offices, on line. The policies are those it may pass on. */
  ISSUING(
      Period.ofYears(10),
      OptionalInt.of(0),
      Set.of(KeyUse.KEY_CERT_SIGN, KeyUse.CRL_SIGN),
      List.of(),
      Set.of(OfficeCertificate.CARE_INSURANCE, OfficeCertificate.DELEGATED_CLAIM)),
  /** 介護保険証明書. */
  CARE_INSURANCE(
      Period.ofYears(3),
      OptionalInt.empty(),
      Set.of(KeyUse.DIGITAL_SIGNATURE),
      List.of(KeyPurposeId.id_kp_clientAuth),
      Set.of(OfficeCertificate.CARE_INSURANCE)),
  /** 請求委任事業所用証明書. */
  DELEGATED_CLAIM(
      Period.ofYears(3),
      OptionalInt.empty(),
      Set.of(KeyUse.DIGITAL_SIGNATURE),
      List.of(KeyPurposeId.id_kp_clientAuth),
      Set.of(OfficeCertificate.DELEGATED_CLAIM)),
  /** Signs OCSP responses; bears id-pkix-ocsp-nocheck, so it lives shortly. */
  OCSP_RESPONDER(
      Period.ofDays(90),
      OptionalInt.empty(),
      Set.of(KeyUse.DIGITAL_SIGNATURE),
      List.of(KeyPurposeId.id_kp_OCSPSigning),
      Set.of()),
  /** The listeners' own. */
  SERVER(
      Period.ofDays(397),
      OptionalInt.empty(),
      Set.of(KeyUse.DIGITAL_SIGNATURE),
      List.of(KeyPurposeId.id_kp_serverAuth),
      Set.of()),
  /** Signs receipts (受付証). */
  RECEIPT_SIGNER(
      Period.ofYears(10),
      OptionalInt.empty(),
      Set.of(KeyUse.DIGITAL_SIGNATURE),
      List.of(),
      Set.of());

  private final Period life;
  private final OptionalInt pathLength;
  private final Set<KeyUse> keyUse;
  private final List<KeyPurposeId> purposes;
  private final Set<String> policies;

  CertificateProfile(
      Period life,
      OptionalInt pathLength,
      Set<KeyUse> keyUse,
      List<KeyPurposeId> purposes,
      Set<String> policies) {
    this.life = life;
    this.pathLength = pathLength;
    this.keyUse = keyUse;
    this.purposes = purposes;
    this.policies = policies;
  }

  /** The usual time from first to last day. */
  public Period life() {
    return life;
  }

  boolean isAuthority() {
    return pathLength.isPresent();
  }

  OptionalInt pathLength() {
    return pathLength;
  }

  Set<KeyUse> keyUse() {
    return keyUse;
  }

  List<KeyPurposeId> purposes() {
    return purposes;
  }

  Set<String> policies() {
    return policies;
  }

  /** Whether its certificate says where its state can be asked for. */
  boolean isLookedUp() {
    return this != ROOT && this != OCSP_RESPONDER;
  }
}
