package jp.careplan.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.page.DeskOffice;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.support.AskingOffice;

/** Tells the help pages which office is signed in. */
@ApplicationScoped
class SignedInOffice implements AskingOffice {
  @Inject private Caller caller;
  @Inject private OperatorCaller operator;
  @Inject private DeskOffice desk;

  @Override
  public Optional<OfficeNumber> office() {
    return caller.isSignedIn() ? Optional.of(caller.session().office()) : Optional.empty();
  }

  @Override
  public Optional<OfficeNumber> lookedAt() {
    return operator.isSignedIn() ? Optional.of(desk.office()) : Optional.empty();
  }
}
