package jp.careplan.application.internal.certificate;

import static jp.careplan.application.internal.certificate.Issued.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the authority makes, read by openssl and by our own validation. */
class AuthorityTest {
  private static final KeyPair ROOT_KEY = CertificateAuthority.newKey();
  private static final KeyPair ISSUING_KEY = CertificateAuthority.newKey();
  private static final KeyPair OFFICE_KEY = CertificateAuthority.newKey();
  private static final KeyPair RESPONDER_KEY = CertificateAuthority.newKey();
  private static final X500Principal OFFICE =
      new X500Principal("CN=9970000011, OU=terminal-1, O=Careplan, C=JP");

  private static final CertificateAuthority ROOT =
      CertificateAuthority.newRoot(
          new X500Principal("CN=Root, O=Careplan, C=JP"),
          ROOT_KEY,
          NOON,
          new CertificateAuthority.Addresses(
              List.of(URI.create("http://example.jp/root.crl")), List.of()));
  private static final CertificateAuthority ISSUING = issuing();
  private static final X509Certificate CERTIFICATE =
      ISSUING.issue(CertificateProfile.DELEGATED_CLAIM, OFFICE, OFFICE_KEY.getPublic(), NOON);
  private static final X509Certificate RESPONDER =
      ISSUING.issue(
          CertificateProfile.OCSP_RESPONDER,
          new X500Principal("CN=Responder, O=Careplan, C=JP"),
          RESPONDER_KEY.getPublic(),
          NOON);
  private static final Instant LATER = NOON.plusSeconds(60);

  @TempDir private Path folder;

  private static CertificateAuthority issuing() {
    X509Certificate certificate =
        ROOT.issue(
            CertificateProfile.ISSUING,
            new X500Principal("CN=Issuing, O=Careplan, C=JP"),
            ISSUING_KEY.getPublic(),
            NOON);
    return new CertificateAuthority(
        ISSUING_KEY.getPrivate(),
        List.of(ROOT.chainOf(certificate)),
        new CertificateAuthority.Addresses(
            List.of(URI.create("http://example.jp/public/v1/crl")),
            List.of(URI.create("http://example.jp/public/v1/ocsp"))));
  }

  private static byte[] list(CertificateAuthority authority, RevocationList.Entry... entries) {
    return RevocationList.make(
        authority, BigInteger.TEN, NOON, NOON.plus(Duration.ofDays(7)), Stream.of(entries));
  }

  private static RevocationList.Entry revoked(X509Certificate certificate) {
    return new RevocationList.Entry(
        certificate.getSerialNumber(), NOON.plusSeconds(5), CRLReason.KEY_COMPROMISE);
  }

  private static OcspResponder responder() {
    return new OcspResponder(
        ISSUING.certificate(), RESPONDER, RESPONDER_KEY.getPrivate(), Duration.ofHours(12));
  }

  private static PathVerdict judge(RevocationData known) {
    var validation =
        new PathValidation(PathValidation.encoded(List.of(ROOT.certificate())), PathRules.office());
    return validation.judge(
        PathValidation.encoded(List.of(CERTIFICATE, ISSUING.certificate())), LATER, known);
  }

  private Path pem(String name, X509Certificate... certificates) throws Exception {
    var text = new StringBuilder();
    for (X509Certificate it : certificates) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder().encodeToString(it.getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return Files.writeString(folder.resolve(name), text);
  }

  /** What openssl says; it must end with 0 unless it may fail. */
  private String openssl(boolean mayFail, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "openssl does not end");
    assertTrue(mayFail || process.exitValue() == 0, said);
    return said;
  }

  @Test
  void whatItIssuesPassesItsOwnStrictestRules() {
    var known = RevocationData.of(List.of(list(ROOT), list(ISSUING)), List.of(), List.of());

    PathVerdict verdict = judge(known);

    assertInstanceOf(PathVerdict.Valid.class, verdict, verdict.toString());
  }

