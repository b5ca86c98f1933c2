package jp.careplan.application.internal;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Sha256;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * What an office's certificate (電子証明書) says: the office number is the common name of the subject,
 * the kind is a certificate policy.
 */
public final class OfficeCertificate {
  /** Arc of this project's certificate policies; a UUID under 2.25. */
  private static final String ARC = "2.25.216450741093421087136487029144513274609";

  /** 介護保険証明書. */
  public static final String CARE_INSURANCE = ARC + ".1";

  /** 請求委任事業所用証明書 (CarePlan / 介護DX証明書). */
  public static final String DELEGATED_CLAIM = ARC + ".2";

  /** 代理人証明書: never accepted. */
  public static final String PROXY = ARC + ".3";

  private static final Set<String> ACCEPTED = Set.of(CARE_INSURANCE, DELEGATED_CLAIM);

  private final X509Certificate certificate;

  public OfficeCertificate(X509Certificate certificate) {
    this.certificate = certificate;
  }

  /** Whether it is of a kind that may sign in. */
  public boolean isOfAcceptedKind() {
    return policies().stream().anyMatch(ACCEPTED::contains);
  }

  /** Name of its accepted kind; empty for any other. */
  public String kind() {
    Set<String> policies = policies();
    if (policies.contains(CARE_INSURANCE)) {
      return "CARE_INSURANCE";
    }
    return policies.contains(DELEGATED_CLAIM) ? "DELEGATED_CLAIM" : "";
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** The office it was issued to. */
  public Optional<OfficeNumber> office() {
    return commonName().filter(OfficeNumber::isValid).map(OfficeNumber::new);
  }

  /** SHA-256 of the DER, 64 hexadecimal digits. */
  public String thumbprint() {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Optional<String> commonName() {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .findFirst();
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  private Set<String> policies() {
    byte[] extension = certificate.getExtensionValue(Extension.certificatePolicies.getId());
    if (extension == null) {
      return Set.of();
    }
    try {
      var parsed =
          CertificatePolicies.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension));
      return Stream.of(parsed.getPolicyInformation())
          .map(PolicyInformation::getPolicyIdentifier)
          .map(Object::toString)
          .collect(Collectors.toSet());
    } catch (java.io.IOException | IllegalArgumentException e) {
      return Set.of();
    }
  }
}
