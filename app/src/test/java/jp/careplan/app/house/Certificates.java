package jp.careplan.app.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import jp.careplan.application.internal.OfficeCertificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Certificates that a test needs beside the demo's own, as PKCS#12 files. */
public final class Certificates {
  private static final Duration DAY = Duration.ofDays(1);

  private final Path folder;
  private final char[] password;
  private final PrivateKey authorityKey;
  private final List<X509Certificate> chain;

  private Certificates(
      Path folder, char[] password, PrivateKey authorityKey, List<X509Certificate> chain) {
    this.folder = folder;
    this.password = password;
    this.authorityKey = authorityKey;
    this.chain = chain;
  }

  private X509Certificate authority() {
    return chain.getFirst();
  }

  /** Issued by the authority of a node's home. */
  public static Certificates of(Node node) {
    try {
      char[] password = OfficeClient.password(node).toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(node.home().resolve("issuing.p12"))) {
        store.load(in, password);
      }
      return new Certificates(
          node.home(),
          password,
          (PrivateKey) store.getKey("authority", password),
          Stream.of(store.getCertificateChain("authority"))
              .map(X509Certificate.class::cast)
              .toList());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate of an authority that nobody knows, as text (PEM). */
  public static String newAuthority(String name) {
    try {
      KeyPair key = newKey();
      Instant now = Instant.now();
      var subject = new X500Principal("CN=" + name + ", C=JP");
      var builder =
          new JcaX509v3CertificateBuilder(
              subject,
              new BigInteger(127, new SecureRandom()),
              Date.from(now.minus(DAY)),
              Date.from(now.plus(DAY.multipliedBy(365))),
              subject,
              key.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
      byte[] der =
          new JcaX509CertificateConverter().getCertificate(builder.build(signer)).getEncoded();
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(der)
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Issued by another authority that bears the same name. */
  public Certificates ofAnotherAuthority() {
    try {
      return new Certificates(folder, password, newKey().getPrivate(), chain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of the accepted kind. */
  public Path valid(String office) {
    return issue(office, OfficeCertificate.DELEGATED_CLAIM, Instant.now().plus(DAY));
  }

  /** 代理人証明書. */
  public Path proxy(String office) {
    return issue(office, OfficeCertificate.PROXY, Instant.now().plus(DAY));
  }

  public Path expired(String office) {
    return issue(office, OfficeCertificate.DELEGATED_CLAIM, Instant.now().minusSeconds(60));
  }

  /** Of the accepted kind, but not for signing in: it does not name the purpose. */
  public Path withoutPurpose(String office) {
    return issue(office, OfficeCertificate.DELEGATED_CLAIM, Instant.now().plus(DAY), false);
  }

  /** Detached CMS over a text, as a launcher makes it with the certificate of a PKCS#12 file. */
  public byte[] signature(Path pkcs12, String text) {
    try {
      KeyStore store = KeyStore.getInstance(pkcs12.toFile(), password);
      String alias = store.aliases().nextElement();
      var certificate = (X509Certificate) store.getCertificate(alias);
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .build((PrivateKey) store.getKey(alias, password)),
                  certificate));
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
      var content = new CMSProcessableByteArray(text.getBytes(StandardCharsets.UTF_8));
      return generator.generate(content, false).getEncoded("DER");
    } catch (GeneralSecurityException | IOException | OperatorCreationException | CMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path issue(String office, String policy, Instant until) {
    return issue(office, policy, until, true);
  }

  private Path issue(String office, String policy, Instant until, boolean withPurpose) {
    try {
      KeyPair key = newKey();
      var builder =
          new JcaX509v3CertificateBuilder(
              authority().getSubjectX500Principal(),
              new BigInteger(127, new SecureRandom()),
              Date.from(until.minus(DAY.multipliedBy(2))),
              Date.from(until),
              new X500Principal("CN=" + office + ", OU=terminal-2, O=Careplan demo, C=JP"),
              key.getPublic());
      var identifiers = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          identifiers.createSubjectKeyIdentifier(key.getPublic()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(authority().getPublicKey()));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      if (withPurpose) {
        builder.addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
      }
      builder.addExtension(
          Extension.certificatePolicies,
          false,
          new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy))));
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKey);
      return save(key, new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path save(KeyPair key, X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "office",
        key.getPrivate(),
        password,
        Stream.concat(Stream.of(certificate), chain.stream()).toArray(Certificate[]::new));
    Path file = Files.createTempFile(folder, "certificate-", ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
    return file;
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