  @Test
  void opensslTakesTheChainAndTheLists() throws Exception {
    pem("root.pem", ROOT.certificate());
    pem("issuing.pem", ISSUING.certificate());
    pem("office.pem", CERTIFICATE);
    String moment = String.valueOf(LATER.getEpochSecond());
    Files.write(folder.resolve("root.der"), list(ROOT));
    Files.write(folder.resolve("issuing.der"), list(ISSUING));
    Files.write(folder.resolve("revoking.der"), list(ISSUING, revoked(CERTIFICATE)));
    for (String name : List.of("root", "issuing", "revoking")) {
      openssl(false, "crl", "-inform", "DER", "-in", name + ".der", "-out", name + ".crl");
    }
    join("good.crl", "root.crl", "issuing.crl");
    join("bad.crl", "root.crl", "revoking.crl");

    String good = verify("good.crl", moment);
    String bad = verify("bad.crl", moment);

    assertTrue(good.contains("office.pem: OK"), good);
    assertTrue(bad.contains("certificate revoked"), bad);
    String text = openssl(false, "crl", "-in", "revoking.crl", "-noout", "-text");
    assertTrue(text.contains("Key Compromise"), text);
  }

  private void join(String target, String... parts) throws IOException {
    var whole = new StringBuilder();
    for (String part : parts) {
      whole.append(Files.readString(folder.resolve(part)));
    }
    Files.writeString(folder.resolve(target), whole);
  }

  private String verify(String lists, String moment) throws Exception {
    return openssl(
        true,
        "verify",
        "-x509_strict",
        "-crl_check_all",
        "-policy_check",
        "-purpose",
        "sslclient",
        "-attime",
        moment,
        "-CAfile",
        "root.pem",
        "-untrusted",
        "issuing.pem",
        "-CRLfile",
        lists,
        "office.pem");
  }

  @Test
  void opensslUnderstandsTheAnswers() throws Exception {
    pem("chain.pem", ISSUING.certificate(), ROOT.certificate());
    pem("issuing.pem", ISSUING.certificate());
    pem("office.pem", CERTIFICATE);
    openssl(false, "ocsp", "-issuer", "issuing.pem", "-cert", "office.pem", "-reqout", "req.der");
    byte[] request = Files.readAllBytes(folder.resolve("req.der"));

    String good = ask(request, serial -> new OcspResponder.State.Good());
    String revoked =
        ask(
            request,
            serial -> new OcspResponder.State.Revoked(NOON, CRLReason.CESSATION_OF_OPERATION));
    String unknown = ask(request, serial -> new OcspResponder.State.Unknown());

    assertTrue(good.contains("office.pem: good"), good);
    assertTrue(good.contains("Response verify OK"), good);
    assertTrue(revoked.contains("office.pem: revoked"), revoked);
    assertTrue(revoked.contains("cessationOfOperation"), revoked);
    assertTrue(unknown.contains("office.pem: unknown"), unknown);
  }

  private String ask(byte[] request, Function<BigInteger, OcspResponder.State> states)
      throws Exception {
    Files.write(folder.resolve("resp.der"), responder().answer(request, states, LATER));
    String moment = String.valueOf(LATER.getEpochSecond());
    String nonce =
        openssl(
            false,
            "ocsp",
            "-respin",
            "resp.der",
            "-reqin",
            "req.der",
            "-CAfile",
            "chain.pem",
            "-attime",
            moment);
    assertTrue(!nonce.contains("once"), nonce);
    return openssl(
        true,
        "ocsp",
        "-respin",
        "resp.der",
        "-no_nonce",
        "-validity_period",
        "1000000000",
        "-issuer",
        "issuing.pem",
        "-cert",
        "office.pem",
        "-CAfile",
        "chain.pem",
        "-attime",
        moment);
  }

