package jp.careplan.app;

import static jp.careplan.app.house.Enrolment.chain;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.House.SUPPORT_CENTER;
import static jp.careplan.app.house.House.TEMPORARY_PASSWORD;
import static jp.careplan.app.house.House.WITHOUT_LICENCE;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.careplan.app.house.Certificates;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Enrolment;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.kernel.Sha256;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 電子証明書 from its issuing to its revocation, over the wire and with openssl. */
@ExtendWith(HouseKeeper.class)
class CertificatesIT {
  private static final String REVOCATIONS =
      "SELECT COUNT(*) FROM kernel_audit_entry WHERE office = ? AND action = 'certificate-revoked'";

  private final House house;
  @TempDir private Path folder;

  CertificatesIT(House house) {
    this.house = house;
  }

  private Enrolment enrolment(String office) {
    return new Enrolment(house.node(), office);
  }

  private int signIn(OfficeClient client, String office) throws IOException {
    return client.signIn("KJ99" + office, password()).statusCode();
  }

  private String password() throws IOException {
    return OfficeClient.password(house.node());
  }

  private PageClient signedInPages(String office) throws IOException {
    var pages = new PageClient(house.node());
    assertEquals(302, pages.signIn("KJ99" + office, password()).statusCode());
    return pages;
  }

  @Test
  void aCertificateIsIssuedRenewedAndRevoked() throws Exception {
    long revocationsBefore = house.count(REVOCATIONS, SUPPORT_CENTER);
    var first = enrolment(SUPPORT_CENTER);
    var issued = first.ask("相談室のパソコン");
    List<X509Certificate> chain = chain(issued);
    String terminal = json(issued).getJsonObject("terminal").getString("id");
    var client = first.client(chain);

    assertEquals(201, signIn(client, SUPPORT_CENTER));
    client.signIn();
    assertEquals(
        "相談室のパソコン",
        json(client.get("/sessions/current")).getJsonObject("terminal").getString("name"));
    assertEquals(3, chain.size());
    assertTrue(chain.getFirst().getSubjectX500Principal().getName().contains(SUPPORT_CENTER));
    openssl("Verify", "verify", chain);
    assertTrue(ocsp(chain).contains("good"), "good");

    var second = enrolment(SUPPORT_CENTER);
    var renewal = second.renew(chain.getFirst());
    assertEquals(terminal, json(renewal).getJsonObject("terminal").getString("id"));
    var renewed = second.client(chain(renewal));
    assertEquals(201, signIn(renewed, SUPPORT_CENTER), "the new one");
    assertEquals(201, signIn(client, SUPPORT_CENTER), "the old one meanwhile");

    var page = signedInPages(SUPPORT_CENTER).revoke(terminal, "KEY_COMPROMISE");

    assertEquals(302, page.statusCode(), page.body());
    assertRefused(401, "AP-110", client.get("/inbox"));
    assertRefused(403, "AP-103", client.signIn("KJ99" + SUPPORT_CENTER, password()));
    assertRefused(403, "AP-103", renewed.signIn("KJ99" + SUPPORT_CENTER, password()));
    assertTrue(revokedInTheList(chain), "the list tells it within a few seconds");
    assertTrue(ocsp(chain).contains("revoked"), "revoked");
    assertTrue(ocsp(chain).contains("keyCompromise"), "reason");
    assertEquals(2, house.count(REVOCATIONS, SUPPORT_CENTER) - revocationsBefore);
  }

