package jp.careplan.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.support.EditingOperator;

/** Tells the portal which editor is signed in at the desk: texts are read in the whole country. */
@ApplicationScoped
class SignedInEditor implements EditingOperator {
  @Inject private OperatorCaller caller;

  @Override
  public String require() {
    caller.session().requireWholeCountry(OperatorRole.EDITOR);
    return caller.session().operator().value();
  }
}