  @Test
  void itsOwnValidationBelievesTheAnswers() throws Exception {
    pem("issuing.pem", ISSUING.certificate());
    pem("office.pem", CERTIFICATE);
    openssl(false, "ocsp", "-issuer", "issuing.pem", "-cert", "office.pem", "-reqout", "req.der");
    byte[] request = Files.readAllBytes(folder.resolve("req.der"));
    byte[] good = responder().answer(request, it -> new OcspResponder.State.Good(), LATER);
    byte[] bad =
        responder()
            .answer(
                request, it -> new OcspResponder.State.Revoked(NOON, CRLReason.SUPERSEDED), LATER);

    PathVerdict kept = judge(RevocationData.of(List.of(list(ROOT)), List.of(good), List.of()));
    PathVerdict refused = judge(RevocationData.of(List.of(list(ROOT)), List.of(bad), List.of()));

    assertInstanceOf(PathVerdict.Valid.class, kept, kept.toString());
    assertEquals(
        PathRefusal.REVOKED, assertInstanceOf(PathVerdict.Refused.class, refused).reason());
  }

  @Test
  void answersGarbageAsMalformed() throws Exception {
    for (byte[] request :
        List.of(new byte[0], new byte[] {0x30, 0}, new byte[10_000], new byte[] {1, 2, 3})) {
      byte[] answer = responder().answer(request, serial -> new OcspResponder.State.Good(), LATER);

      assertEquals(OCSPResp.MALFORMED_REQUEST, new OCSPResp(answer).getStatus());
    }
  }

  @Test
  void takesTheKeyOfARequestAndNothingElse() throws Exception {
    var request =
        new JcaPKCS10CertificationRequestBuilder(
                new X500Name("CN=9979999999"), OFFICE_KEY.getPublic())
            .build(CertificateAuthority.signer(OFFICE_KEY.getPrivate()));

    SigningRequest read = SigningRequest.read(request.getEncoded());

    assertEquals(OFFICE_KEY.getPublic(), read.key());
    assertEquals(
        OFFICE,
        ISSUING
            .issue(CertificateProfile.DELEGATED_CLAIM, OFFICE, read.key(), NOON)
            .getSubjectX500Principal());
  }

  @Test
  void refusesARequestThatAnotherKeySigned() throws Exception {
    var request =
        new JcaPKCS10CertificationRequestBuilder(
                new X500Name("CN=9970000011"), OFFICE_KEY.getPublic())
            .build(CertificateAuthority.signer(ROOT_KEY.getPrivate()));
    byte[] der = request.getEncoded();

    assertThrows(AuthorityProblem.class, () -> SigningRequest.read(der));
  }

  @Test
  void refusesAWeakKeyInARequest() throws Exception {
    KeyPair weak = Issued.rsa(1024);
    var request =
        new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=9970000011"), weak.getPublic())
            .build(CertificateAuthority.signer(weak.getPrivate()));
    byte[] der = request.getEncoded();

    assertThrows(AuthorityProblem.class, () -> SigningRequest.read(der));
    assertThrows(AuthorityProblem.class, () -> SigningRequest.read(new byte[] {0x30, 3, 1}));
    assertThrows(AuthorityProblem.class, () -> SigningRequest.read(new byte[0]));
  }

  @Test
  void readsARequestOfOpenssl() throws Exception {
    openssl(
        false,
        "req",
        "-new",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-keyout",
        "key.pem",
        "-subj",
        "/CN=x",
        "-out",
        "request.pem");

    var request = SigningRequest.read(Files.readAllBytes(folder.resolve("request.pem")));

    assertEquals(new X500Principal("CN=x"), request.requestedSubject());
  }

  @Test
  void anExportedKeyIsReadByTheJdkAndByOpenssl() throws Exception {
    char[] password = "correct horse battery".toCharArray();
    byte[] exported =
        KeyStores.export(OFFICE_KEY.getPrivate(), ISSUING.chainOf(CERTIFICATE), password);
    Files.write(folder.resolve("office.p12"), exported);

    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(exported), password);
    String info =
        openssl(
            false,
            "pkcs12",
            "-in",
            "office.p12",
            "-info",
            "-nodes",
            "-passin",
            "pass:correct horse battery");

