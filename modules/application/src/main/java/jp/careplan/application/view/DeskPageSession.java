package jp.careplan.application.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorSigningIn;
import jp.careplan.application.page.DeskLock;
import jp.careplan.application.page.PageLock;

/** Of the operators' pages. */
@ApplicationScoped
class DeskPageSession implements PageSession {
  @Inject private OperatorSigningIn signingIn;
  @Inject private DeskLogin login;
  @Inject private DeskLock lock;
  @Inject private OperatorCaller caller;

  @Override
  public Instant endsAt() {
    return caller.session().endsAt();
  }

  @Override
  public PageLock lock() {
    return lock;
  }

  @Override
  public void check(String password) {
    signingIn.check(caller.session(), password);
  }

  @Override
  public String leave(HttpServletRequest request, HttpServletResponse response) {
    if (caller.isSignedIn()) {
      signingIn.signOut(caller.session());
    }
    login.end(request, response);
    return "/desk/sign-in?reason=out";
  }
}
