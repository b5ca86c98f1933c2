package jp.careplan.application.internal.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.DSAPublicKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/** Whether a key signed something. */
final class Signatures {
  private Signatures() {}

  /**
   * Whether the certificate's signature is the key's. A DSA key that inherits its parameters cannot
   * be judged alone: yes, and the path's validation decides.
   */
  static boolean fits(X509Certificate certificate, PublicKey key) {
    if (key instanceof DSAPublicKey dsa && dsa.getParams() == null) {
      return true;
    }
    if (key instanceof ECPublicKey ec && !isWellFormed(certificate.getSignature(), ec)) {
      return false;
    }
    try {
      certificate.verify(key);
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      // garbage in keys and signatures makes providers throw runtime exceptions as well
      return false;
    }
  }

  /** ECDSA-Sig-Value in DER, r and s within 1 and the order of the curve. */
  private static boolean isWellFormed(byte[] signature, ECPublicKey key) {
    try {
      ASN1Primitive parsed = ASN1Primitive.fromByteArray(signature);
      ASN1Sequence values = ASN1Sequence.getInstance(parsed);
      BigInteger order = key.getParams().getOrder();
      boolean inRange = values.size() == 2;
      for (int i = 0; inRange && i < 2; i++) {
        BigInteger value = ASN1Integer.getInstance(values.getObjectAt(i)).getValue();
        inRange = value.signum() > 0 && value.compareTo(order) < 0;
      }
      return inRange && Arrays.equals(signature, parsed.getEncoded(ASN1Encoding.DER));
    } catch (java.io.IOException | RuntimeException e) {
      return false;
    }
  }

  /** The key itself, or a DSA key with the parameters of its issuer's. */
  static PublicKey complete(PublicKey key, PublicKey issuer) {
    if (key instanceof DSAPublicKey dsa
        && dsa.getParams() == null
        && issuer instanceof DSAPublicKey above
        && above.getParams() != null) {
      var domain = above.getParams();
      try {
        return KeyFactory.getInstance("DSA")
            .generatePublic(
                new DSAPublicKeySpec(dsa.getY(), domain.getP(), domain.getQ(), domain.getG()));
      } catch (GeneralSecurityException e) {
        return key;
      }
    }
    return key;
  }
}
