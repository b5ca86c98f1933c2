package jp.careplan.app;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.careplan.application.TrustAnchors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes the authorities that are in force where the listeners read them; those are opened after
 * this.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class TrustFile {
  @Inject private TrustAnchors anchors;

  /** In the folder of this run; a test's server has none. */
  @Inject
  @ConfigProperty(name = "careplan.trust.listener")
  private Optional<String> file;

  @Inject
  @ConfigProperty(name = "careplan.trust.password")
  private String password;

  @PostConstruct
  void write() {
    if (file.isPresent()) {
      try {
        write(Path.of(file.get()));
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalStateException("the listeners' trust store cannot be written", e);
      }
    }
  }

  private void write(Path target) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int count = 0;
    for (X509Certificate anchor : anchors.inForce()) {
      store.setCertificateEntry("authority-" + ++count, anchor);
    }
    try (OutputStream out = Files.newOutputStream(target)) {
      store.store(out, password.toCharArray());
    }
  }
}
