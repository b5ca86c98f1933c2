package jp.careplan.application.internal.certificate;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.security.cert.X509Extension;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** Which key a certificate or list is about, in hexadecimal digits; empty where it does not say. */
public final class KeyIdentifier {
  private KeyIdentifier() {}

  /** The certificate's own key. */
  public static String of(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
    try {
      return extension == null
          ? ""
          : hex(
              SubjectKeyIdentifier.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension))
                  .getKeyIdentifier());
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }

  /** The key it was signed with. */
  public static String ofIssuer(X509Extension signed) {
    byte[] extension = signed.getExtensionValue(Extension.authorityKeyIdentifier.getId());
    try {
      return extension == null
          ? ""
          : hex(
              AuthorityKeyIdentifier.getInstance(
                      JcaX509ExtensionUtils.parseExtensionValue(extension))
                  .getKeyIdentifierOctets());
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }

  private static String hex(byte @org.jspecify.annotations.Nullable [] octets) {
    return octets == null || octets.length > 32 ? "" : HexFormat.of().formatHex(octets);
  }
}
