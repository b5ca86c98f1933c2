package jp.careplan.app.setup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Properties;
import javax.crypto.KeyGenerator;
import javax.security.auth.x500.X500Principal;
import jp.careplan.app.DemoOffices;
import jp.careplan.application.internal.OfficeCertificate;
import jp.careplan.application.internal.Totp;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes a home folder for trying the system out: an authority of its own, the server's and the
 * exchange's keys, a certificate for each demo office. All secrets are drawn anew for each home.
 */
public final class DemoHome {
  /** The file of the demo operator's key for authenticator apps. */
  public static final String OPERATOR_KEY = "demo-operator-key";

  private static final Duration LIFE = Duration.ofDays(3 * 365);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path home;
  private final char[] password;
  private final KeyPair authorityKey;
  private final X509Certificate authority;

  private DemoHome(Path home, String password)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    this.home = home;
    this.password = password.toCharArray();
    this.authorityKey = newKey();
    this.authority =
        issue(
            new X500Principal("CN=Demo authority, O=Careplan demo, C=JP"), authorityKey, this::ca);
  }

  /** Arguments: the folder. An existing home is left as it is. */
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]).toAbsolutePath();
    if (Files.exists(home.resolve("careplan.properties"))) {
      return;
    }
    Files.createDirectories(home.resolve("offices"));
    new DemoHome(home, secret()).create();
  }

  private static String secret() {
    byte[] bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void create() throws Exception {
    writeAuthority();
    writeServerKey();
    writeTrust();
    writeExchangeKeys();
    for (DemoOffices.DemoOffice office : DemoOffices.ALL) {
      writeOffice(office);
    }
    writeSettings();
  }

  /** Kept so that further terminals of the demo can be given certificates. */
  private void writeAuthority() throws Exception {
    KeyStore store = newStore();
    store.setKeyEntry(
        "authority", authorityKey.getPrivate(), password, new Certificate[] {authority});
    save(store, "authority.p12");
    pem("authority.pem", authority);
  }

  private void writeServerKey() throws Exception {
    KeyPair key = newKey();
    X509Certificate certificate =
        issue(
            new X500Principal("CN=localhost, O=Careplan demo, C=JP"),
            key,
            builder ->
                builder
                    .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(
                            new GeneralName[] {
                              new GeneralName(GeneralName.dNSName, "localhost"),
                              new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                            }))
                    .addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)));
    KeyStore store = newStore();
    store.setKeyEntry("server", key.getPrivate(), password, chain(certificate));
    save(store, "server.p12");
  }

  private void writeTrust() throws Exception {
    KeyStore store = newStore();
    store.setCertificateEntry("authority", authority);
    save(store, "trust.p12");
  }

  private void writeExchangeKeys() throws Exception {
    KeyStore store = newStore();
    KeyGenerator aes = KeyGenerator.getInstance("AES");
    aes.init(256);
    store.setKeyEntry("master-1", aes.generateKey(), password, null);
    KeyPair signer = newKey();
    X509Certificate certificate =
        issue(
            new X500Principal("CN=Receipt signer 1, O=Careplan demo, C=JP"),
            signer,
            builder ->
                builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)));
    store.setKeyEntry("receipt-1", signer.getPrivate(), password, chain(certificate));
    save(store, "keys.p12");
  }

  private void writeOffice(DemoOffices.DemoOffice office) throws Exception {
    KeyPair key = newKey();
    X509Certificate certificate =
        issue(
            new X500Principal("CN=" + office.number() + ", OU=terminal-1, O=Careplan demo, C=JP"),
            key,
            builder ->
                builder
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                    .addExtension(
                        Extension.certificatePolicies,
                        false,
                        new CertificatePolicies(
                            new PolicyInformation(
                                new ASN1ObjectIdentifier(OfficeCertificate.DELEGATED_CLAIM)))));
    KeyStore store = newStore();
    store.setKeyEntry("office", key.getPrivate(), password, chain(certificate));
    save(store, "offices/" + office.number() + ".p12");
    pem("offices/" + office.number() + ".pem", certificate);
  }

  private void writeSettings() throws IOException {
    var properties = new Properties();
    properties.setProperty("careplan.data", home.toString());
    properties.setProperty("careplan.demo", "true");
    properties.setProperty("careplan.db.password", new String(password));
    properties.setProperty("careplan.operator.name", "架空データ連携センター（お試し）");
    properties.setProperty("careplan.operator.phone", "099-000-0000");
    properties.setProperty("careplan.operator.hours", "平日 9:00から17:00まで");
    for (String store : new String[] {"tls:server", "trust:trust", "keys:keys"}) {
      String[] parts = store.split(":");
      properties.setProperty(
          "careplan." + parts[0] + ".file", home.resolve(parts[1] + ".p12").toString());
      properties.setProperty("careplan." + parts[0] + ".password", new String(password));
    }
    var text = new StringWriter();
    properties.store(text, null);
    write("careplan.properties", text.toString().getBytes(StandardCharsets.UTF_8));
    write(OPERATOR_KEY, Totp.text(Totp.newKey()).getBytes(StandardCharsets.US_ASCII));
    write("demo-password", new String(password).getBytes(StandardCharsets.UTF_8));
  }

  private X509Certificate issue(X500Principal subject, KeyPair key, Profile profile)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    Instant now = Instant.now();
    X500Principal issuer =
        authority == null ? subject : authority.getSubjectX500Principal(); // the first is the root
    var builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(127, RANDOM),
            Date.from(now.minus(Duration.ofHours(1))),
            Date.from(now.plus(LIFE)),
            subject,
            key.getPublic());
    profile.apply(builder);
    var signer =
        new JcaContentSignerBuilder("SHA256withECDSA")
            .build((authority == null ? key : authorityKey).getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private void ca(org.bouncycastle.cert.X509v3CertificateBuilder builder) throws IOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  private Certificate[] chain(X509Certificate certificate) {
    return new Certificate[] {certificate, authority};
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static KeyStore newStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private void save(KeyStore store, String name) throws Exception {
    Path file = create(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
  }

  private void pem(String name, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    String base64 = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
    write(
        name,
        ("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(create(name), bytes);
  }

  private Path create(String name) throws IOException {
    return Files.createFile(
        home.resolve(name),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** What a certificate is for. */
  private interface Profile {
    void apply(org.bouncycastle.cert.X509v3CertificateBuilder builder) throws IOException;
  }
}
