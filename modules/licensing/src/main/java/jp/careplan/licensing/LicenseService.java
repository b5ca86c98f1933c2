package jp.careplan.licensing;

import static jp.careplan.licensing.LicensingProblem.NOT_RENEWABLE_YET;
import static jp.careplan.licensing.LicensingProblem.NO_LICENSE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.licensing.License.Beginning;

@ApplicationScoped
@Transactional
class LicenseService implements Licensing {
  /** Renewal by hand opens with the first notice. */
  private static final int RENEWABLE_DAYS = 90;

  @Inject private Licenses licenses;
  @Inject private EntitlementService entitlement;
  @Inject private FeeService fees;
  @Inject private Clock clock;
  @Inject private AuditTrail trail;
  @Inject private Event<LicenseBegan> began;
  @Inject private Event<LicenseTakenBack> takenBack;

  @Override
  public void begin(OfficeNumber office, LocalDate day, String actor) {
    Optional<Subscription> known = licenses.locked(office);
    boolean runs =
        licenses.last(office).filter(last -> !last.period().until().isBefore(day)).isPresent();
    if (runs) {
      return;
    }
    known.ifPresentOrElse(
        subscription -> subscription.applyAgain(day),
        () -> licenses.add(new Subscription(office, day)));
    grant(office, LicensePeriod.beginningOn(day), Beginning.APPLICATION, new Actor(actor));
  }

  /** An office that comes back before its year is over goes on in it. */
  void joined(OfficeNumber office, LocalDate day, String actor) {
    boolean runs =
        licenses.last(office).filter(last -> !last.period().until().isBefore(day)).isPresent();
    if (runs) {
      setAutoRenewal(office, true, actor);
    } else {
      begin(office, day, actor);
    }
  }

  /** 利用終了, 廃止: the year goes to its end, and none follows. */
  void left(OfficeNumber office, String actor) {
    if (licenses.locked(office).isPresent()) {
      setAutoRenewal(office, false, actor);
    }
  }

  @Override
  public void renew(OfficeNumber office, String actor) {
    renew(office, new Actor(actor));
  }

  void renew(OfficeNumber office, Actor actor) {
    requireLocked(office);
    LocalDate today = LocalDate.now(clock);
    LicensePeriod last = requireLast(office).period();
    if (last.daysLeft(today) > RENEWABLE_DAYS) {
      throw new DomainException(
          NOT_RENEWABLE_YET, "更新できるのは" + last.until().minusDays(RENEWABLE_DAYS) + "からです。");
    }
    LicensePeriod next = last.daysLeft(today) < 0 ? LicensePeriod.beginningOn(today) : last.next();
    grant(office, next, Beginning.RENEWAL, actor);
  }

  /** The years that follow until a day is covered; for the worker. */
  void renewByItself(OfficeNumber office, LocalDate day) {
    Subscription subscription = requireLocked(office);
    LicensePeriod last = requireLast(office).period();
    while (subscription.isAutoRenewal() && last.until().isBefore(day)) {
      last = last.next();
      grant(office, last, Beginning.AUTO_RENEWAL, new Actor("renewal"));
    }
  }

  @Override
  public void setAutoRenewal(OfficeNumber office, boolean wanted, String actor) {
    setAutoRenewal(office, wanted, new Actor(actor));
  }

  @Override
  public void setAutoRenewal(OfficeSession by, boolean wanted) {
    by.requireAdministrator();
    setAutoRenewal(by.office(), wanted, by.user().value());
  }

  void setAutoRenewal(OfficeNumber office, boolean wanted, Actor actor) {
    requireLocked(office).setAutoRenewal(wanted);
    if (!wanted) {
      takeBackWhatHasNotBegun(office);
    }
    changed(office, actor, wanted ? "auto-renewal-on" : "auto-renewal-off");
  }

  private void takeBackWhatHasNotBegun(OfficeNumber office) {
    LocalDate today = LocalDate.now(clock);
    for (License license : licenses.of(office)) {
      if (license.period().from().isAfter(today)) {
        licenses.remove(license);
        takenBack.fire(new LicenseTakenBack(license.id(), office));
      }
    }
  }

  @Override
  public void suspend(OfficeNumber office, String actor) {
    suspend(office, new Actor(actor));
  }

  void suspend(OfficeNumber office, Actor actor) {
    requireLocked(office).suspend(LocalDate.now(clock));
    changed(office, actor, "license-suspended");
  }

  @Override
  public void resume(OfficeNumber office, String actor) {
    resume(office, new Actor(actor));
  }

  void resume(OfficeNumber office, Actor actor) {
    requireLocked(office).resume();
    changed(office, actor, "license-resumed");
  }

  @Override
  public Overview overviewOf(OfficeNumber office) {
    List<License> periods = licenses.of(office);
    return new Overview(
        entitlement.statusOf(office),
        licenses.subscription(office).map(Subscription::isAutoRenewal).orElse(false),
        periods.isEmpty()
            ? Optional.empty()
            : Optional.of(periods.getLast().period().until().minusDays(RENEWABLE_DAYS)),
        periods.isEmpty() ? Optional.empty() : Optional.of(next(periods.getLast())),
        periods.stream().map(License::view).toList());
  }

  @Override
  public Optional<LicensePeriod> lastPeriodOf(OfficeNumber office) {
    return licenses.last(office).map(License::period);
  }

  private Period next(License last) {
    LocalDate today = LocalDate.now(clock);
    LicensePeriod next =
        last.period().daysLeft(today) < 0 ? LicensePeriod.beginningOn(today) : last.period().next();
    Price price = fees.priceOn(next.from());
    return new Period(next, price.yen(), price.campaign());
  }

  private void grant(OfficeNumber office, LicensePeriod period, Beginning beginning, Actor actor) {
    var license = new License(office, period, beginning, fees.priceOn(period.from()));
    licenses.add(license);
    began.fire(new LicenseBegan(license.id(), office, period, license.view().yen()));
    changed(office, actor, "license-began");
  }

  private void changed(OfficeNumber office, Actor actor, String action) {
    entitlement.changed(office);
    trail.append(actor.did(action, office.value(), office.value()));
  }

  private Subscription requireLocked(OfficeNumber office) {
    return licenses.locked(office).orElseThrow(() -> new DomainException(NO_LICENSE, ""));
  }

  private License requireLast(OfficeNumber office) {
    return licenses.last(office).orElseThrow(() -> new DomainException(NO_LICENSE, ""));
  }
}
