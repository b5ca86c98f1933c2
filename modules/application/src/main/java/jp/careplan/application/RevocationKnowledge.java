package jp.careplan.application;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.internal.certificate.KeyIdentifier;
import jp.careplan.application.internal.certificate.PathValidation;
import jp.careplan.application.internal.certificate.RevocationData;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What outside authorities, and the root above our own, have revoked: lists from files, read where
 * they lie, and lists fetched ahead, read from the database. Parsed once and kept until one
 * changes.
 */
@ApplicationScoped
class RevocationKnowledge {
  private static final System.Logger LOG = System.getLogger(RevocationKnowledge.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  @Inject
  @ConfigProperty(name = "careplan.revocation.lists")
  private Optional<String> addresses;

  @Inject private RevocationListStore store;
  @Inject private IssuingAuthority authority;
  @Inject private Clock clock;

  private final List<Path> files = new ArrayList<>();
  private final List<String> remote = new ArrayList<>();
  private volatile Known known = new Known(Instant.MIN, List.of(), RevocationData.none());

  private record Known(Instant lookedAt, Object revision, RevocationData data) {}

  @PostConstruct
  void split() {
    for (String address : addresses.orElse("").split("\\s+")) {
      if (address.startsWith("file:")) {
        files.add(Path.of(URI.create(address)));
      } else if (!address.isEmpty()) {
        remote.add(address);
      }
    }
  }

  /** Addresses of lists that must be fetched. */
  List<String> remote() {
    return remote;
  }

  RevocationData data() {
    Instant now = clock.instant();
    Known present = known;
    if (Duration.between(present.lookedAt(), now).abs().compareTo(LOOK_AGAIN) < 0) {
      return present.data();
    }
    return refresh(now);
  }

  private synchronized RevocationData refresh(Instant now) {
    Object revision = revision();
    RevocationData data = known.data();
    if (!revision.equals(known.revision())) {
      data = read();
    }
    known = new Known(now, revision, data);
    return data;
  }

  private Object revision() {
    List<Object> all = new ArrayList<>();
    for (Path file : files) {
      all.add(Files.exists(file) ? file.toFile().lastModified() : -1L);
    }
    all.add(store.revisionOf(remote));
    return all;
  }

  private RevocationData read() {
    List<byte[]> lists = new ArrayList<>();
    files.forEach(file -> fromFile(file).ifPresent(lists::add));
    remote.forEach(address -> store.contentOf(address).ifPresent(lists::add));
    List<X509Certificate> issuers = new ArrayList<>();
    authority.all().forEach(it -> issuers.addAll(it.chain()));
    var data = RevocationData.of(lists, List.of(), PathValidation.encoded(issuers));
    LOG.log(
        System.Logger.Level.INFO,
        "revocation lists read count={0} unreadable={1}",
        lists.size(),
        data.unreadable());
    return data;
  }

  /** For publishing: a list of the root above our own issuer, which lies in a file. */
  Optional<byte[]> listFromFile(String issuerKey) {
    return files.stream()
        .flatMap(file -> fromFile(file).stream())
        .filter(
            der -> parsed(der).map(KeyIdentifier::ofIssuer).filter(issuerKey::equals).isPresent())
        .findFirst();
  }

  static Optional<X509CRL> parsed(byte[] der) {
    try {
      return Optional.of(
          (X509CRL)
              CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> fromFile(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.ERROR, "revocation list cannot be read: careplan.revocation.lists");
      return Optional.empty();
    }
  }
}
