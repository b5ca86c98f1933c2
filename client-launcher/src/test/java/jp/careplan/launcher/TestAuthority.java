package jp.careplan.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import jp.careplan.launcher.text.Json;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** A certificate authority for tests; every key and every name is made up. */
@SuppressWarnings("JavaUtilDate") // the certificate builder knows nothing else
public final class TestAuthority {
  public static final String PASSWORD = "himitsu-no-tane";
  private static final Duration DAY = Duration.ofDays(1);

  private final KeyPair keys;
  private final X509Certificate certificate;
  private final String name;

  public TestAuthority(String name) {
    this.name = "CN=" + name;
    this.keys = keyPair("EC", 256);
    this.certificate =
        sign(
            new Wanted(this.name, keys, Instant.now().minus(DAY), Instant.now().plus(DAY)),
            Extension.basicConstraints,
            new BasicConstraints(true));
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** An office's certificate as a PKCS#12 file, the authority in its chain. */
  void issueOffice(String office, Path file) {
    issueOffice(office, file, Instant.now().minus(DAY), Instant.now().plus(Duration.ofDays(400)));
  }

  public void issueOffice(String office, Path file, Instant from, Instant until) {
    var wanted = new Wanted("CN=" + office + ",OU=PC-1", keyPair("EC", 256), from, until);
    store(file, wanted, sign(wanted, null, null));
  }

  void issueRsaOffice(String office, Path file) {
    var wanted =
        new Wanted("CN=" + office, keyPair("RSA", 2048), Instant.now(), Instant.now().plus(DAY));
    store(file, wanted, sign(wanted, null, null));
  }

  void issueWithPolicy(String office, String policy, Path file) {
    var wanted =
        new Wanted("CN=" + office, keyPair("EC", 256), Instant.now(), Instant.now().plus(DAY));
    var policies = new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy)));
    store(file, wanted, sign(wanted, Extension.certificatePolicies, policies));
  }

  /** Key and certificate of a server named localhost. */
  KeyStore serverStore() throws GeneralSecurityException, IOException {
    var wanted =
        new Wanted(
            "CN=localhost", keyPair("EC", 256), Instant.now().minus(DAY), Instant.now().plus(DAY));
    var names = new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost"));
    return store(wanted, sign(wanted, Extension.subjectAlternativeName, names));
  }

  /** What the public listener answers a signing request (JSON around PKCS#10, PEM) with. */
  String issueFor(String body, Duration validity) {
    try {
      String pem = Json.tree(body.getBytes(StandardCharsets.UTF_8)).path("request").asText();
      var parsed = (PKCS10CertificationRequest) new PEMParser(new StringReader(pem)).readObject();
      var key = new JcaPEMKeyConverter().getPublicKey(parsed.getSubjectPublicKeyInfo());
      Instant now = Instant.now();
      var wanted =
          new Wanted(
              "CN=" + TestOffice.NUMBER + ",OU=PC-1",
              new KeyPair(key, null),
              now.minus(DAY),
              now.plus(validity));
      var chain = new StringWriter();
      try (var writer = new JcaPEMWriter(chain)) {
        writer.writeObject(sign(wanted, null, null));
        writer.writeObject(certificate);
      }
      return new String(Json.compact(Map.of("chain", chain.toString())), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  KeyStore trustStore() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", certificate);
    return store;
  }

  /** Signs like the exchange signs receipts. */
  PrivateKey key() {
    return keys.getPrivate();
  }

  void writePem(Path file) throws IOException, GeneralSecurityException {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    Files.writeString(
        file,
        "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n",
        StandardCharsets.US_ASCII);
  }

  private record Wanted(String subject, KeyPair keys, Instant from, Instant until) {}

  private X509Certificate sign(
      Wanted wanted,
      @org.jspecify.annotations.Nullable ASN1ObjectIdentifier extension,
      org.bouncycastle.asn1.@org.jspecify.annotations.Nullable ASN1Encodable value) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              new X500Principal(name),
              new BigInteger(120, new SecureRandom()),
              Date.from(wanted.from()),
              Date.from(wanted.until()),
              new X500Principal(wanted.subject()),
              wanted.keys().getPublic());
      if (extension != null && value != null) {
        builder.addExtension(extension, false, value);
      }
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void store(Path file, Wanted wanted, X509Certificate issued) {
    try (OutputStream out = Files.newOutputStream(file)) {
      store(wanted, issued).store(out, PASSWORD.toCharArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore store(Wanted wanted, X509Certificate issued)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "office",
        wanted.keys().getPrivate(),
        PASSWORD.toCharArray(),
        new Certificate[] {issued, certificate});
    return store;
  }

  private static KeyPair keyPair(String algorithm, int size) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
