package jp.careplan.application;

import static jp.careplan.application.ApplicationSettings.CERTIFICATE_ENDING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.careplan.application.page.JapaneseTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The transactions of the warnings, one a certificate. */
@ApplicationScoped
@Transactional
class ExpiryStore {
  private static final int[] DAYS = {90, 30, 7};

  /** Is warned of already, so that the query need not look at all that end within 90 days. */
  private static final int LAST = 7;

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private HouseMails mails;
  @Inject private JapaneseTime time;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String publicUrl;

  /** Thumbprints of those that end soon and have no successor. */
  List<String> ending() {
    Instant now = clock.instant();
    return em.createQuery(
            "select c.thumbprint from TerminalCertificate c where c.notAfter > :now and c.notAfter"
                + " <= :soon and c.revokedAt is null and c.replacedBy = '' and (c.warnedDays = 0 or"
                + " (c.warnedDays > 30 and c.notAfter <= :month) or (c.warnedDays > :last and"
                + " c.notAfter <= :week))",
            String.class)
        .setParameter("now", now)
        .setParameter("soon", now.plus(Duration.ofDays(90)))
        .setParameter("month", now.plus(Duration.ofDays(30)))
        .setParameter("week", now.plus(Duration.ofDays(LAST)))
        .setParameter("last", LAST)
        .getResultList();
  }

  void warn(String thumbprint) {
    var certificate =
        em.find(TerminalCertificate.class, thumbprint, LockModeType.PESSIMISTIC_WRITE);
    Instant now = clock.instant();
    IntStream.of(DAYS)
        .filter(days -> !certificate.notAfter().isAfter(now.plus(Duration.ofDays(days))))
        .min()
        .ifPresent(days -> {
          if (certificate.isUsable(now) && certificate.warn(days)) {
            queue(certificate, now);
          }
        });
  }

  private void queue(TerminalCertificate certificate, Instant now) {
    Office office = em.find(Office.class, certificate.office().value());
    String to = office == null || office.isClosed() ? "" : office.profile().mail();
    if (to.isEmpty()) {
      return;
    }
    Terminal terminal = em.find(Terminal.class, certificate.terminalId());
    long left = Duration.between(now, certificate.notAfter()).toDays();
    mails.send(
        to,
        CERTIFICATE_ENDING,
        Map.of(
            "days",
            String.valueOf(left),
            "terminal",
            terminal.name(),
            "until",
            time.moment(certificate.notAfter()),
            "url",
            publicUrl + "/account/certificates"));
  }
}
