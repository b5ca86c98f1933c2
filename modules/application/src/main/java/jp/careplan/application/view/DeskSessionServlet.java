package jp.careplan.application.view;

import static jp.careplan.kernel.KernelProblem.NOT_FOUND;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorSession;
import jp.careplan.application.OperatorSigningIn;
import jp.careplan.application.page.DeskLock;
import jp.careplan.kernel.DomainException;

/** What {@link PageSessionServlet} is for the office's pages, for the operators'. */
@WebServlet("/desk/session/*")
public class DeskSessionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LOCKED = 423;

  @Inject private transient OperatorSigningIn signingIn;
  @Inject private transient DeskLogin login;
  @Inject private transient DeskLock lock;
  @Inject private transient OperatorCaller caller;
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
      PageSessionServlet.tell(response, e);
    }
  }

  private void signOut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (caller.isSignedIn()) {
      signingIn.signOut(caller.session());
    }
    login.end(request, response);
    response.sendRedirect("/desk/sign-in?reason=out");
  }

  private void hand(HttpServletResponse response) {
    OperatorSession session = caller.session();
    if (lock.isClosed(clock.instant())) {
      response.setStatus(LOCKED);
    } else {
      lock.hand(clock.instant());
      response.setHeader("X-Session-Ends", session.endsAt().toString());
    }
  }

  private void unlock(HttpServletRequest request) {
    String password = request.getParameter("password");
    signingIn.check(caller.session(), password == null ? "" : password);
    lock.open(clock.instant());
  }
}