  /** What was receipted before is there; nothing is sent with a certificate that is revoked. */
  @Test
  void revokingWhileItSendsLetsNothingThroughAfterwardsAndLosesNothingBefore() throws Exception {
    var enrolment = enrolment(SECOND_CARE_MANAGER);
    var issued = enrolment.ask("送信中に止める端末");
    String terminal = json(issued).getJsonObject("terminal").getString("id");
    var client = enrolment.client(chain(issued));
    client.signIn();
    List<TransmissionId> offered = Collections.synchronizedList(new ArrayList<>());
    List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
    List<Future<Integer>> sending = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        sending.add(
            senders.submit(() -> {
              int status = 201;
              while (status == 201) {
                var id = TransmissionId.next();
                var files = house.unit(SECOND_CARE_MANAGER, HELPERS).files();
                status = client.offer(id, files).statusCode();
                answers.add(status);
                if (status == 201) {
                  offered.add(id);
                }
              }
              return status;
            }));
      }
      while (answers.size() < 8) {
        Thread.sleep(20);
      }
      signedInPages(SECOND_CARE_MANAGER).revoke(terminal, "KEY_COMPROMISE");
      assertRefused(401, "AP-110", client.get("/inbox"));
    }

    for (Future<Integer> last : sending) {
      assertEquals(401, last.get());
    }
    var reader = house.office(HELPERS);
    for (TransmissionId id : offered) {
      assertEquals(
          200, reader.get("/transmissions/" + id).statusCode(), "receipted, so it is there");
    }
  }

  @Test
  void anOfficeHasNoMoreTerminalsThanItMay() throws Exception {
    List<String> terminals = new ArrayList<>();
    for (int i = 2; i <= 3; i++) {
      var issued = enrolment(SECOND_CARE_MANAGER).ask(i + "台目");
      terminals.add(json(issued).getJsonObject("terminal").getString("id"));
    }

    var refused = enrolment(SECOND_CARE_MANAGER).ask("4台目");
    assertTrue(assertRefused(409, "AP-165", refused).getString("detail").contains("3台"));

    var pages = signedInPages(SECOND_CARE_MANAGER);
    pages.revoke(terminals.getFirst(), "CESSATION_OF_OPERATION");
    var again = enrolment(SECOND_CARE_MANAGER).ask("4台目");
    assertEquals(201, again.statusCode(), again.body());
    pages.revoke(terminals.getLast(), "SUPERSEDED");
    pages.revoke(json(again).getJsonObject("terminal").getString("id"), "UNSPECIFIED");
  }

  @Test
  void askingAgainWithTheSameKeyAnswersWithTheSameCertificate() throws Exception {
    var terminal = enrolment(WITHOUT_LICENCE);

    var one = chain(terminal.ask("事務室")).getFirst();
    var other = chain(terminal.ask("事務室")).getFirst();

    assertEquals(one, other);
    assertRefused(
        409, "AP-166", terminal.ask("KJ99" + HELPERS, password(), "別の事業所", "", terminal.request()));
  }

  @Test
  void threeWrongPasswordsCloseTheDoorOfIssuingAndNoOther() throws Exception {
    var terminal = enrolment(TEMPORARY_PASSWORD);
    String user = "KJ99" + TEMPORARY_PASSWORD;
    for (int i = 0; i < 3; i++) {
      assertRefused(
          401, "AP-162", terminal.ask(user, "a-guess-" + i, "端末", "", terminal.request()));
    }

    assertRefused(429, "AP-163", terminal.ask("端末"));
    assertRefused(403, "AP-107", house.node().office(TEMPORARY_PASSWORD).signIn(user, password()));
  }

  @Test
  void anIdThatNobodyHasIsToldTheSame() throws Exception {
    var terminal = enrolment(HELPERS);

    var unknown = json(terminal.ask("KJ17" + HELPERS, "a-guess", "端末", "", terminal.request()));
    var wrong = json(terminal.ask("KJ99" + HELPERS, "a-guess", "端末", "", terminal.request()));

    assertEquals("AP-162", unknown.getString("code"));
    assertEquals(wrong.getString("code"), unknown.getString("code"));
    assertEquals(wrong.getString("detail"), unknown.getString("detail"));
  }

  @Test
  void whatIsNoRequestIsRefused() throws Exception {
    var terminal = enrolment(CARE_MANAGER);
    String user = "KJ99" + CARE_MANAGER;

    assertRefused(422, "AP-164", terminal.ask(user, password(), "端末", "", "a text"));
    assertRefused(422, "AP-168", terminal.ask(user, password(), " ", "", terminal.request()));
    assertRefused(
        404, "AP-167", terminal.ask(user, password(), "", "00".repeat(32), terminal.request()));
    assertRefused(400, "KE-202", terminal.ask(user, "", "端末", "", terminal.request()));
  }

  @Test
  void aFileWithKeyAndCertificateOpensWithThePasswordThatWasGiven() throws Exception {
    var pages = signedInPages(CARE_MANAGER);

    HttpResponse<byte[]> file =
        pages.certificateFile(
            Map.of(
                "terminal-name", "タブレット",
                "issue-password", password(),
                "file-password", "only-for-this-file",
                "file-again", "only-for-this-file"));

    assertEquals(200, file.statusCode());
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(file.body()), "only-for-this-file".toCharArray());
    String alias = store.aliases().nextElement();
    assertEquals(3, store.getCertificateChain(alias).length);
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM application_certificate WHERE thumbprint = ?",
            Sha256.hex(store.getCertificate(alias).getEncoded())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "not a request", "MAA="})
  void whatIsNoOcspRequestIsAnsweredAsMalformed(String bytes) throws Exception {
    byte[] answer = post("/public/v1/ocsp", bytes.getBytes(StandardCharsets.US_ASCII)).body();

    assertEquals("30030a0101", HexFormat.of().formatHex(answer));
  }

  @Test
  void ocspIsAnsweredByAddressToo() throws Exception {
    List<X509Certificate> chain = demoChain(CARE_MANAGER);
    Path request = folder.resolve("request.der");
    run(
        "openssl",
        "ocsp",
        "-issuer",
        pem("issuer.pem", chain.get(1)),
        "-cert",
        pem("leaf.pem", chain.getFirst()),
        "-no_nonce",
        "-reqout",
        request.toString());
    String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(request));

    var answer =
        get("/public/v1/ocsp/" + java.net.URLEncoder.encode(base64, StandardCharsets.UTF_8));

    Path response = Files.write(folder.resolve("response.der"), answer.body());
    assertEquals(200, answer.statusCode());
    assertTrue(
        run("openssl", "ocsp", "-respin", response.toString(), "-noverify", "-resp_text")
            .contains("Cert Status: good"));
  }

  @Test
  void aListThatIsNotOursIsNotThere() throws Exception {
    var answer = house.node().publicly("GET", "/public/v1/crl/00ff.crl");

    assertRefused(404, "KE-201", answer);
  }

  @Test
  void aNodeWithoutAnAuthorityIssuesNothingAndSaysSo() throws Exception {
    try (var database = Database.start();
        var node = Node.start(database, Map.of("CAREPLAN_AUTHORITY_FILE", ""))) {
      assertRefused(409, "AP-161", new Enrolment(node, HELPERS).ask("端末"));
    }
  }

  @Test
  void aCertificateThatIsNotForSigningInIsNotLetIn() throws Exception {
    Path odd = Certificates.of(house.node()).withoutPurpose(HELPERS);
    X509Certificate certificate = certificate(odd);
    house.update(
        "INSERT INTO application_certificate (thumbprint, terminal_id, office, not_after, version)"
            + " SELECT ?, id, office, ?, 0 FROM application_terminal WHERE office = ? LIMIT 1",
        Sha256.hex(certificate.getEncoded()),
        "2030-01-01 00:00:00",
        HELPERS);

    var answer = house.node().office(HELPERS).with(odd).signIn("KJ99" + HELPERS, password());

    assertRefused(403, "AP-156", answer);
  }

  private X509Certificate certificate(Path pkcs12) throws Exception {
    return chainIn(pkcs12).getFirst();
  }

  private List<X509Certificate> demoChain(String office) throws Exception {
    return chainIn(house.node().home().resolve("offices/" + office + ".p12"));
  }

  private List<X509Certificate> chainIn(Path pkcs12) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(pkcs12)) {
      store.load(in, password().toCharArray());
    }
    return Stream.of(store.getCertificateChain("office")).map(X509Certificate.class::cast).toList();
  }

  private String pem(String name, X509Certificate... certificates) throws Exception {
    var text = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(
              Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String ocsp(List<X509Certificate> chain) throws Exception {
    String answer =
        run(
            "openssl",
            "ocsp",
            "-issuer",
            pem("issuer.pem", chain.get(1)),
            "-cert",
            pem("leaf.pem", chain.getFirst()),
            "-CAfile",
            pem("authorities.pem", chain.get(1), chain.get(2)),
            "-url",
            house.node().publicAddress("/public/v1/ocsp").toString());
    assertTrue(answer.contains("Response verify OK"), answer);
    return answer;
  }

  private boolean revokedInTheList(List<X509Certificate> chain) throws Exception {
    for (int looks = 0; looks < 20; looks++) {
      if (openssl("revoked", "verify", chain).contains("certificate revoked")) {
        return true;
      }
      Thread.sleep(500); // the next round of the worker that makes lists
    }
    return false;
  }

  /** The whole chain with the lists of both authorities, as they are to be had here. */
  private String openssl(String why, String command, List<X509Certificate> chain) throws Exception {
    String lists = crl(chain.getFirst()) + crl(chain.get(1));
    Path file = Files.writeString(folder.resolve("lists.pem"), lists);
    String answer =
        run(
            "openssl",
            command,
            "-crl_check_all",
            "-CAfile",
            pem("root.pem", chain.get(2)),
            "-untrusted",
            pem("issuer.pem", chain.get(1)),
            "-CRLfile",
            file.toString(),
            pem("leaf.pem", chain.getFirst()));
    assertTrue(why.equals("revoked") || answer.contains("OK"), answer);
    return answer;
  }

  /** The list that speaks of a certificate, in PEM. */
  private String crl(X509Certificate certificate) throws Exception {
    String issuer =
        HexFormat.of()
            .formatHex(
                AuthorityKeyIdentifier.getInstance(
                        JcaX509ExtensionUtils.parseExtensionValue(
                            certificate.getExtensionValue(
                                Extension.authorityKeyIdentifier.getId())))
                    .getKeyIdentifierOctets());
    var answer = get("/public/v1/crl/" + issuer + ".crl");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.headers().firstValue("Cache-Control").orElse("").contains("max-age"));
    return "-----BEGIN X509 CRL-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(answer.body())
        + "\n-----END X509 CRL-----\n";
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(house.node().publicAddress(path)).GET());
  }

  private HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
    return send(
        HttpRequest.newBuilder(house.node().publicAddress(path))
            .header("Content-Type", "application/ocsp-request")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
