package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.OperatorSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The transactions of {@link ExpiryPost}, one an office. What is noted today is told tomorrow, so
 * that the steps of a day are one mail.
 */
@ApplicationScoped
@Transactional
class ExpiryNotices {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E)", Locale.JAPANESE);
  private static final String DUE =
      " e.told = false and (e.purgedAt is null and e.announcedOn < :today"
          + " or e.purgedAt < :midnight)";

  @PersistenceContext private EntityManager em;
  @Inject private NoticeOrders orders;
  @Inject private OperatorSettings settings;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String publicUrl;

  /** Offices that have something to hear, behind one, in their order. */
  List<String> untold(String after, int most) {
    return due(em.createQuery(
            "select distinct e.office from Expiry e where e.office > :after and"
                + DUE
                + " order by e.office",
            String.class))
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** Tells one office; nothing where another node was quicker. */
  void tell(OfficeNumber office) {
    long received = count(office, "e.purgedAt is null and e.own = false");
    long sent = count(office, "e.purgedAt is null and e.own = true");
    long waiting =
        count(
            office,
            "e.purgedAt is null and e.own = true and exists (select t from Transmission t"
                + " where t.id = e.transmissionId and t.status = "
                + "jp.careplan.exchange.TransmissionStatus.SENT)");
    long expired =
        count(office, "e.purgedAt is not null and e.own = true and e.neverReceived = true");
    LocalDate first = firstEnd(office);
    if (markTold(office) == 0) {
      return;
    }
    if (received + sent > 0) {
      mail(
          office,
          RetentionSettings.ENDING,
          Map.of(
              "count", String.valueOf(received + sent),
              "until", DAY.format(first),
              "received", String.valueOf(received),
              "sent", String.valueOf(sent),
              "unreceived", String.valueOf(waiting)));
    }
    if (expired > 0) {
      mail(
          office,
          RetentionSettings.EXPIRED,
          Map.of("count", String.valueOf(expired), "url", publicUrl + "/office/sent"));
    }
  }

  private void mail(OfficeNumber office, MailText text, Map<String, String> values) {
    orders.tellOffice(
        office,
        settings.filled(text.subject(), values),
        settings.filled(text.body(), values) + "\n");
  }

  private LocalDate firstEnd(OfficeNumber office) {
    LocalDate first =
        due(em.createQuery(
                "select min(e.endsOn) from Expiry e where e.office = :office and" + DUE,
                LocalDate.class))
            .setParameter("office", office.value())
            .getSingleResult();
    return first == null ? LocalDate.now(clock) : first;
  }

  private long count(OfficeNumber office, String which) {
    return due(em.createQuery(
            "select count(e) from Expiry e where e.office = :office and " + which + " and" + DUE,
            Long.class))
        .setParameter("office", office.value())
        .getSingleResult();
  }

  /** Whoever comes second waits here and then finds none. */
  private int markTold(OfficeNumber office) {
    return em.createQuery("update Expiry e set e.told = true where e.office = :office and" + DUE)
        .setParameter("today", LocalDate.now(clock))
        .setParameter("midnight", midnight())
        .setParameter("office", office.value())
        .executeUpdate();
  }

  private <T> TypedQuery<T> due(TypedQuery<T> query) {
    return query.setParameter("today", LocalDate.now(clock)).setParameter("midnight", midnight());
  }

  private Instant midnight() {
    return LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
  }
}
