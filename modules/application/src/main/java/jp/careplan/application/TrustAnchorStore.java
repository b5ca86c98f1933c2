package jp.careplan.application;

import static jp.careplan.application.TrustAnchorRow.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.TrustAnchorRow.Decision;
import jp.careplan.application.internal.certificate.KeyStores;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.Vault;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The authorities of the trust file, and what operators decided beside it. */
@ApplicationScoped
@Transactional
class TrustAnchorStore {
  private static final System.Logger LOG = System.getLogger(TrustAnchorStore.class.getName());

  @Inject
  @ConfigProperty(name = "careplan.trust.file")
  private String trustFile;

  @Inject
  @ConfigProperty(name = "careplan.trust.password")
  private String trustPassword;

  @PersistenceContext private EntityManager em;
  @Inject private Vault vault;
  @Inject private Clock clock;

  /** By fingerprint, as the file names them. */
  Map<String, X509Certificate> ofFile() {
    KeyStore store = KeyStores.open(Path.of(trustFile), trustPassword.toCharArray());
    Map<String, X509Certificate> found = new LinkedHashMap<>();
    try {
      for (String alias : Collections.list(store.aliases())) {
        if (store.getCertificate(alias) instanceof X509Certificate anchor) {
          found.put(fingerprint(anchor), anchor);
        }
      }
    } catch (KeyStoreException e) {
      throw new IllegalStateException("careplan.trust.file cannot be read", e);
    }
    return found;
  }

  /** By fingerprint, as they hold from the next start on. */
  Map<String, X509Certificate> decided() {
    Map<String, X509Certificate> all = ofFile();
    Map<String, X509Certificate> file = new LinkedHashMap<>(all);
    for (TrustAnchorRow row : rows()) {
      switch (row.decision()) {
        case ADDED -> all.put(row.fingerprint(), opened(row));
        case REMOVED -> {
          opened(row);
          all.remove(row.fingerprint());
        }
        case PROPOSED -> {}
      }
    }
    if (all.isEmpty()) {
      LOG.log(System.Logger.Level.ERROR, "no authority is left: those of careplan.trust.file hold");
      return file;
    }
    return all;
  }

  private List<TrustAnchorRow> rows() {
    return em.createQuery(
            "select r from TrustAnchorRow r order by r.fingerprint", TrustAnchorRow.class)
        .getResultList();
  }

  Optional<TrustAnchorRow> row(String fingerprint) {
    return Optional.ofNullable(em.find(TrustAnchorRow.class, fingerprint));
  }

  /** The certificate of a row; fails where anybody but this house wrote it. */
  X509Certificate opened(TrustAnchorRow row) {
    return parsed(vault.open(place(row.fingerprint(), row.decision()), row.sealed())).orElseThrow();
  }

  /**
   * Who decides waits here for whoever else does, so that of two who would leave no authority, the
   * second sees it. Taken before anything is read.
   */
  void lock() {
    em.createNativeQuery("UPDATE application_trust_revision SET counted = counted + 1 WHERE id = 1")
        .executeUpdate();
  }

  void decide(X509Certificate certificate, Decision decision) {
    String fingerprint = fingerprint(certificate);
    byte[] sealed = vault.seal(place(fingerprint, decision), der(certificate));
    row(fingerprint)
        .ifPresentOrElse(
            row -> row.decide(decision, sealed, clock.instant()),
            () -> em.persist(new TrustAnchorRow(fingerprint, decision, sealed, clock.instant())));
  }

  static Optional<X509Certificate> parsed(byte[] content) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(content)));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  static String fingerprint(X509Certificate certificate) {
    return Sha256.hex(der(certificate));
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
