package jp.careplan.licensing;

import static jp.careplan.licensing.LicensingProblem.CONSENT_MISSING;
import static jp.careplan.licensing.LicensingProblem.LICENSE_ENDED;
import static jp.careplan.licensing.LicensingProblem.LICENSE_SUSPENDED;
import static jp.careplan.licensing.LicensingProblem.NO_LICENSE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.TermsOfUse;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.licensing.LicenseStatus.Ended;
import jp.careplan.licensing.LicenseStatus.None;
import jp.careplan.licensing.LicenseStatus.Running;
import jp.careplan.licensing.LicenseStatus.Suspended;

/**
 * Answers from what this node remembers; a change empties it here at once, elsewhere in a second.
 */
@ApplicationScoped
@Transactional
class EntitlementService implements Entitlement {
  /** An office's licences changed in this transaction. */
  record Changed(OfficeNumber office) {}

  /** What holds for all offices changed in this transaction. */
  record ChangedForAll() {}

  @Inject private Licenses licenses;
  @Inject private Remembered remembered;
  @Inject private Revision revision;
  @Inject private Clock clock;
  @Inject private TermsOfUse terms;
  @Inject private Event<Changed> changed;
  @Inject private Event<ChangedForAll> changedForAll;

  @Override
  @Transactional(Transactional.TxType.SUPPORTS)
  public LicenseStatus statusOf(OfficeNumber office) {
    return standingOf(office).license();
  }

  private Standing standingOf(OfficeNumber office) {
    LocalDate today = LocalDate.now(clock);
    return remembered.standingOf(
        office, today, () -> new Standing(read(office, today), terms.isMissing(office, today)));
  }

  @Override
  @Transactional(Transactional.TxType.SUPPORTS)
  public boolean isConsentMissing(OfficeNumber office) {
    return standingOf(office).consentMissing();
  }

  @Override
  @Transactional(Transactional.TxType.SUPPORTS)
  public void requireRunning(OfficeNumber office) {
    Standing standing = standingOf(office);
    switch (standing.license()) {
      case Running running -> {}
      case None none -> throw new DomainException(NO_LICENSE, "");
      case Ended(LocalDate since) ->
          throw new DomainException(LICENSE_ENDED, "期間は" + since + "まででした。");
      case Suspended(LocalDate since) ->
          throw new DomainException(LICENSE_SUSPENDED, since + "から止まっています。");
    }
    if (standing.consentMissing()) {
      throw new DomainException(CONSENT_MISSING, "");
    }
  }

  /** To be called in the transaction that changes something. */
  void changed(OfficeNumber office) {
    revision.grow();
    changed.fire(new Changed(office));
  }

  /** The same, where it concerns every office. */
  void changedForAll() {
    revision.grow();
    changedForAll.fire(new ChangedForAll());
  }

  void forgetAll(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChangedForAll change) {
    remembered.forgetAll();
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
    remembered.forget(change.office());
  }

  private LicenseStatus read(OfficeNumber office, LocalDate today) {
    Optional<LocalDate> suspended =
        licenses.subscription(office).flatMap(Subscription::suspendedSince);
    if (suspended.isPresent()) {
      return new Suspended(suspended.get());
    }
    List<License> begun =
        licenses.of(office).stream()
            .filter(license -> !license.period().from().isAfter(today))
            .toList();
    return begun.stream()
        .max(Comparator.comparing(license -> license.period().until()))
        .map(last -> statusBy(last, today))
        .orElseGet(None::new);
  }

  private static LicenseStatus statusBy(License last, LocalDate today) {
    return last.period().contains(today)
        ? new Running(last.period().until(), last.isFree())
        : new Ended(last.period().until());
  }
}
