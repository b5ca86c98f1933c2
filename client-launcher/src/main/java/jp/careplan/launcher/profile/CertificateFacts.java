package jp.careplan.launcher.profile;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import jp.careplan.launcher.text.JapanTime;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * What a certificate tells about itself. TLS closes the door without a word, so what is wrong has
 * to be read here.
 */
public record CertificateFacts(X509Certificate certificate) {
  private static final Pattern OFFICE_NUMBER = Pattern.compile("[0-9]{2}[0-9A-Z][0-9]{7}");
  private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
  private static final String ANY_PURPOSE = "2.5.29.37.0";

  /** Policies of the exchange's own authority; its certificate profiles name them. */
  private static final String ARC = "2.25.216450741093421087136487029144513274609";

  /** Names for the parts of a subject that RFC 2253 would show as numbers and hexadecimal bytes. */
  private static final Map<String, String> PART_NAMES =
      Map.of("2.5.4.5", "SERIALNUMBER", "0.9.2342.19200300.100.1.1", "UID");

  private static final String CARE_INSURANCE = ARC + ".1";
  private static final String DELEGATED_CLAIM = ARC + ".2";
  private static final String PROXY = ARC + ".3";

  /** 事業所番号: the common name, or another part of the subject that has its shape. */
  public Optional<String> office() {
    return Stream.concat(
            attribute("CN"), subject().stream().map(Rdn::getValue).map(String::valueOf))
        .filter(value -> OFFICE_NUMBER.matcher(value).matches())
        .findFirst();
  }

  /** 端末: the name this PC's certificate was made out to. */
  public Optional<String> terminal() {
    return Stream.of("SERIALNUMBER", "UID", "OU")
        .flatMap(this::attribute)
        .filter(value -> !OFFICE_NUMBER.matcher(value).matches())
        .findFirst();
  }

  /** The kind in words people know, where the certificate says it. */
  public Optional<String> kind() {
    Set<String> policies = policies();
    if (policies.contains(CARE_INSURANCE)) {
      return Optional.of("介護保険証明書");
    }
    if (policies.contains(DELEGATED_CLAIM)) {
      return Optional.of("請求委任事業所用ケアプラン証明書");
    }
    return policies.contains(PROXY) ? Optional.of("代理人証明書") : Optional.empty();
  }

  public String issuer() {
    return certificate.getIssuerX500Principal().getName();
  }

  public Instant from() {
    return certificate.getNotBefore().toInstant();
  }

  public Instant until() {
    return certificate.getNotAfter().toInstant();
  }

  public long daysLeft(Instant now) {
    return Duration.between(now, until()).toDays();
  }

  /** What would make the server close the door, as far as the certificate shows it. */
  public Optional<Trouble> fault(Instant now) {
    if (now.isAfter(until())) {
      return Optional.of(new Trouble(LauncherProblem.CERTIFICATE_EXPIRED, validity()));
    }
    if (now.isBefore(from())) {
      return Optional.of(new Trouble(LauncherProblem.CERTIFICATE_NOT_YET_VALID, validity()));
    }
    if (!isForSigningIn()) {
      String kind = kind().orElse("ログインに使えない種類");
      return Optional.of(
          new Trouble(LauncherProblem.CERTIFICATE_KIND, "証明書の種類: " + kind + "、発行者: " + issuer()));
    }
    return Optional.empty();
  }

  /** Refuses a user ID of another office; where the certificate names none, the server decides. */
  public void mustBelongTo(UserId user) {
    office()
        .filter(number -> !number.equals(user.office()))
        .ifPresent(number -> {
          throw new Trouble(
              LauncherProblem.CERTIFICATE_OF_OTHER_OFFICE,
              "電子証明書は " + number + "、ユーザIDは " + user.office() + " の事業所のものです。");
        });
  }

  private String validity() {
    return "有効期間: " + JapanTime.day(from()) + "から" + JapanTime.day(until()) + "まで";
  }

  private boolean isForSigningIn() {
    boolean[] usage = certificate.getKeyUsage();
    boolean signs = usage == null || usage[0];
    return signs && purposesAllowIt() && !policies().contains(PROXY);
  }

  private boolean purposesAllowIt() {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes == null
          || purposes.contains(CLIENT_AUTHENTICATION)
          || purposes.contains(ANY_PURPOSE);
    } catch (java.security.cert.CertificateParsingException e) {
      return false;
    }
  }

  private Stream<String> attribute(String type) {
    return subject().stream()
        .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
        .map(Rdn::getValue)
        .map(String::valueOf);
  }

  private List<Rdn> subject() {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName("RFC2253", PART_NAMES))
          .getRdns();
    } catch (InvalidNameException e) {
      return List.of();
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
    } catch (IOException | IllegalArgumentException e) {
      return Set.of();
    }
  }
}
