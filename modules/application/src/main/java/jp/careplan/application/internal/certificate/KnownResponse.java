package jp.careplan.application.internal.certificate;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CRLReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.jcajce.JcaRespID;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** An OCSP response that was read (RFC 6960). */
final class KnownResponse {
  private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();

  private final BasicOCSPResp response;
  private final List<SingleResp> singles = new ArrayList<>();
  private final List<Presented> responders = new ArrayList<>();

  private KnownResponse(BasicOCSPResp response) {
    this.response = response;
    for (SingleResp single : response.getResponses()) {
      if (hasNothingUnknown(response, single)) {
        singles.add(single);
      }
    }
    for (X509CertificateHolder holder : response.getCerts()) {
      try {
        responders.add(Presented.read(holder.getEncoded(), PathVerdict.Refused.NOT_PRESENTED));
      } catch (Refusal | IOException e) {
        // a certificate that cannot be read signs nothing
      }
    }
  }

  static Optional<KnownResponse> read(byte[] der) {
    try {
      var outer = new OCSPResp(der);
      return outer.getStatus() == OCSPResp.SUCCESSFUL
              && outer.getResponseObject() instanceof BasicOCSPResp basic
          ? Optional.of(new KnownResponse(basic))
          : Optional.empty();
    } catch (IOException | OCSPException | RuntimeException e) {
      // bytes from outside make readers throw anything
      return Optional.empty();
    }
  }

  /** Tells what it knows of a certificate, if it is to be believed. */
  void tell(
      Presented certificate,
      Presented issuer,
      PublicKey issuerKey,
      Instant at,
      PathRules rules,
      Predicate<Presented> unrevoked,
      RevocationCheck.State state)
      throws Refusal {
    for (SingleResp single : singles) {
      boolean about =
          isAbout(single, certificate, issuer) && !single.getThisUpdate().toInstant().isAfter(at);
      if (about && isBelieved(issuer, issuerKey, at, rules, unrevoked)) {
        @Nullable CertificateStatus status = single.getCertStatus();
        if (status instanceof RevokedStatus revoked) {
          throw state.revoked(revocation(revoked));
        } else if (status == null) { // Bouncy Castle's "good"
          boolean fresh =
              RevocationCheck.isFresh(single.getThisUpdate(), single.getNextUpdate(), at, rules);
          if (fresh) {
            state.good();
          } else {
            state.stale();
          }
        }
      }
    }
  }

  private static boolean isAbout(SingleResp single, Presented certificate, Presented issuer) {
    try {
      return single
              .getCertID()
              .getSerialNumber()
              .equals(certificate.certificate().getSerialNumber())
          && single
              .getCertID()
              .matchesIssuer(new X509CertificateHolder(issuer.structure()), DIGESTS);
    } catch (OCSPException | RuntimeException e) {
      return false;
    }
  }

  private static boolean hasNothingUnknown(BasicOCSPResp response, SingleResp single) {
    for (Object oid : response.getCriticalExtensionOIDs()) {
      if (!OCSPObjectIdentifiers.id_pkix_ocsp_nonce.equals(oid)) {
        return false;
      }
    }
    return single.getCriticalExtensionOIDs().isEmpty();
  }

  private static PathVerdict.Revocation revocation(RevokedStatus revoked) {
    int reason = revoked.hasRevocationReason() ? revoked.getRevocationReason() : 0;
    CRLReason[] reasons = CRLReason.values();
    return new PathVerdict.Revocation(
        reason >= 0 && reason < reasons.length ? reasons[reason] : CRLReason.UNSPECIFIED,
        revoked.getRevocationTime().toInstant());
  }

  /** Signed by the issuer, or by one it made a responder. */
  private boolean isBelieved(
      Presented issuer,
      PublicKey issuerKey,
      Instant at,
      PathRules rules,
      Predicate<Presented> unrevoked) {
    if (rules.strongKeys() && !KeyStrength.isStrong(response.getSignatureAlgorithmID())) {
      return false;
    }
    if (isFrom(issuer.subject(), issuerKey) && isSignedBy(issuerKey)) {
      return true;
    }
    return responders.stream()
        .filter(it -> it.issuer().equals(issuer.subject()))
        .filter(it -> Signatures.fits(it.certificate(), issuerKey))
        .filter(it -> isResponder(it, at, rules))
        .filter(it -> isFrom(it.subject(), it.key()) && isSignedBy(it.key()))
        .anyMatch(it ->
            it.extension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck).isPresent()
                || unrevoked.test(it));
  }

  private static boolean isResponder(Presented it, Instant at, PathRules rules) {
    try {
      if (rules.strongKeys()) {
        KeyStrength.check(it);
      }
      List<String> purposes = it.certificate().getExtendedKeyUsage();
      return purposes != null
          && purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
          && it.allows(KeyUse.DIGITAL_SIGNATURE)
          && !at.isBefore(it.certificate().getNotBefore().toInstant())
          && !at.isAfter(it.certificate().getNotAfter().toInstant());
    } catch (Refusal | java.security.cert.CertificateParsingException e) {
      return false;
    }
  }

  private boolean isFrom(X500Principal name, PublicKey key) {
    try {
      var byKey =
          new JcaRespID(
              key, new JcaDigestCalculatorProviderBuilder().build().get(RespID.HASH_SHA1));
      return response.getResponderId().equals(byKey)
          || response.getResponderId().equals(new JcaRespID(name));
    } catch (OCSPException | OperatorCreationException e) {
      return false;
    }
  }

  private boolean isSignedBy(PublicKey key) {
    try {
      return response.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
    } catch (OCSPException | OperatorCreationException | RuntimeException e) {
      return false;
    }
  }
}