    assertEquals(3, store.getCertificateChain("office").length);
    assertTrue(info.contains("PBES2") && info.contains("AES-256-CBC"), info);
    assertTrue(info.contains("9970000011"), info);
  }

  @Test
  void serialsArePositiveAndDiffer() {
    var serials = Stream.generate(CertificateAuthority::newSerial).limit(500).distinct().toList();

    assertEquals(500, serials.size());
    assertTrue(serials.stream().allMatch(it -> it.signum() > 0 && it.toByteArray().length <= 20));
  }

  @Test
  void aCertificateEndsNoLaterThanItsAuthority() {
    X509Certificate late =
        ISSUING.issue(
            CertificateProfile.DELEGATED_CLAIM,
            OFFICE,
            OFFICE_KEY.getPublic(),
            NOON.plus(Duration.ofDays(9 * 365)));

    assertEquals(ISSUING.certificate().getNotAfter(), late.getNotAfter());
  }

  @Test
  void theCeremonyGivesAChainThatHolds() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "long enough\n");
    var said = new ByteArrayOutputStream();
    run(
        said,
        password,
        "new-root",
        "--name",
        "CN=R, C=JP",
        "--store",
        "root.p12",
        "--certificate",
        "root.pem");
    run(
        said,
        password,
        "new-request",
        "--name",
        "CN=I, C=JP",
        "--store",
        "issuing.p12",
        "--request",
        "issuing.csr");
    run(
        said,
        password,
        "new-issuing",
        "--store",
        "root.p12",
        "--request",
        "issuing.csr",
        "--name",
        "CN=I, C=JP",
        "--chain",
        "issuing.pem",
        "--crl-url",
        "http://example.jp/r.crl");
    run(said, password, "complete", "--store", "issuing.p12", "--chain", "issuing.pem");
    Files.writeString(folder.resolve("revoked"), "0abc 2026-10-01T00:00:00Z SUPERSEDED\n");
    run(
        said,
        password,
        "sign-crl",
        "--store",
        "root.p12",
        "--number",
        "1",
        "--days",
        "190",
        "--revoked",
        "revoked",
        "--crl",
        "root.crl");

    String verified =
        openssl(
            false,
            "verify",
            "-x509_strict",
            "-attime",
            String.valueOf(LATER.getEpochSecond()),
            "-CAfile",
            "root.pem",
            "issuing.pem");
    String list = openssl(false, "crl", "-inform", "DER", "-in", "root.crl", "-noout", "-text");
    var entry =
        KeyStores.entry(
            KeyStores.open(folder.resolve("issuing.p12"), "long enough".toCharArray()),
            "authority",
            "long enough".toCharArray());

    assertTrue(verified.contains("OK"), verified);
    assertTrue(list.contains("0ABC"), list);
    assertEquals(2, entry.chain().size());
    for (String file : List.of("root.p12", "issuing.p12", "root.pem", "root.crl")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))));
    }
  }

  @Test
  void theCommandOverwritesNothingAndTellsMisuse() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "long enough\n");
    var said = new ByteArrayOutputStream();
    String[] again = {
      "new-root", "--name", "CN=R, C=JP", "--store", "root.p12", "--certificate", "root.pem"
    };
    run(said, password, again);

    assertEquals(1, command(said, password, again));
    assertEquals(2, command(said, password, "new-root", "--name", "CN=R"));
    assertEquals(2, command(said, password, "nonsense"));
  }

  private void run(ByteArrayOutputStream said, Path password, String... args) {
    assertEquals(0, command(said, password, args), () -> said.toString(StandardCharsets.UTF_8));
  }

  private int command(ByteArrayOutputStream said, Path password, String... args) {
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      boolean file = i > 0 && args[i].matches("[a-z]+\\.?[a-z0-9]*") && !args[i - 1].isEmpty();
      all.add(file && i % 2 == 0 ? folder.resolve(args[i]).toString() : args[i]);
    }
    all.addAll(List.of("--password-file", password.toString()));
    return new AuthorityCommand(stream, stream, Clock.fixed(NOON, ZoneOffset.UTC), Map.of())
        .run(all.toArray(String[]::new));
  }
}
