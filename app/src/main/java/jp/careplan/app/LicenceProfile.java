package jp.careplan.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.careplan.application.SessionProfile;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.licensing.Entitlement;
import jp.careplan.licensing.LicenseStatus.Ended;
import jp.careplan.licensing.LicenseStatus.None;
import jp.careplan.licensing.LicenseStatus.Running;
import jp.careplan.licensing.LicenseStatus.Suspended;
import jp.careplan.licensing.Licensing;

/** Tells the sign-in what licensing knows. */
@ApplicationScoped
class LicenceProfile implements SessionProfile {
  @Inject private Entitlement entitlement;
  @Inject private Licensing licensing;

  @Override
  public Licence licenceOf(OfficeNumber office) {
    return switch (entitlement.statusOf(office)) {
      case None none -> new Licence("NONE", Optional.empty());
      case Running(var until, var free) -> new Licence("RUNNING", Optional.of(until));
      case Ended(var since) -> new Licence("ENDED", Optional.of(since));
      case Suspended(var since) -> new Licence("SUSPENDED", Optional.of(since));
    };
  }

  @Override
  public Optional<Period> lastPeriodOf(OfficeNumber office) {
    return licensing.lastPeriodOf(office).map(days -> new Period(days.from(), days.until()));
  }
}
