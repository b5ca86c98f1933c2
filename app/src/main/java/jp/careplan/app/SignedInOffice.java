package jp.careplan.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.support.AskingOffice;

/** Tells the help pages which office is signed in. */
@ApplicationScoped
class SignedInOffice implements AskingOffice {
  @Inject private Caller caller;

  @Override
  public Optional<OfficeNumber> office() {
    return caller.isSignedIn() ? Optional.of(caller.session().office()) : Optional.empty();
  }
}
