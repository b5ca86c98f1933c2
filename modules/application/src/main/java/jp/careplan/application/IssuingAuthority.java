package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.NO_AUTHORITY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.internal.certificate.AuthorityProblem;
import jp.careplan.application.internal.certificate.CertificateAuthority;
import jp.careplan.application.internal.certificate.KeyIdentifier;
import jp.careplan.application.internal.certificate.KeyStores;
import jp.careplan.kernel.DomainException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The keys this node issues with, from a PKCS#12 file. Each key in it is an issuing authority; the
 * newest issues, the others go on telling what became of what they issued.
 */
@ApplicationScoped
class IssuingAuthority {
  @Inject
  @ConfigProperty(name = "careplan.authority.file")
  private Optional<String> file;

  @Inject
  @ConfigProperty(name = "careplan.authority.password")
  private Optional<String> password;

  @Inject
  @ConfigProperty(name = "careplan.authority.url")
  private Optional<String> url;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String publicUrl;

  private volatile @Nullable List<CertificateAuthority> newestFirst;

  private List<CertificateAuthority> load() {
    if (file.isEmpty()) {
      return List.of();
    }
    char[] secret = password.orElse("").toCharArray();
    List<CertificateAuthority> found = new ArrayList<>();
    try {
      KeyStore store = KeyStores.open(Path.of(file.get()), secret);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          var entry = KeyStores.entry(store, alias, secret);
          found.add(
              new CertificateAuthority(
                  entry.key(), entry.chain(), addresses(entry.chain().getFirst())));
        }
      }
    } catch (KeyStoreException | AuthorityProblem e) {
      throw new IllegalStateException(
          "authority's key store cannot be opened: careplan.authority.file", e);
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("no key in careplan.authority.file");
    }
    found.sort(
        Comparator.comparing(
                (CertificateAuthority it) -> it.certificate().getNotBefore().toInstant())
            .reversed());
    return List.copyOf(found);
  }

  private CertificateAuthority.Addresses addresses(X509Certificate issuer) {
    String base = url.orElse(publicUrl) + "/public/v1/";
    return new CertificateAuthority.Addresses(
        List.of(URI.create(base + "crl/" + KeyIdentifier.of(issuer) + ".crl")),
        List.of(URI.create(base + "ocsp")));
  }

  Optional<CertificateAuthority> newest() {
    return all().stream().findFirst();
  }

  CertificateAuthority require() {
    return newest().orElseThrow(() -> new DomainException(NO_AUTHORITY, ""));
  }

  List<CertificateAuthority> all() {
    List<CertificateAuthority> present = newestFirst;
    if (present == null) {
      present = load();
      newestFirst = present;
    }
    return present;
  }

  /** The one whose key bears an identifier. */
  Optional<CertificateAuthority> of(String keyIdentifier) {
    return all().stream()
        .filter(it -> KeyIdentifier.of(it.certificate()).equals(keyIdentifier))
        .findFirst();
  }
}
