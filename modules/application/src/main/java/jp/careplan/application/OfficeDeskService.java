package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.UNKNOWN_OFFICE;
import static jp.careplan.application.DeskProblem.OFFICE_STATE;
import static jp.careplan.application.OperatorRole.AUDITOR;
import static jp.careplan.application.OperatorRole.BILLING;
import static jp.careplan.application.OperatorRole.HELPDESK;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

@ApplicationScoped
@Transactional
class OfficeDeskService implements OfficeDesk {
  private static final String CLOSE_OFFICE = "close-office";

  /** An ID names a prefecture, which need not be that of the number. */
  private static final int PREFECTURE_NUMBERS = 100;

  @PersistenceContext private EntityManager em;
  @Inject private Approvals approvals;
  @Inject private AuditTrail trail;
  @Inject private Event<OfficeStatusChanged> statusChanged;
  @Inject private Clock clock;

  @Override
  public Page search(OperatorSession by, String words, Optional<String> after, int limit) {
    by.require(OPERATOR, BILLING, HELPDESK, AUDITOR);
    List<String> wanted = SearchText.words(words);
    List<Found> found =
        query(by, wanted, after.orElse(""))
            .setMaxResults(limit + 1)
            .getResultStream()
            .map(OfficeDeskService::found)
            .collect(Collectors.toCollection(ArrayList::new));
    if (found.size() <= limit) {
      return new Page(List.copyOf(found), Optional.empty());
    }
    found.removeLast();
    return new Page(List.copyOf(found), Optional.of(found.getLast().office().number().value()));
  }

  private TypedQuery<Office> query(OperatorSession by, List<String> words, String after) {
    String containsAll =
        IntStream.range(0, words.size())
            .mapToObj(i -> " and locate(:word" + i + ", o.searchText) > 0")
            .collect(Collectors.joining());
    String within =
        by.prefectures().isEmpty() ? "" : " and substring(o.number, 1, 2) in :prefectures";
    TypedQuery<Office> query =
        em.createQuery(
                "select o from Office o where o.number > :after"
                    + containsAll
                    + within
                    + " order by o.number",
                Office.class)
            .setParameter("after", after);
    for (int i = 0; i < words.size(); i++) {
      query.setParameter("word" + i, words.get(i));
    }
    if (!within.isEmpty()) {
      query.setParameter("prefectures", by.prefectures());
    }
    return query;
  }

  private static Found found(Office office) {
    return new Found(office.entry(), office.profile().address(), office.status());
  }

  @Override
  public State stateOf(OperatorSession by, OfficeNumber office) {
    by.requireFor(office, OPERATOR, BILLING, HELPDESK, AUDITOR);
    Office known = em.find(Office.class, office.value());
    if (known == null) {
      throw new DomainException(UNKNOWN_OFFICE, "");
    }
    return new State(
        known.profile(),
        known.status(),
        accounts(office),
        staff(office),
        known.isWithoutPasskeys(),
        of(office, "TerminalCertificate", TerminalCertificate.class).stream()
            .map(it -> it.state(terminal(it.terminalId())))
            .toList(),
        running(office));
  }

  /** Every KJ ID that an office may have. */
  private static List<String> ids(OfficeNumber office) {
    return IntStream.range(0, PREFECTURE_NUMBERS)
        .mapToObj(prefecture -> "KJ%02d%s".formatted(prefecture, office))
        .toList();
  }

  private long staff(OfficeNumber office) {
    return em.createQuery(
            "select count(s) from StaffUser s where s.account in :ids and s.removedAt is null",
            Long.class)
        .setParameter("ids", ids(office))
        .getSingleResult();
  }

  private List<AccountState> accounts(OfficeNumber office) {
    return em.createQuery(
            "select a from Account a where a.userId in :ids order by a.userId", Account.class)
        .setParameter("ids", ids(office))
        .getResultStream()
        .map(account -> new AccountState(account.user(), account.isTemporary(), account.isAtRest()))
        .toList();
  }

  private List<SessionState> running(OfficeNumber office) {
    Instant now = clock.instant();
    return of(office, "SessionRow", SessionRow.class).stream()
        .filter(row -> row.runs(now))
        .map(it -> it.session(Rights.OF_OFFICE)) // of whom, from where and how long
        .map(it -> new SessionState(it.user(), it.door(), terminal(it.terminalId()), it.endsAt()))
        .toList();
  }

  private <T> List<T> of(OfficeNumber office, String rows, Class<T> type) {
    return em.createQuery("select r from " + rows + " r where r.office = :office", type)
        .setParameter("office", office.value())
        .getResultList();
  }

