package jp.careplan.licensing;

import static jp.careplan.licensing.LicensingProblem.LICENSE_ENDED;
import static jp.careplan.licensing.LicensingProblem.NO_LICENSE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.licensing.LicenseStatus.Ended;
import jp.careplan.licensing.LicenseStatus.None;
import jp.careplan.licensing.LicenseStatus.Running;

@ApplicationScoped
@Transactional
class LicenseService implements Entitlement, Licensing {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  @Override
  public LicenseStatus statusOf(OfficeNumber office) {
    LocalDate today = LocalDate.now(clock);
    List<License> begun =
        licensesOf(office).stream().filter(license -> !license.from().isAfter(today)).toList();
    return begun.stream()
        .max(Comparator.comparing(License::until))
        .map(last ->
            last.validOn(today)
                ? (LicenseStatus) new Running(last.until())
                : new Ended(last.until()))
        .orElseGet(None::new);
  }

  @Override
  public void requireRunning(OfficeNumber office) {
    switch (statusOf(office)) {
      case Running running -> {}
      case None none -> throw new DomainException(NO_LICENSE, "");
      case Ended(LocalDate since) ->
          throw new DomainException(LICENSE_ENDED, "期間は" + since + "まででした。");
    }
  }

  @Override
  public void grant(OfficeNumber office, LocalDate from, LocalDate until) {
    boolean known = licensesOf(office).stream().anyMatch(license -> license.from().equals(from));
    if (!known) {
      em.persist(new License(office, from, until));
    }
  }

  private List<License> licensesOf(OfficeNumber office) {
    return em.createQuery("select l from License l where l.office = :office", License.class)
        .setParameter("office", office.value())
        .getResultList();
  }
}
