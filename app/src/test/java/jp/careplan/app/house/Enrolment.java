package jp.careplan.app.house;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A terminal that has a certificate made for a key of its own. */
public final class Enrolment {
  private final Node node;
  private final String office;
  private final KeyPair key;

  public Enrolment(Node node, String office) {
    this.node = node;
    this.office = office;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.key = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PKCS#10 in PEM, for a name that nobody takes over. */
  public String request() {
    try {
      var request =
          new JcaPKCS10CertificationRequestBuilder(
                  new X500Principal("CN=9999999999"), key.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()));
      var text = new StringWriter();
      try (var writer = new JcaPEMWriter(text)) {
        writer.writeObject(request);
      }
      return text.toString();
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> ask(String terminalName) throws IOException, InterruptedException {
    return ask("KJ99" + office, OfficeClient.password(node), terminalName, "", request());
  }

  public HttpResponse<String> renew(X509Certificate old) throws Exception {
    return ask(
        "KJ99" + office,
        OfficeClient.password(node),
        "",
        jp.careplan.kernel.Sha256.hex(old.getEncoded()),
        request());
  }

  public HttpResponse<String> ask(
      String userId, String password, String terminalName, String renews, String request)
      throws IOException, InterruptedException {
    String body =
        Json.createObjectBuilder()
            .add("userId", userId)
            .add("issuePassword", password)
            .add("terminalName", terminalName)
            .add("renews", renews)
            .add("request", request)
            .build()
            .toString();
    var sent =
        HttpRequest.newBuilder(node.publicAddress("/public/v1/certificates"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> answer = client.send(sent, BodyHandlers.ofString());
      Contract.check(sent, answer);
      return answer;
    }
  }

  /** The certificate of an answer first, then those above it. */
  public static List<X509Certificate> chain(HttpResponse<String> answer) {
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.body());
    }
    String pem = OfficeClient.json(answer).getString("chain");
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A signed-out launcher that shows the certificate. */
  public OfficeClient client(List<X509Certificate> chain) throws Exception {
    char[] password = OfficeClient.password(node).toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("office", key.getPrivate(), password, chain.toArray(Certificate[]::new));
    Path file = Files.createTempFile(node.home(), "enrolled-", ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
    return OfficeClient.of(node, office, file);
  }
}
