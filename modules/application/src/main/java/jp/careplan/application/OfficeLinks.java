package jp.careplan.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.application.OfficeGroup.Member;
import jp.careplan.application.OfficeGroup.Viewer;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.UserId;

/** The transactions of links between offices. */
@ApplicationScoped
@Transactional
class OfficeLinks {
  private static final int MOST = 200;

  @PersistenceContext private EntityManager em;
  @Inject private OfficeDirectory offices;
  @Inject private SessionProfile licences;
  @Inject private AccountStore accounts;
  @Inject private AccountMails mails;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  void link(UserId by, UserId other) {
    accounts.lock(by.account().user()); // two who link for one office come one after the other
    var key = new OfficeLink.Key(by.office(), other.office());
    if (em.find(OfficeLink.class, key) != null) {
      return;
    }
    if (lookedAtBy(by.office()).size() >= MOST) {
      throw new DomainException(GroupProblem.TOO_MANY_LINKED, "1つの事業所からは" + MOST + "までです。");
    }
    em.persist(new OfficeLink(key, clock.instant()));
    audit(by, by.office(), other.office(), "office-linked");
    accounts.find(other.account().user()).ifPresent(it -> mails.officeLinked(it, by.office()));
  }

  void remove(UserId by, OfficeNumber viewer, OfficeNumber office) {
    OfficeLink link = em.find(OfficeLink.class, new OfficeLink.Key(viewer, office));
    if (link == null) {
      throw new DomainException(GroupProblem.NOT_LINKED, "");
    }
    em.remove(link);
    audit(by, viewer, office, "office-unlinked");
  }

  /** It stands in the trails of both. */
  private void audit(UserId by, OfficeNumber viewer, OfficeNumber office, String action) {
    trail.append(new AuditTrail.Entry(by.value(), viewer.value(), action, office.value()));
    trail.append(new AuditTrail.Entry(by.value(), office.value(), action, viewer.value()));
  }

  List<Viewer> viewers(OfficeNumber office) {
    List<OfficeLink> links =
        em.createQuery(
                "select l from OfficeLink l where l.office = :office order by l.viewer",
                OfficeLink.class)
            .setParameter("office", office.value())
            .getResultList();
    Map<OfficeNumber, OfficeEntry> known =
        offices.findAll(links.stream().map(OfficeLink::viewer).toList());
    return links.stream()
        .map(it -> new Viewer(it.viewer(), name(known, it.viewer()), it.linkedAt()))
        .toList();
  }

  List<Member> members(OfficeNumber viewer) {
    Map<OfficeNumber, Optional<Instant>> numbers = new LinkedHashMap<>();
    numbers.put(viewer, Optional.empty());
    lookedAtBy(viewer).forEach(it -> numbers.put(it.office(), Optional.of(it.linkedAt())));
    Map<OfficeNumber, OfficeEntry> known = offices.findAll(numbers.keySet());
    Map<OfficeNumber, List<UsageApplication>> applications = applications(numbers.keySet());
    Map<OfficeNumber, List<Instant>> ends = ends(numbers.keySet());
    List<Member> members = new ArrayList<>();
    numbers.forEach((number, linkedAt) -> {
      List<Instant> usable = ends.getOrDefault(number, List.of());
      members.add(
          new Member(
              number,
              name(known, number),
              licences.licenceOf(number),
              applications.getOrDefault(number, List.of()).stream()
                  .map(UsageApplication::status)
                  .min(Comparator.comparing(it -> it != ApplicationStatus.COMPLETED)),
              usable.size(),
              usable.stream().min(Comparator.naturalOrder()),
              linkedAt));
    });
    return members;
  }

  private List<OfficeLink> lookedAtBy(OfficeNumber viewer) {
    return em.createQuery(
            "select l from OfficeLink l where l.viewer = :viewer order by l.office",
            OfficeLink.class)
        .setParameter("viewer", viewer.value())
        .getResultList();
  }

  /** The valid one and the open one of each office, where there are such. */
  private Map<OfficeNumber, List<UsageApplication>> applications(Collection<OfficeNumber> numbers) {
    List<String> places =
        numbers.stream()
            .flatMap(
                it -> Stream.of(UsageApplication.validPlace(it), UsageApplication.openPlace(it)))
            .toList();
    return em.createQuery(
            "select a from UsageApplication a where a.place in :places", UsageApplication.class)
        .setParameter("places", places)
        .getResultStream()
        .collect(groupingBy(UsageApplication::office));
  }

  /** When each terminal's last usable certificate ends. */
  private Map<OfficeNumber, List<Instant>> ends(Collection<OfficeNumber> numbers) {
    Map<String, TerminalCertificate> last =
        em.createQuery(
                "select c from TerminalCertificate c where c.office in :offices"
                    + " and c.revokedAt is null and c.notAfter > :now",
                TerminalCertificate.class)
            .setParameter("offices", numbers.stream().map(OfficeNumber::value).toList())
            .setParameter("now", clock.instant())
            .getResultStream()
            .collect(
                toMap(
                    TerminalCertificate::terminalId,
                    it -> it,
                    (one, other) -> one.notAfter().isAfter(other.notAfter()) ? one : other));
    return last.values().stream()
        .collect(
            groupingBy(
                TerminalCertificate::office, mapping(TerminalCertificate::notAfter, toList())));
  }

  private static String name(Map<OfficeNumber, OfficeEntry> known, OfficeNumber number) {
    OfficeEntry entry = known.get(number);
    return entry == null ? number.value() : entry.name();
  }
}
