package jp.careplan.application.view;

import static jp.careplan.kernel.KernelProblem.NOT_FOUND;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import jp.careplan.application.Caller;
import jp.careplan.application.PasswordChecking;
import jp.careplan.application.SigningIn;
import jp.careplan.application.page.PageLock;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/**
 * What a page does to its own session, without Faces, so that it works when the page's state is
 * gone: sign out, note a hand, close the lock, open it again under the page that stays as it is.
 */
@WebServlet("/session/*")
public class PageSessionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LOCKED = 423;

  @Inject private transient SigningIn signingIn;
  @Inject private transient PasswordChecking checking;
  @Inject private transient PageLogin login;
  @Inject private transient PageLock lock;
  @Inject private transient Caller caller;
  @Inject private transient Clock clock;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      switch (String.valueOf(request.getPathInfo())) {
        case "/sign-out" -> signOut(request, response);
        case "/hand" -> hand(response);
        case "/lock" -> lock.close();
        case "/unlock" -> unlock(request);
        default -> throw new DomainException(NOT_FOUND, "");
      }
    } catch (DomainException e) {
      tell(response, e);
    }
  }

  private void signOut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (caller.isSignedIn()) {
      signingIn.signOut(caller.session());
    }
    login.end(request, response);
    response.sendRedirect("/way-in?reason=out");
  }

  /** Someone types or points; the page says so at most once a minute. */
  private void hand(HttpServletResponse response) {
    var session = caller.session();
    if (lock.isClosed(clock.instant())) {
      response.setStatus(LOCKED);
    } else {
      lock.hand(clock.instant());
      response.setHeader("X-Session-Ends", session.endsAt().toString());
    }
  }

  private void unlock(HttpServletRequest request) {
    String password = request.getParameter("password");
    checking.check(caller.session(), password == null ? "" : password);
    lock.open(clock.instant());
  }

  static void tell(HttpServletResponse response, DomainException refusal) throws IOException {
    response.setStatus(refusal.code().status());
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .write(
            Json.createObjectBuilder()
                .add("title", refusal.code().title())
                .add("detail", PageMessages.reasonAndRemedy(refusal))
                .add("code", refusal.code().code())
                .build()
                .toString());
  }
}
