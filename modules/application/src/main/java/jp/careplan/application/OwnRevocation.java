package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import jp.careplan.application.internal.certificate.CertificateAuthority;
import jp.careplan.application.internal.certificate.CertificateProfile;
import jp.careplan.application.internal.certificate.KeyIdentifier;
import jp.careplan.application.internal.certificate.OcspResponder;
import jp.careplan.application.internal.certificate.OcspResponder.State;
import jp.careplan.application.internal.certificate.RevocationList;
import jp.careplan.kernel.Worker;

/**
 * What the database says of what was issued here, as lists and OCSP answers. Each node makes its
 * own, with a responder's key that it draws, delegates to and never stores. Lists are made ahead:
 * one of many certificates takes longer than who asks should wait.
 */
@ApplicationScoped
@Transactional
class OwnRevocation implements Worker {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** A list is made anew when something was revoked, and after this time in any case. */
  private static final Duration LIST_AGE = Duration.ofMinutes(5);

  private static final Duration LIST_VALIDITY = Duration.ofHours(24);
  private static final Duration ANSWER_VALIDITY = Duration.ofHours(1);

  /** Certificates stay in lists for a while after their end. */
  private static final Duration LISTED_AFTER_END = Duration.ofDays(7);

  /** A responder's certificate is made anew so long before its end. */
  private static final Duration RESPONDER_REST = Duration.ofDays(30);

  private static final Duration SKEW = Duration.ofMinutes(5);

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private IssuingAuthority authority;

  private final Map<String, Made> lists = new ConcurrentHashMap<>();
  private final Map<String, Responder> responders = new ConcurrentHashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // nobody compares these
  private record Made(byte[] der, Instant madeAt, Optional<Instant> newestRevocation) {
    boolean serves(Instant now, Optional<Instant> newest) {
      return newest.equals(newestRevocation)
          && !now.isBefore(madeAt)
          && now.isBefore(madeAt.plus(LIST_AGE));
    }
  }

  private record Responder(OcspResponder responder, Instant from, Instant until) {
    boolean serves(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }
  }

  @Override
  public Duration rest() {
    return LOOK_AGAIN;
  }

  @Override
  public void work() {
    Instant now = clock.instant();
    for (CertificateAuthority issuer : authority.all()) {
      String key = KeyIdentifier.of(issuer.certificate());
      Optional<Instant> newest = newestRevocation(key);
      Made known = lists.get(key);
      if (known == null || !known.serves(now, newest)) {
        lists.put(key, new Made(make(key, issuer, now), now, newest));
      }
    }
  }

  /** The list of an own issuer; empty for any other. */
  Optional<byte[]> list(String issuerKey) {
    return authority.of(issuerKey).map(issuer -> list(issuerKey, issuer).der());
  }

  /** Only who asks before the first round waits until it is made. */
  private Made list(String issuerKey, CertificateAuthority issuer) {
    return lists.computeIfAbsent(
        issuerKey,
        key -> {
          Instant now = clock.instant();
          return new Made(make(key, issuer, now), now, newestRevocation(key));
        });
  }

  /** One look into an index. */
  private Optional<Instant> newestRevocation(String issuerKey) {
    return Optional.ofNullable(
        em.createQuery(
                "select max(c.revokedAt) from TerminalCertificate c where c.issuerKey = :issuer",
                Instant.class)
            .setParameter("issuer", issuerKey)
            .getSingleResult());
  }

  private byte[] make(String issuerKey, CertificateAuthority issuer, Instant now) {
    try (Stream<Object[]> rows =
        em.createQuery(
                "select c.serial, c.revokedAt, c.revokedReason from TerminalCertificate c where"
                    + " c.issuerKey = :issuer and c.revokedAt is not null and c.notAfter > :ended",
                Object[].class)
            .setParameter("issuer", issuerKey)
            .setParameter("ended", now.minus(LISTED_AFTER_END))
            .getResultStream()) {
      return RevocationList.make(
          issuer,
          BigInteger.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, now)),
          now,
          now.plus(LIST_VALIDITY),
          rows.map(OwnRevocation::entry));
    }
  }

  private static RevocationList.Entry entry(Object[] row) {
    return new RevocationList.Entry(
        new BigInteger((String) row[0], 16),
        (Instant) row[1],
        TerminalCertificate.reason((String) row[2]));
  }

  /** Answers an OCSP request about an own issuer's certificates; empty where it is about none. */
  Optional<byte[]> answer(byte[] request) {
    Instant now = clock.instant();
    return authority.all().stream()
        .filter(issuer -> responder(issuer, now).isAskedBy(request))
        .findFirst()
        .map(issuer ->
            responder(issuer, now)
                .answer(
                    request,
                    serial -> stateOf(KeyIdentifier.of(issuer.certificate()), serial),
                    now));
  }

  /** The same about one certificate, unasked; empty where none of the own keys issued it. */
  Optional<byte[]> tell(X509Certificate about) {
    Instant now = clock.instant();
    String key = KeyIdentifier.ofIssuer(about);
    return authority
        .of(key)
        .map(issuer ->
            responder(issuer, now)
                .tell(about.getSerialNumber(), stateOf(key, about.getSerialNumber()), now));
  }

  private State stateOf(String issuerKey, BigInteger serial) {
    return em.createQuery(
            "select c from TerminalCertificate c where c.issuerKey = :issuer and c.serial = :serial",
            TerminalCertificate.class)
        .setParameter("issuer", issuerKey)
        .setParameter("serial", serial.toString(16))
        .getResultStream()
        .findFirst()
        .map(TerminalCertificate::state)
        .orElseGet(State.Unknown::new);
  }

  private OcspResponder responder(CertificateAuthority issuer, Instant now) {
    return responders
        .compute(
            KeyIdentifier.of(issuer.certificate()),
            (key, known) -> known != null && known.serves(now) ? known : newResponder(issuer, now))
        .responder();
  }

  private static Responder newResponder(CertificateAuthority issuer, Instant now) {
    KeyPair key = CertificateAuthority.newKey();
    Instant from = now.minus(SKEW);
    X509Certificate certificate =
        issuer.issue(
            CertificateProfile.OCSP_RESPONDER,
            new X500Principal("CN=OCSP responder"),
            key.getPublic(),
            from);
    return new Responder(
        new OcspResponder(issuer.certificate(), certificate, key.getPrivate(), ANSWER_VALIDITY),
        from,
        certificate.getNotAfter().toInstant().minus(RESPONDER_REST));
  }
}
