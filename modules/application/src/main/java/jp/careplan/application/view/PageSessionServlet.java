package jp.careplan.application.view;

import static jp.careplan.kernel.KernelProblem.NOT_FOUND;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import jp.careplan.application.page.JsonAnswer;
import jp.careplan.kernel.DomainException;

/**
 * What a page does to its own session, without Faces, so that it works when the page's state is
 * gone: sign out, note a hand, close the lock, open it again under the page that stays as it is.
 */
@WebServlet({"/session/*", PageSessionServlet.OF_DESK + "/*"})
public class PageSessionServlet extends HttpServlet {
  static final String OF_DESK = "/desk/session";
  private static final long serialVersionUID = 1L;
  private static final int LOCKED = 423;

  @Inject private transient OfficePageSession office;
  @Inject private transient DeskPageSession desk;
  @Inject private transient Clock clock;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageSession session = request.getServletPath().equals(OF_DESK) ? desk : office;
    try {
      switch (String.valueOf(request.getPathInfo())) {
        case "/sign-out" -> response.sendRedirect(session.leave(request, response));
        case "/hand" -> hand(session, response);
        case "/lock" -> session.lock().close();
        case "/unlock" -> unlock(session, request);
        default -> throw new DomainException(NOT_FOUND, "");
      }
    } catch (DomainException e) {
      JsonAnswer.refuse(response, e);
    }
  }

  /** Someone types or points; the page says so at most once a minute. */
  private void hand(PageSession session, HttpServletResponse response) {
    Instant ends = session.endsAt();
    if (session.lock().isClosed(clock.instant())) {
      response.setStatus(LOCKED);
    } else {
      session.lock().hand(clock.instant());
      response.setHeader("X-Session-Ends", ends.toString());
    }
  }

  private void unlock(PageSession session, HttpServletRequest request) {
    String password = request.getParameter("password");
    session.check(password == null ? "" : password);
    session.lock().open(clock.instant());
  }
}
