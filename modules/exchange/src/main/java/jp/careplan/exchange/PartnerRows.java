package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

/** Kept partners, and who exchanged with whom; always inside a caller's transaction. */
@ApplicationScoped
class PartnerRows {
  @PersistenceContext private EntityManager em;

  Optional<PartnerRow> find(OfficeNumber office, OfficeNumber partner) {
    return Optional.ofNullable(em.find(PartnerRow.class, PartnerRow.key(office, partner)));
  }

  PartnerRow findOrAdd(OfficeNumber office, OfficeNumber partner, Instant now) {
    return find(office, partner)
        .orElseGet(() -> {
          var added = new PartnerRow(office, partner, now);
          em.persist(added);
          return added;
        });
  }

  void remove(PartnerRow row) {
    em.remove(row);
  }

  List<PartnerRow> of(OfficeNumber office, int most) {
    return em.createQuery(
            "select p from PartnerRow p where p.office = :office order by p.partner",
            PartnerRow.class)
        .setParameter("office", office.value())
        .setMaxResults(most)
        .getResultList();
  }

  List<PartnerRow> of(OfficeNumber office, Collection<OfficeNumber> partners) {
    if (partners.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select p from PartnerRow p where p.office = :office and p.partner in :partners",
            PartnerRow.class)
        .setParameter("office", office.value())
        .setParameter("partners", partners.stream().map(OfficeNumber::value).distinct().toList())
        .getResultList();
  }

  /** Those who invited an office and were not told yet that it joined. */
  List<PartnerRow> invitersOf(OfficeNumber partner) {
    return em.createQuery(
            "select p from PartnerRow p where p.partner = :partner and p.invitedAt is not null"
                + " and p.joinedAt is null",
            PartnerRow.class)
        .setParameter("partner", partner.value())
        .getResultList();
  }

  /** To whom this office sent, and when last; what the caller may not see is not counted. */
  Map<OfficeNumber, Instant> lastSent(OfficeSession by, int most) {
    return last(by, "t.recipient", "t.sender", "t.senderKind", Optional.empty(), most);
  }

  /** From whom something came to this office, and when last. */
  Map<OfficeNumber, Instant> lastArrived(OfficeSession by, int most) {
    return last(by, "t.sender", "t.recipient", "t.recipientKind", Optional.empty(), most);
  }

  Optional<Instant> lastSentTo(OfficeSession by, OfficeNumber partner) {
    return Optional.ofNullable(
        last(by, "t.recipient", "t.sender", "t.senderKind", Optional.of(partner), 1).get(partner));
  }

  Optional<Instant> lastArrivedFrom(OfficeSession by, OfficeNumber partner) {
    return Optional.ofNullable(
        last(by, "t.sender", "t.recipient", "t.recipientKind", Optional.of(partner), 1)
            .get(partner));
  }

  private Map<OfficeNumber, Instant> last(
      OfficeSession by,
      String other,
      String own,
      String kind,
      Optional<OfficeNumber> partner,
      int most) {
    boolean limited = by.rights().isLimited();
    String text =
        "select "
            + other
            + ", max(t.sentAt) from Transmission t where "
            + own
            + " = :office"
            + (limited ? " and " + kind + " in :kinds" : "")
            + (partner.isPresent() ? " and " + other + " = :partner" : "")
            + " group by "
            + other;
    var query =
        em.createQuery(text, Object[].class)
            .setParameter("office", by.office().value())
            .setMaxResults(most);
    if (limited) {
      query.setParameter("kinds", by.rights().kinds().stream().map(ServiceKind::value).toList());
    }
    partner.ifPresent(it -> query.setParameter("partner", it.value()));
    Map<OfficeNumber, Instant> found = new HashMap<>();
    query
        .getResultList()
        .forEach(row -> found.put(new OfficeNumber((String) row[0]), (Instant) row[1]));
    return found;
  }

  /**
   * To whom of those anything ever went that was not taken back, nor sent there by mistake; what
   * the caller may not see is not counted.
   */
  Set<OfficeNumber> sentAmong(OfficeSession by, Set<OfficeNumber> recipients) {
    if (recipients.isEmpty()) {
      return Set.of();
    }
    boolean limited = by.rights().isLimited();
    var query =
        em.createQuery(
                "select distinct t.recipient from Transmission t where t.sender = :sender"
                    + " and t.recipient in :recipients and t.status <> :withdrawn"
                    + " and t.frozenAt is null and t.erasedAt is null"
                    + (limited ? " and t.senderKind in :kinds" : ""),
                String.class)
            .setParameter("sender", by.office().value())
            .setParameter("recipients", recipients.stream().map(OfficeNumber::value).toList())
            .setParameter("withdrawn", TransmissionStatus.WITHDRAWN);
    if (limited) {
      query.setParameter("kinds", by.rights().kinds().stream().map(ServiceKind::value).toList());
    }
    return query.getResultStream().map(OfficeNumber::new).collect(Collectors.toSet());
  }
}