  private String terminal(String id) {
    Terminal terminal = em.find(Terminal.class, id);
    return terminal == null ? "" : terminal.name();
  }

  @Override
  public void suspend(OperatorSession by, OfficeNumber office, String reason) {
    change(by, office, "office-suspended", reason, Office::suspend);
  }

  @Override
  public void resume(OperatorSession by, OfficeNumber office, String reason) {
    change(by, office, "office-resumed", reason, Office::resume);
  }

  @Override
  public void proposeClosing(OperatorSession by, OfficeNumber office, String reason) {
    by.requireFor(office, OPERATOR);
    if (locked(office).isClosed()) {
      throw new DomainException(OFFICE_STATE, "もう廃止になっています。");
    }
    approvals.propose(
        by, new Approvals.Matter(CLOSE_OFFICE, office.value(), office.value()), reason);
  }

  void on(@Observes Approvals.Approved approval) {
    if (approval.matter().action().equals(CLOSE_OFFICE)) {
      var office = new OfficeNumber(approval.matter().office());
      Office known = locked(office);
      OfficeStatus before = known.status();
      known.close();
      tell(known, before);
      trail.append(
          new AuditTrail.Entry(
              approval.approvedBy().value(),
              office.value(),
              "office-closed",
              office.value(),
              approval.reason()));
    }
  }

  @Override
  public void revoke(
      OperatorSession by,
      OfficeNumber office,
      String thumbprint,
      RevocationReason why,
      String reason) {
    by.requireFor(office, OPERATOR);
    String kept = OperatorSession.reason(reason);
    TerminalCertificate certificate =
        em.find(TerminalCertificate.class, thumbprint, LockModeType.PESSIMISTIC_WRITE);
    if (certificate == null || !certificate.office().equals(office) || certificate.isRevoked()) {
      throw new DomainException(OFFICE_STATE, "この電子証明書は、もう使えません。");
    }
    certificate.revoke(why, clock.instant());
    audit(by, office, "certificate-revoked", thumbprint, kept);
  }

  @Override
  public void endSessions(OperatorSession by, OfficeNumber office, String reason) {
    change(by, office, "office-sessions-ended", reason, known -> end(office));
  }

  @Override
  public void forbidPasskeys(OperatorSession by, OfficeNumber office, String reason) {
    change(by, office, "passkeys-forbidden", reason, known -> known.forbidPasskeys(true));
    em.createQuery(
            "update SessionRow s set s.idleUntil = :now"
                + " where s.office = :office and s.door = :door and s.idleUntil > :now")
        .setParameter("now", clock.instant())
        .setParameter("office", office.value())
        .setParameter("door", OfficeSession.Door.PASSKEY)
        .executeUpdate();
  }

  @Override
  public void allowPasskeys(OperatorSession by, OfficeNumber office, String reason) {
    change(by, office, "passkeys-allowed", reason, known -> known.forbidPasskeys(false));
  }

  /** Ended, not deleted: a page that came through one of them ends with it. */
  private void end(OfficeNumber office) {
    em.createQuery(
            "update SessionRow s set s.idleUntil = :now"
                + " where s.office = :office and s.idleUntil > :now")
        .setParameter("now", clock.instant())
        .setParameter("office", office.value())
        .executeUpdate();
  }

  private void change(
      OperatorSession by,
      OfficeNumber office,
      String action,
      String reason,
      Consumer<Office> change) {
    by.requireFor(office, OPERATOR);
    String kept = OperatorSession.reason(reason);
    Office known = locked(office);
    OfficeStatus before = known.status();
    change.accept(known);
    tell(known, before);
    audit(by, office, action, office.value(), kept);
  }

  private void tell(Office office, OfficeStatus before) {
    if (office.status() != before) {
      statusChanged.fire(new OfficeStatusChanged(office.entry().number(), office.status()));
    }
  }

  private Office locked(OfficeNumber number) {
    Office office = em.find(Office.class, number.value(), LockModeType.PESSIMISTIC_WRITE);
    if (office == null) {
      throw new DomainException(UNKNOWN_OFFICE, "");
    }
    return office;
  }

  private void audit(
      OperatorSession by, OfficeNumber office, String action, String subject, String reason) {
    trail.append(
        new AuditTrail.Entry(by.operator().value(), office.value(), action, subject, reason));
  }

  /** Fills what older versions did not write; how many of at most {@code most}. */
  int fillSearchTexts(int most) {
    List<Office> without =
        em.createQuery("select o from Office o where o.directoryText = ''", Office.class)
            .setMaxResults(most)
            .getResultList();
    without.forEach(Office::fillSearchText);
    return without.size();
  }
}
