package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.CASE_STEP;
import static jp.careplan.exchange.ExchangeProblem.NOT_THE_RECIPIENT;
import static jp.careplan.exchange.ExchangeProblem.NOT_THE_SENDER;
import static jp.careplan.exchange.ExchangeProblem.NO_MISDIRECTION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.HouseMails;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
@Transactional
class FreezingService implements Freezing {
  @PersistenceContext private EntityManager em;
  @Inject private Transmissions transmissions;
  @Inject private TransmissionViews views;
  @Inject private WhoLooked lookers;
  @Inject private OfficeDirectory offices;
  @Inject private HouseMails mails;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;
  @Inject private Event<MailboxChanged> changed;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String publicUrl;

  @Override
  public Optional<Case> find(OfficeSession by, TransmissionId id) {
    Transmission transmission = transmissions.require(id, by);
    return last(id).map(it -> told(transmission, it));
  }

  @Override
  public Case save(OfficeSession by, TransmissionId id) {
    Case found = find(by, id).orElseThrow(() -> new DomainException(NO_MISDIRECTION, ""));
    trail.append(
        new AuditTrail.Entry(
            by.user().value(), by.office().value(), "misdirection-report-saved", id.value()));
    return found;
  }

  /** Whoever sees that it is the wrong office may stop it, at once and whatever the role. */
  @Override
  public Case report(OfficeSession by, TransmissionId id, String words) {
    Transmission transmission = transmissions.requireLocked(id, by);
    Instant now = clock.instant();
    transmission.freeze(now);
    var misdirection = new Misdirection(id, by, words, now);
    em.persist(misdirection);
    tellOther(transmission, TransmissionStatus.FROZEN, by, words, now);
    return told(transmission, misdirection);
  }

  @Override
  public Case askForDeletion(OfficeSession by, TransmissionId id) {
    Transmission transmission = requireSender(by, id);
    Misdirection misdirection = requireOpen(id);
    misdirection.ask(by, clock.instant());
    tellOther(transmission, TransmissionStatus.ERASURE_ASKED, by, "", clock.instant());
    return told(transmission, misdirection);
  }

  @Override
  public Case confirmDeletion(OfficeSession by, TransmissionId id, String words) {
    Transmission transmission = transmissions.requireLocked(id, by);
    if (!transmission.isReceivedBy(by)) {
      throw new DomainException(NOT_THE_RECIPIENT, "");
    }
    by.requireAdministrator();
    Misdirection misdirection = requireOpen(id);
    misdirection.confirm(by, words, clock.instant());
    tellOther(transmission, TransmissionStatus.ERASURE_TOLD, by, words, clock.instant());
    return told(transmission, misdirection);
  }

  @Override
  public Case settle(OfficeSession by, TransmissionId id, Outcome outcome) {
    Transmission transmission = requireSender(by, id);
    Misdirection misdirection = requireOpen(id);
    Instant now = clock.instant();
    misdirection.settle(by, outcome, now);
    switch (outcome) {
      case LIFTED -> transmission.thaw();
      case ERASED -> transmission.closeToRecipient(now);
    }
    TransmissionStatus step =
        outcome == Outcome.LIFTED ? TransmissionStatus.THAWED : TransmissionStatus.ERASED;
    tellOther(transmission, step, by, "", now);
    return told(transmission, misdirection);
  }

  private Transmission requireSender(OfficeSession by, TransmissionId id) {
    Transmission transmission = transmissions.requireLocked(id, by);
    if (!transmission.isSentBy(by)) {
      throw new DomainException(NOT_THE_SENDER, "");
    }
    by.requireAdministrator();
    return transmission;
  }

  private Misdirection requireOpen(TransmissionId id) {
    Misdirection found = last(id).orElseThrow(() -> new DomainException(NO_MISDIRECTION, ""));
    if (!found.isOpen()) {
      throw new DomainException(CASE_STEP, "");
    }
    return found;
  }

  private Optional<Misdirection> last(TransmissionId id) {
    return em.createQuery(
            "select m from Misdirection m where m.transmissionId = :id order by m.reportedAt desc",
            Misdirection.class)
        .setParameter("id", id.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private Case told(Transmission transmission, Misdirection misdirection) {
    TransmissionSummary summary = views.summary(transmission);
    WhoLooked.Found found = lookers.at(summary.recipient().number(), summary.id());
    return misdirection.told(summary, found.looks(), found.cut());
  }

  /** By an event of the mailbox and, where the office has an address, by a mail without content. */
  private void tellOther(
      Transmission transmission,
      TransmissionStatus step,
      OfficeSession by,
      String words,
      Instant at) {
    OfficeNumber other =
        transmission.isSentBy(by) ? transmission.recipient() : transmission.sender();
    transmissions.tell(other, transmission, step, by, words, at);
    trail.append(
        new AuditTrail.Entry(
            by.user().value(),
            by.office().value(),
            "transmission-" + step.name().toLowerCase(Locale.ROOT),
            transmission.id().value()));
    changed.fire(new MailboxChanged(other));
    mails.send(
        offices.profileOf(other).map(OfficeProfile::mail).orElse(""),
        MisdirectionSettings.STEP,
        Map.of(
            "number",
            transmission.receiptNumber(),
            "step",
            MisdirectionSettings.words(step),
            "url",
            publicUrl + "/office/misdirected?id=" + transmission.id()));
  }
}
