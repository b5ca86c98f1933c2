package jp.careplan.app.setup;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;
import javax.security.auth.x500.X500Principal;
import jp.careplan.app.DemoOffices;
import jp.careplan.application.internal.Totp;
import jp.careplan.application.internal.certificate.CertificateAuthority;
import jp.careplan.application.internal.certificate.CertificateProfile;
import jp.careplan.application.internal.certificate.KeyStores;
import jp.careplan.application.internal.certificate.RevocationList;

/**
 * Makes a home folder for trying the system out: a root and an issuing authority of its own, the
 * server's and the exchange's keys, a certificate for each demo office. All secrets are drawn anew
 * for each home.
 */
public final class DemoHome {
  /** The file of the demo operator's key for authenticator apps. */
  public static final String OPERATOR_KEY = "demo-operator-key";

  private static final Duration LIST_VALIDITY = Duration.ofDays(3650);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path home;
  private final char[] password;
  private final KeyPair authorityKey = CertificateAuthority.newKey();
  private final Instant from = Instant.now().minus(Duration.ofHours(1));
  private final CertificateAuthority authority =
      CertificateAuthority.newRoot(
          new X500Principal("CN=Demo authority, O=Careplan demo, C=JP"),
          authorityKey,
          from,
          CertificateAuthority.Addresses.NONE);
  private final KeyPair issuingKey = CertificateAuthority.newKey();
  private final CertificateAuthority issuing = newIssuing();

  private DemoHome(Path home, String password) {
    this.home = home;
    this.password = password.toCharArray();
  }

  private CertificateAuthority newIssuing() {
    X509Certificate certificate =
        authority.issue(
            CertificateProfile.ISSUING,
            new X500Principal("CN=Demo issuing authority, O=Careplan demo, C=JP"),
            issuingKey.getPublic(),
            from);
    return new CertificateAuthority(
        issuingKey.getPrivate(),
        List.of(authority.chainOf(certificate)),
        CertificateAuthority.Addresses.NONE);
  }

  /** Arguments: the folder. An existing home is left as it is. */
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]).toAbsolutePath();
    if (Files.exists(home.resolve("careplan.properties"))) {
      if (!Files.exists(home.resolve("root.crl"))) {
        System.err.println(
            "demo: these data were made by an earlier version; start over with ./demo --reset");
        System.exit(2);
      }
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
    writeAuthorities();
    writeServerKey();
    writeTrust();
    writeExchangeKeys();
    writePackageSigner();
    for (DemoOffices.DemoOffice office : DemoOffices.ALL) {
      writeOffice(office);
    }
    writeSettings();
  }

  /** The root's list is signed for as long as a demo may be moved ahead. */
  private void writeAuthorities() throws Exception {
    saveKey("authority.p12", "authority", authorityKey, authority.certificate());
    pem("authority.pem", authority.certificate());
    saveKey("issuing.p12", "authority", issuingKey, issuing.certificate());
    write(
        "root.crl",
        RevocationList.make(
            authority, BigInteger.ONE, from, from.plus(LIST_VALIDITY), Stream.empty()));
  }

  private void writeServerKey() throws Exception {
    KeyPair key = CertificateAuthority.newKey();
    saveKey(
        "server.p12",
        "server",
        key,
        authority.issue(
            CertificateProfile.SERVER,
            new X500Principal("CN=localhost, O=Careplan demo, C=JP"),
            key.getPublic(),
            List.of("localhost", "127.0.0.1"),
            from));
  }

  private void writeTrust() throws Exception {
    KeyStore store = KeyStores.empty();
    store.setCertificateEntry("authority", authority.certificate());
    save(store, "trust.p12");
  }

  private void writeExchangeKeys() throws Exception {
    KeyStore store = KeyStores.empty();
    KeyGenerator aes = KeyGenerator.getInstance("AES");
    aes.init(256);
    store.setKeyEntry("master-1", aes.generateKey(), password, null);
    KeyGenerator lookup = KeyGenerator.getInstance("HmacSHA256");
    lookup.init(256);
    store.setKeyEntry("lookup-1", lookup.generateKey(), password, null);
    KeyPair signer = CertificateAuthority.newKey();
    X509Certificate certificate =
        issue(CertificateProfile.RECEIPT_SIGNER, "CN=Receipt signer 1", signer);
    store.setKeyEntry("receipt-1", signer.getPrivate(), password, authority.chainOf(certificate));
    KeyPair sealer = CertificateAuthority.newKey();
    X509Certificate seal =
        issue(CertificateProfile.RECEIPT_SIGNER, "CN=Audit trail seal 1", sealer);
    store.setKeyEntry("seal-1", sealer.getPrivate(), password, authority.chainOf(seal));
    save(store, "keys.p12");
  }

  private void writePackageSigner() throws Exception {
    KeyPair key = CertificateAuthority.newKey();
    saveKey(
        "package-signer.p12",
        "signer",
        key,
        issue(CertificateProfile.RECEIPT_SIGNER, "CN=Launcher packages", key));
  }

  private void writeOffice(DemoOffices.DemoOffice office) throws Exception {
    KeyPair key = CertificateAuthority.newKey();
    X509Certificate certificate =
        issuing.issue(
            CertificateProfile.DELEGATED_CLAIM,
            new X500Principal("CN=" + office.number() + ", OU=terminal-1, O=Careplan demo, C=JP"),
            key.getPublic(),
            from);
    KeyStore store = KeyStores.empty();
    store.setKeyEntry("office", key.getPrivate(), password, issuing.chainOf(certificate));
    save(store, "offices/" + office.number() + ".p12");
    pem("offices/" + office.number() + ".pem", certificate);
  }

  private X509Certificate issue(CertificateProfile profile, String name, KeyPair key) {
    return authority.issue(
        profile, new X500Principal(name + ", O=Careplan demo, C=JP"), key.getPublic(), from);
  }

  private void writeSettings() throws IOException {
    var properties = new Properties();
    properties.setProperty("careplan.data", home.toString());
    properties.setProperty("careplan.demo", "true");
    properties.setProperty("careplan.practice.office", DemoOffices.PRACTICE);
    properties.setProperty("careplan.db.password", new String(password));
    properties.setProperty("careplan.operator.name", "架空データ連携センター（お試し）");
    properties.setProperty("careplan.operator.phone", "099-000-0000");
    properties.setProperty("careplan.operator.hours", "平日 9:00から17:00まで");
    properties.setProperty(
        "careplan.revocation.lists", home.resolve("root.crl").toUri().toString());
    for (String store :
        new String[] {"tls:server", "trust:trust", "keys:keys", "authority:issuing"}) {
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

  private void saveKey(String name, String alias, KeyPair key, X509Certificate certificate)
      throws Exception {
    KeyStore store = KeyStores.empty();
    boolean root = certificate.equals(authority.certificate());
    store.setKeyEntry(
        alias,
        key.getPrivate(),
        password,
        root ? new X509Certificate[] {certificate} : authority.chainOf(certificate));
    save(store, name);
  }

  private void save(KeyStore store, String name) {
    KeyStores.save(store, home.resolve(name), password);
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
    Files.write(KeyStores.create(home.resolve(name)), bytes);
  }
}
