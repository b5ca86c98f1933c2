package jp.careplan.application.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import jp.careplan.application.Caller;
import jp.careplan.application.PasswordChecking;
import jp.careplan.application.SigningIn;
import jp.careplan.application.page.PageLock;

/** Of the office's pages. */
@ApplicationScoped
class OfficePageSession implements PageSession {
  @Inject private SigningIn signingIn;
  @Inject private PasswordChecking checking;
  @Inject private PageLogin login;
  @Inject private PageLock lock;
  @Inject private Caller caller;

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
    checking.check(caller.session(), password);
  }

  @Override
  public String leave(HttpServletRequest request, HttpServletResponse response) {
    if (caller.isSignedIn()) {
      signingIn.signOut(caller.session());
    }
    login.end(request, response);
    return "/way-in?reason=out";
  }
}
