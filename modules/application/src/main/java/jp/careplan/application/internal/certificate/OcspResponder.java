package jp.careplan.application.internal.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.CRLReason;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/**
 * Answers OCSP requests (RFC 6960) about what one authority issued, with a key the authority
 * delegated to. The states come from the caller. Safe for use by several threads.
 */
public final class OcspResponder {
  private static final int MOST_REQUEST_BYTES = 4_096;
  private static final int MOST_QUESTIONS = 20;
  private static final int MOST_NONCE_BYTES = 128;
  private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();

  private final X509CertificateHolder issuer;
  private final X509CertificateHolder[] certificates;
  private final X509Certificate responder;
  private final PrivateKey key;
  private final Duration validity;

  /** What the caller's table says of a serial number. */
  public sealed interface State {
    /** Issued, and not revoked. */
    record Good() implements State {}

    record Revoked(Instant at, CRLReason reason) implements State {}

    /** Never issued. */
    record Unknown() implements State {}
  }

  /**
   * Takes over a responder's key.
   *
   * @param issuer whose certificates are asked about
   * @param responder issued by it, of profile {@link CertificateProfile#OCSP_RESPONDER}
   * @param validity from an answer's thisUpdate to its nextUpdate
   */
  public OcspResponder(
      X509Certificate issuer, X509Certificate responder, PrivateKey key, Duration validity) {
    try {
      this.issuer = new JcaX509CertificateHolder(issuer);
      this.certificates = new X509CertificateHolder[] {new JcaX509CertificateHolder(responder)};
    } catch (CertificateEncodingException e) {
      throw new AuthorityProblem("certificate unusable", e);
    }
    this.responder = responder;
    this.key = key;
    this.validity = validity;
  }

  /**
   * Answers one request; what cannot be read or is too much is answered as malformed.
   *
   * @param request DER
   * @return DER of an OCSPResponse
   */
  public byte[] answer(byte[] request, Function<BigInteger, State> states, Instant now) {
    if (request.length > MOST_REQUEST_BYTES) {
      return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
    }
    OCSPReq read;
    Req[] questions;
    @Nullable Extension nonce;
    try {
      read = new OCSPReq(request);
      questions = read.getRequestList();
      nonce = read.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    } catch (IOException | RuntimeException e) {
      // bytes from outside make readers throw anything
      return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
    }
    if (questions.length == 0
        || questions.length > MOST_QUESTIONS
        || (nonce != null && nonce.getExtnValue().getOctets().length > MOST_NONCE_BYTES)) {
      return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
    }
    return answer(questions, nonce, states, now);
  }

  /** Whether a request asks about a certificate of this issuer; false for one that is garbage. */
  public boolean isAskedBy(byte[] request) {
    try {
      return request.length <= MOST_REQUEST_BYTES
          && Stream.of(new OCSPReq(request).getRequestList())
              .anyMatch(question -> isOurs(question.getCertID()));
    } catch (IOException | RuntimeException e) {
      // bytes from outside make readers throw anything
      return false;
    }
  }

  /** To whoever asks about another issuer's certificates, or sends what is no request. */
  public static byte[] notOurs(byte[] request) {
    try {
      new OCSPReq(request);
      return refusal(OCSPRespBuilder.UNAUTHORIZED);
    } catch (IOException | RuntimeException e) {
      // bytes from outside make readers throw anything
      return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
    }
  }

  /** Says a state without having been asked. */
  public byte[] tell(BigInteger serial, State state, Instant now) {
    try {
      var about = new CertificateID(DIGESTS.get(CertificateID.HASH_SHA1), issuer, serial);
      return answer(
          new Req[] {new Req(new Request(about.toASN1Primitive(), null))}, null, any -> state, now);
    } catch (OCSPException | OperatorCreationException e) {
      throw new AuthorityProblem("cannot say a state", e);
    }
  }

  private byte[] answer(
      Req[] questions, @Nullable Extension nonce, Function<BigInteger, State> states, Instant now) {
    try {
      BasicOCSPRespBuilder builder =
          new JcaBasicOCSPRespBuilder(
              responder.getPublicKey(), DIGESTS.get(CertificateID.HASH_SHA1));
      for (Req question : questions) {
        CertificateID about = question.getCertID();
        builder.addResponse(
            about,
            isOurs(about) ? status(states.apply(about.getSerialNumber())) : new UnknownStatus(),
            Date.from(now),
            Date.from(now.plus(validity)));
      }
      if (nonce != null) {
        builder.setResponseExtensions(new Extensions(nonce));
      }
      var basic = builder.build(CertificateAuthority.signer(key), certificates, Date.from(now));
      return new OCSPRespBuilder().build(OCSPResp.SUCCESSFUL, basic).getEncoded();
    } catch (OCSPException | OperatorCreationException | IOException e) {
      throw new AuthorityProblem("cannot answer an OCSP request", e);
    }
  }

  private boolean isOurs(CertificateID about) {
    try {
      return about.matchesIssuer(issuer, DIGESTS);
    } catch (OCSPException e) {
      return false; // hashed in a way we do not know
    }
  }

  private static @Nullable CertificateStatus status(State state) {
    return switch (state) {
      case State.Good good -> CertificateStatus.GOOD;
      case State.Revoked revoked ->
          new RevokedStatus(Date.from(revoked.at()), RevocationList.code(revoked.reason()));
      case State.Unknown unknown -> new UnknownStatus();
    };
  }

  private static byte[] refusal(int status) {
    try {
      return new OCSPRespBuilder().build(status, null).getEncoded();
    } catch (OCSPException | IOException e) {
      throw new AuthorityProblem("cannot answer an OCSP request", e);
    }
  }
}
