package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.NOTHING_TO_PROVE;
import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_PROOF;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.internal.evidence.CheckCode;
import jp.careplan.exchange.internal.evidence.ReceiptSigner;
import jp.careplan.exchange.internal.evidence.SignedWord;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KeyStoreFile;

@ApplicationScoped
@Transactional
class MonthProofService implements MonthProofs {
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMM");
  private static final int MOST = 20;

  @PersistenceContext private EntityManager em;
  @Inject private MonthCounts counts;
  @Inject private OfficeLock lock;
  @Inject private OfficeDirectory offices;
  @Inject private ReceiptSigner signer;
  @Inject private KeyStoreFile keys;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  public MonthFigures figures(OfficeSession by, YearMonth month) {
    by.requireAdministrator();
    Instant now = clock.instant();
    Instant end = start(month.plusMonths(1));
    return new MonthFigures(
        by.office(),
        offices.find(by.office()).map(it -> it.name()).orElse(by.office().value()),
        month,
        now,
        !now.isBefore(end),
        counts.partners(by.office(), start(month), end));
  }

  private Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(clock.getZone()).toInstant();
  }

  @Override
  public Proof issue(OfficeSession by, YearMonth month) {
    MonthFigures figures = figures(by, month);
    if (figures.partners().isEmpty()) {
      throw new DomainException(NOTHING_TO_PROVE, "");
    }
    String digest = MonthProofText.digest(figures);
    lock.hold(by.office()); // of two at once the later one sees the other's
    return stored(by, month).stream()
        .filter(it -> it.saysTheSame(digest))
        .findFirst()
        .flatMap(this::opened)
        .orElseGet(() -> newProof(by, figures, digest));
  }

  private Proof newProof(OfficeSession by, MonthFigures figures, String digest) {
    String digits = DIGITS.format(figures.month());
    String code = CheckCode.next(digits);
    byte[] cms = signer.sign(MonthProofText.write(figures, code));
    var place = new MonthProof.Place(code, by.office(), digits);
    em.persist(new MonthProof(place, figures.asOf(), by.user().value(), digest, cms));
    note(by, "month-proof-issued", code);
    return new Proof(code, figures.asOf(), figures, cms);
  }

  @Override
  public List<Proof> issued(OfficeSession by, YearMonth month) {
    by.requireAdministrator();
    return stored(by, month).stream().flatMap(it -> opened(it).stream()).toList();
  }

  private List<MonthProof> stored(OfficeSession by, YearMonth month) {
    return em.createQuery(
            "select p from MonthProof p where p.office = :office and p.month = :month"
                + " order by p.issuedAt desc",
            MonthProof.class)
        .setParameter("office", by.office().value())
        .setParameter("month", DIGITS.format(month))
        .setMaxResults(MOST)
        .getResultList();
  }

  @Override
  public Proof save(OfficeSession by, String code) {
    by.requireAdministrator();
    Proof proof =
        Optional.ofNullable(em.find(MonthProof.class, code))
            .filter(it -> it.isOf(by.office()))
            .flatMap(this::opened)
            .orElseThrow(() -> new DomainException(NO_SUCH_PROOF, ""));
    note(by, "month-proof-saved", code);
    return proof;
  }

  @Override
  public Optional<Proof> find(String code) {
    String written = CheckCode.read(code);
    return written.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(em.find(MonthProof.class, written)).flatMap(this::opened);
  }

  /** The figures are those that were signed, whatever else the row says. */
  private Optional<Proof> opened(MonthProof stored) {
    return SignedWord.open(stored.cms(), keys.receiptIssuers())
        .filter(word -> MonthProofText.code(word.content()).equals(stored.code()))
        .map(word ->
            new Proof(
                stored.code(),
                stored.issuedAt(),
                MonthProofText.read(word.content()),
                stored.cms()));
  }

  private void note(OfficeSession by, String action, String code) {
    trail.append(new AuditTrail.Entry(by.user().value(), by.office().value(), action, code));
  }
}
