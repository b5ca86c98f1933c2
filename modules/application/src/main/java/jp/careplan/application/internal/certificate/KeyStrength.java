package jp.careplan.application.internal.certificate;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Which keys and signatures the house takes for strong enough. */
final class KeyStrength {
  private static final int LEAST_RSA_BITS = 2048;
  private static final int MOST_RSA_BITS = 8192;
  private static final int LEAST_RSA_EXPONENT = 65537;

  private static final Set<ASN1ObjectIdentifier> CURVES =
      Set.of(
          SECObjectIdentifiers.secp256r1,
          SECObjectIdentifiers.secp384r1,
          SECObjectIdentifiers.secp521r1);

  private static final Set<ASN1ObjectIdentifier> SIGNATURES =
      Set.of(
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          PKCSObjectIdentifiers.sha384WithRSAEncryption,
          PKCSObjectIdentifiers.sha512WithRSAEncryption,
          X9ObjectIdentifiers.ecdsa_with_SHA256,
          X9ObjectIdentifiers.ecdsa_with_SHA384,
          X9ObjectIdentifiers.ecdsa_with_SHA512);

  private static final Set<ASN1ObjectIdentifier> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256,
          NISTObjectIdentifiers.id_sha384,
          NISTObjectIdentifiers.id_sha512);

  private KeyStrength() {}

  static void check(Presented presented) throws Refusal {
    checkKey(presented);
    AlgorithmIdentifier algorithm = presented.structure().getSignatureAlgorithm();
    if (!isStrong(algorithm)) {
      throw presented.refusal(
          PathRefusal.WEAK_ALGORITHM, "signed with " + presented.certificate().getSigAlgName());
    }
  }

  static void checkKey(Presented presented) throws Refusal {
    Optional<String> weakness =
        weakness(presented.key(), presented.structure().getSubjectPublicKeyInfo());
    if (weakness.isPresent()) {
      throw presented.refusal(PathRefusal.WEAK_KEY, weakness.get());
    }
  }

  static boolean isStrong(AlgorithmIdentifier signature) {
    if (signature.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      return DIGESTS.contains(
          RSASSAPSSparams.getInstance(signature.getParameters()).getHashAlgorithm().getAlgorithm());
    }
    return SIGNATURES.contains(signature.getAlgorithm());
  }

  /** What is wrong with a key; empty where nothing is. */
  static Optional<String> weakness(PublicKey key, SubjectPublicKeyInfo info) {
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      if (bits < LEAST_RSA_BITS || bits > MOST_RSA_BITS) {
        return Optional.of("RSA of " + bits + " bits");
      }
      boolean exponent =
          rsa.getPublicExponent().bitLength() <= 256
              && rsa.getPublicExponent().testBit(0)
              && rsa.getPublicExponent().compareTo(java.math.BigInteger.valueOf(LEAST_RSA_EXPONENT))
                  >= 0;
      return exponent ? Optional.empty() : Optional.of("RSA with a bad exponent");
    }
    if (key instanceof ECPublicKey) {
      boolean known =
          info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
              && CURVES.contains(curve);
      return known ? Optional.empty() : Optional.of("another curve than P-256, P-384, P-521");
    }
    return Optional.of("key of kind " + key.getAlgorithm());
  }
}
