package jp.careplan.app.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.application.internal.certificate.CertificateAuthority;
import jp.careplan.application.internal.certificate.KeyIdentifier;
import jp.careplan.application.internal.certificate.RevocationList;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Fifty thousand revoked certificates: of another authority at the door, and in an own list. */
final class Revocations {
  static final int MANY = 50_000;

  /** Longer than a node waits before it looks at a list again. */
  private static final Duration TAKEN_IN = Duration.ofSeconds(8);

  private static final Duration MOST_PATIENCE = Duration.ofMinutes(2);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Report report;
  private final Database database;
  private final Node house;
  private final String office;

  Revocations(Report report, Database database, Node house, String office) {
    this.report = report;
    this.database = database;
    this.house = house;
    this.office = office;
  }

  /**
   * The root's list, which the door asks at each sign-in, grows to {@link #MANY}.
   *
   * @param signIn one launcher that signs in again and again
   */
  void atTheDoor(Load signIn, Duration time) throws Exception {
    report.title("A list with %,d certificates of another authority at the door".formatted(MANY));
    report.row("sign-in, the list empty", signIn.run(time).line());
    long before = Tool.heapAfterCollection(house.pid());
    writeRootList();
    TimeUnit.MILLISECONDS.sleep(TAKEN_IN.toMillis());
    Samples first = signIn.run(Duration.ofMillis(1));
    report.row("the first sign-in that reads it", "%.0f ms".formatted(first.millis(0)));
    report.row("sign-in, the list full", signIn.run(time).line());
    report.row(
        "heap after collection",
        "%d MiB, before %d MiB".formatted(Tool.heapAfterCollection(house.pid()), before));
  }

  private void writeRootList() throws Exception {
    char[] password = OfficeClient.password(house).toCharArray();
    KeyStore store = store("authority.p12", password);
    var entry =
        (KeyStore.PrivateKeyEntry)
            store.getEntry("authority", new KeyStore.PasswordProtection(password));
    var root =
        new CertificateAuthority(
            entry.getPrivateKey(),
            Stream.of(entry.getCertificateChain()).map(X509Certificate.class::cast).toList(),
            CertificateAuthority.Addresses.NONE);
    Instant now = Instant.now();
    byte[] list =
        RevocationList.make(
            root,
            BigInteger.TEN,
            now,
            now.plus(Duration.ofDays(30)),
            IntStream.range(0, MANY).mapToObj(any -> entry(now)));
    Path place = house.home().resolve("root.crl");
    Files.write(place.resolveSibling("root.crl.new"), list);
    Files.move(
        place.resolveSibling("root.crl.new"), place, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static RevocationList.Entry entry(Instant at) {
    return new RevocationList.Entry(new BigInteger(127, RANDOM), at, CRLReason.KEY_COMPROMISE);
  }

  private KeyStore store(String file, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(house.home().resolve(file))) {
      store.load(in, password);
    }
    return store;
  }

  /** As many own certificates are revoked at once; then OCSP is asked about one that is good. */
  void ofOurOwn(Duration time) throws Exception {
    report.title("Own list of %,d, and OCSP".formatted(MANY));
    char[] password = OfficeClient.password(house).toCharArray();
    Certificate[] chain =
        store("offices/" + office + ".p12", password).getCertificateChain("office");
    var issuer = (X509Certificate) chain[1];
    String key = KeyIdentifier.of(issuer);
    insertRevoked(key);
    var tls = Tls.of(house);
    var download = Wire.Call.get("/public/v1/crl/" + key + ".crl", "");
    long begin = System.nanoTime();
    Wire.Answer list = listOfAll(tls, download, begin);
    report.row("revoked until listed", "%.1f s".formatted((System.nanoTime() - begin) / 1e9));
    report.row("size of the list", "%.1f MB".formatted(list.body().length / 1e6));
    try (var fetching = load("fetching the list", tls, download, 1);
        var asking = load("OCSP", tls, question((X509Certificate) chain[0], issuer), 16)) {
      report.row("fetching it", fetching.run(time).line());
      asking.run(time);
      report.row("OCSP at 16", asking.run(time).line());
    }
  }

  private Wire.Answer listOfAll(Tls tls, Wire.Call download, long begin) throws Exception {
    try (var wire = new Wire(tls, house.publicTlsPort(), true)) {
      while (System.nanoTime() - begin < MOST_PATIENCE.toNanos()) {
        Wire.Answer answer = wire.call(download);
        var list =
            (X509CRL)
                CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(answer.body()));
        if (list.getRevokedCertificates() != null && list.getRevokedCertificates().size() >= MANY) {
          return answer;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IllegalStateException("not listed");
  }

  private void insertRevoked(String issuerKey) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO application_certificate (thumbprint, terminal_id, office, not_after,"
                    + " revoked_at, revoked_reason, serial, issuer_key, version) VALUES (?, ?, ?, ?,"
                    + " ?, 'KEY_COMPROMISE', ?, ?, 0)")) {
      connection.setAutoCommit(false);
      Timestamp now = Timestamp.from(Instant.now());
      for (int i = 0; i < MANY; i++) {
        insert.setString(1, "%064x".formatted(new BigInteger(255, RANDOM)));
        insert.setString(2, "00000000-0000-7000-8000-000000000000");
        insert.setString(3, "9999999999");
        insert.setTimestamp(4, Timestamp.from(Instant.now().plus(Duration.ofDays(365))));
        insert.setTimestamp(5, now);
        insert.setString(6, new BigInteger(127, RANDOM).toString(16));
        insert.setString(7, issuerKey);
        insert.addBatch();
        if (i % 1000 == 999) {
          insert.executeBatch();
        }
      }
      connection.commit();
    }
  }

  private static Wire.Call question(X509Certificate about, X509Certificate issuer)
      throws GeneralSecurityException, OperatorCreationException, OCSPException, IOException {
    var id =
        new CertificateID(
            new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
            new JcaX509CertificateHolder(issuer),
            about.getSerialNumber());
    byte[] der = new OCSPReqBuilder().addRequest(id).build().getEncoded();
    return new Wire.Call("POST", "/public/v1/ocsp", "", "application/ocsp-request", der);
  }

  private Load load(String name, Tls tls, Wire.Call call, int connections) {
    List<Load.Task> tasks =
        IntStream.range(0, connections)
            .<Load.Task>mapToObj(
                any -> new Asking(new Wire(tls, house.publicTlsPort(), true), call))
            .toList();
    return new Load(name, tasks);
  }

  private record Asking(Wire wire, Wire.Call call) implements Load.Task {
    @Override
    public void once() throws IOException {
      Wire.Answer answer = wire.call(call);
      if (answer.status() != 200) {
        throw new IOException(answer.status() + " " + answer.text());
      }
    }

    @Override
    public void close() {
      wire.close();
    }
  }
}
