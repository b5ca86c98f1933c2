package jp.careplan.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jp.careplan.application.TermsChanged;
import jp.careplan.application.UsageApplicationCompleted;

/** What applications and consents mean for licences; in the same transaction, both or neither. */
@ApplicationScoped
class ApplicationObserver {
  @Inject private LicenseService licenses;
  @Inject private EntitlementService entitlement;

  void on(@Observes UsageApplicationCompleted event) {
    switch (event.kind()) {
      case INITIAL -> licenses.joined(event.office(), event.day(), event.actor());
      case RENEWAL -> licenses.renew(event.office(), event.actor());
      case TERMINATION, CLOSING -> licenses.left(event.office(), event.actor());
      case CHANGE, SUSPENSION, RESUMPTION -> {}
    }
  }

  void on(@Observes TermsChanged event) {
    event.office().ifPresentOrElse(entitlement::changed, entitlement::changedForAll);
  }
}
