package jp.careplan.application.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import jp.careplan.application.SignedIn;
import jp.careplan.application.page.LoginCookie;
import jp.careplan.application.page.PageLock;

/** Begins and ends a login in the browser. */
@ApplicationScoped
class PageLogin {
  @Inject private PageLock lock;
  @Inject private Clock clock;

  /** A new page session each time: what was known before the sign-in is worth nothing after it. */
  void begin(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
    request.getSession(true);
    request.changeSessionId();
    LoginCookie.OFFICE.set(response, signedIn.token());
    lock.open(clock.instant());
  }

  void end(HttpServletRequest request, HttpServletResponse response) {
    LoginCookie.OFFICE.clear(response);
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
