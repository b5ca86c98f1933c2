package jp.careplan.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.OfficeClient;

/** Keys of a client, read once. */
final class Tls {
  private final KeyManager[] keys;
  private final TrustManager[] trust;

  private Tls(KeyManager[] keys, TrustManager[] trust) {
    this.keys = keys;
    this.trust = trust;
  }

  static Tls of(Node node) {
    return of(node, Seats.certificate(node));
  }

  /** With the certificate of a PKCS#12 file of the demo. */
  static Tls of(Node node, Path certificate) {
    try {
      char[] password = OfficeClient.password(node).toCharArray();
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(load(certificate, password), password);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(load(node.home().resolve("trust.p12"), password));
      return new Tls(keys.getKeyManagers(), trust.getTrustManagers());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without memory of earlier connections: its first handshake is a full one. */
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore load(Path file, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }
}
