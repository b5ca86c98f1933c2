package jp.careplan.exchange;

import static jp.careplan.application.OperatorRole.HELPDESK;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeRegistration;
import jp.careplan.application.OperatorSession;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

/** The sandbox offices with what operators do to them. */
@ApplicationScoped
@Transactional
class SandboxOffices implements Sandbox {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Prefecture 99 is none; nothing else begins so. */
  private static final String PREFIX = "9979";

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int PASSWORD_LENGTH = 20;
  private static final int LONGEST_NOTE = 200;
  private static final int MOST = 1000;

  @PersistenceContext private EntityManager em;
  @Inject private PracticeOffice practice;
  @Inject private OfficeDirectory offices;
  @Inject private OfficeRegistration registration;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  public boolean is(OfficeNumber office) {
    return mayBe(office) && em.find(SandboxOffice.class, office.value()) != null;
  }

  /** Offices that never apply, and are always there. */
  boolean isForTrying(OfficeNumber office) {
    return practice.is(office) || is(office);
  }

  /**
   * Whether one of the two is a sandbox office and the other an office of the country. What is
   * tried out never reaches one, nor comes from one.
   */
  boolean isBetween(OfficeNumber one, OfficeNumber other) {
    return is(one) ? !isForTrying(other) : is(other) && !practice.is(one);
  }

  /** By the number alone, so that offices of the country cost no query. */
  private static boolean mayBe(OfficeNumber office) {
    return office.value().startsWith(PREFIX);
  }

  @Override
  public List<Entry> all(OperatorSession by) {
    by.require(OPERATOR, HELPDESK);
    List<SandboxOffice> all = all();
    var names = offices.findAll(all.stream().map(SandboxOffice::office).toList());
    return all.stream()
        .map(it ->
            new Entry(
                it.office(),
                Optional.ofNullable(names.get(it.office())).map(OfficeEntry::name).orElse(""),
                it.note(),
                it.madeAt()))
        .toList();
  }

  List<SandboxOffice> all() {
    return em.createQuery(
            "select s from SandboxOffice s order by s.office desc", SandboxOffice.class)
        .setMaxResults(MOST)
        .getResultList();
  }

  @Override
  public Made make(OperatorSession by, String note, String reason) {
    by.requireWholeCountry(OPERATOR);
    String why = OperatorSession.reason(reason);
    OfficeNumber number = free();
    var user = new KjUserId("KJ99" + number.value());
    String password = newPassword();
    String issuePassword = newPassword();
    registration.registerOffice(number, MARK + "事業所" + number.value().substring(4), kinds());
    registration.openAccount(user, password, false);
    registration.giveIssuePassword(number, issuePassword);
    String kept = note.strip();
    em.persist(
        new SandboxOffice(
            number,
            kept.substring(0, Math.min(kept.length(), LONGEST_NOTE)),
            by.operator().value(),
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
    trail.append(
        new AuditTrail.Entry(
            by.operator().value(), number.value(), "sandbox-office-made", number.value(), why));
    return new Made(number, user, password, issuePassword);
  }

  private OfficeNumber free() {
    int count = all().size();
    OfficeNumber number;
    do {
      count++;
      number = new OfficeNumber(PREFIX + "%06d".formatted(count));
    } while (offices.find(number).isPresent());
    return number;
  }

  /** All kinds of the standard: one office plays every part. */
  static Set<ServiceKind> kinds() {
    Set<ServiceKind> kinds = new HashSet<>();
    Standard standard = Standard.load();
    standard.plannerKinds().forEach(kind -> kinds.add(new ServiceKind(kind)));
    standard.serviceKinds(false).forEach(kind -> kinds.add(new ServiceKind(kind)));
    standard.serviceKinds(true).forEach(kind -> kinds.add(new ServiceKind(kind)));
    return kinds;
  }

  private static String newPassword() {
    var password = new StringBuilder();
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  /** Notes that the practice partner has sent a plan. */
  void sent(OfficeNumber office, int plan) {
    em.find(SandboxOffice.class, office.value()).sent(plan);
  }

  /**
   * Some active offices for which no plan of this sender waits to be received; others each time, so
   * that one that fails keeps none back.
   */
  List<SandboxOffice> withoutWaiting(OfficeNumber sender, int most) {
    List<SandboxOffice> all =
        em.createQuery(
                "select s from SandboxOffice s where s.plans < :most and not exists (select t.id"
                    + " from Transmission t where t.recipient = s.office and t.status = :sent and"
                    + " t.kind = 'plan' and t.sender = :sender)",
                SandboxOffice.class)
            .setParameter("most", MOST)
            .setParameter("sent", TransmissionStatus.SENT)
            .setParameter("sender", sender.value())
            .getResultList();
    var known = offices.findAll(all.stream().map(SandboxOffice::office).toList());
    List<SandboxOffice> served =
        new ArrayList<>(
            all.stream()
                .filter(it ->
                    Optional.ofNullable(known.get(it.office()))
                        .filter(OfficeEntry::active)
                        .isPresent())
                .toList());
    Collections.shuffle(served, RANDOM);
    return served.stream().limit(most).toList();
  }
}
