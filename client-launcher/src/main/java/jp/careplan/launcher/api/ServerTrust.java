package jp.careplan.launcher.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import jp.careplan.launcher.profile.WindowsStore;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Which authorities the server is believed by: the pinned one alone where one was given, else those
 * of the machine and those that came with the office's certificate.
 */
public final class ServerTrust {
  private ServerTrust() {}

  static TrustManager[] of(List<X509Certificate> authorities, Path pinned)
      throws GeneralSecurityException, IOException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(
        storeOf(
            Files.isRegularFile(pinned)
                ? read(pinned)
                : Stream.concat(ofMachine(), authorities.stream()).toList()));
    return factory.getTrustManagers();
  }

  /** Reads PEM (several) or DER; refuses a file without a certificate. */
  public static List<X509Certificate> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      var found = new ArrayList<X509Certificate>();
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        found.add((X509Certificate) certificate);
      }
      if (found.isEmpty()) {
        throw new Trouble(LauncherProblem.FILE_UNREADABLE, "証明書のないファイル: " + file);
      }
      return found;
    } catch (IOException | CertificateException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "証明書のファイル: " + file, e);
    }
  }

  private static Stream<X509Certificate> ofMachine() throws GeneralSecurityException, IOException {
    Stream<X509Certificate> ofJava = issuers(null);
    return WindowsStore.isHere() ? Stream.concat(ofJava, ofWindows()) : ofJava;
  }

  private static Stream<X509Certificate> ofWindows() throws GeneralSecurityException, IOException {
    KeyStore roots = KeyStore.getInstance("Windows-ROOT");
    roots.load(null, null);
    var found = new ArrayList<X509Certificate>();
    for (String alias : Collections.list(roots.aliases())) {
      if (roots.getCertificate(alias) instanceof X509Certificate certificate) {
        found.add(certificate);
      }
    }
    return found.stream();
  }

  private static Stream<X509Certificate> issuers(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()));
  }

  private static KeyStore storeOf(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    return store;
  }
}
