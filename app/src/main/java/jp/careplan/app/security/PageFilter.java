package jp.careplan.app.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorSigningIn;
import jp.careplan.application.SigningIn;
import jp.careplan.application.page.DeskLock;
import jp.careplan.application.page.LoginCookie;
import jp.careplan.application.page.PageLock;

/**
 * The pages' door: who calls, and what that session may open. The office's pages want a session
 * that came through a certificate, the account's any, the desk an operator's; all want their lock
 * open.
 */
@WebFilter(filterName = "pages", urlPatterns = "/*", asyncSupported = true)
public class PageFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient SigningIn signingIn;
  @Inject private transient Caller caller;
  @Inject private transient OperatorSigningIn operatorSigningIn;
  @Inject private transient OperatorCaller operator;
  @Inject private transient DeskLock deskLock;
  @Inject private transient Listeners listeners;
  @Inject private transient PageLock lock;
  @Inject private transient KeptPages kept;
  @Inject private transient Clock clock;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    PagePath path = PagePath.of(request);
    if (listeners.isConnector(request) || path.isStatic()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cache-Control", "no-store");
    if (isForeignPost(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (request.getMethod().equals("HEAD") && path.isBehindSignIn()) {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED); // it would note what none sees
      return;
    }
    if (path.isPanel()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (path.isWatch()) {
      watch(request, response, chain);
      return;
    }
    Optional<String> elsewhere =
        path.isDesk() ? beforeDesk(request, path) : beforePage(request, path);
    if (elsewhere.isPresent()) {
      lead(request, response, elsewhere.get());
    } else {
      open(request, response, chain, path);
    }
  }

  private void open(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, PagePath path)
      throws IOException, ServletException {
    boolean stranger = LoginCookie.OFFICE.token(request).isEmpty();
    Optional<String> address = stranger ? KeptPages.address(path, request) : Optional.empty();
    if (address.isPresent()) {
      kept.answer(address.get(), request, response, chain);
    } else if (operator.isSignedIn() && request.getMethod().equals("POST")) {
      kept.change(() -> chain.doFilter(request, response));
    } else {
      chain.doFilter(request, response);
    }
  }

  /**
   * A page that waits for news neither touches its lock nor keeps its login alive; where one of
   * them has ended it gets no answer, and the page itself leads on.
   */
  private void watch(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    LoginCookie.OFFICE.token(request).flatMap(signingIn::peek).ifPresent(caller::enter);
    boolean open =
        caller.isSignedIn() && caller.session().seesCareData() && !lock.isClosed(clock.instant());
    if (open) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
  }

  private Optional<String> beforePage(HttpServletRequest request, PagePath path) {
    Optional<String> token = LoginCookie.OFFICE.token(request);
    token.flatMap(it -> signingIn.resume(it, Optional.empty())).ifPresent(caller::enter);
    return elsewhere(request, path, token.isPresent());
  }

  /** An office's session is not even looked at. */
  private Optional<String> beforeDesk(HttpServletRequest request, PagePath path) {
    Optional<String> token = LoginCookie.DESK.token(request);
    token.flatMap(operatorSigningIn::resume).ifPresent(operator::enter);
    if (!path.wantsOperator()) {
      return Optional.empty();
    }
    if (!operator.isSignedIn()) {
      return Optional.of("/desk/sign-in" + (token.isPresent() ? "?reason=over" : ""));
    }
    if (path.isDeskRoot()) {
      return Optional.of("/desk/home");
    }
    if (path.isBehindDeskLock()) {
      if (deskLock.isClosed(clock.instant())) {
        return Optional.of("/desk/locked?to=" + encoded(address(request)));
      }
      deskLock.hand(clock.instant());
    }
    return Optional.empty();
  }

  /** Where the caller must go first; empty when the page may be shown. */
  private Optional<String> elsewhere(HttpServletRequest request, PagePath path, boolean hadToken) {
    if (!path.wantsSession()) {
      return Optional.empty();
    }
    if (!caller.isSignedIn()) {
      return Optional.of("/way-in?reason=" + (hadToken ? "over" : "none"));
    }
    if (path.wantsCareSession() && !caller.session().seesCareData()) {
      return Optional.of("/way-in?reason=care");
    }
    if (path.wantsAdministrator() && !caller.session().rights().administers()) {
      return Optional.of("/account/home?reason=administrator");
    }
    if (path.isBehindLock()) {
      if (lock.isClosed(clock.instant())) {
        return Optional.of("/account/locked?to=" + encoded(address(request)));
      }
      lock.hand(clock.instant());
    }
    return Optional.empty();
  }

  /** A script's call is led by the answer of Faces: a plain redirect would be followed unseen. */
  private static void lead(HttpServletRequest request, HttpServletResponse response, String where)
      throws IOException {
    if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.sendRedirect(where);
      return;
    }
    response.setContentType("text/xml");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + where.replace("&", "&amp;")
                + "\"/></partial-response>");
  }

  /** Browsers of today say where a form was sent from. */
  private static boolean isForeignPost(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return request.getMethod().equals("POST")
        && site != null
        && !site.equals("same-origin")
        && !site.equals("none");
  }

  private static String address(HttpServletRequest request) {
    boolean readable = request.getMethod().equals("GET") && request.getQueryString() != null;
    return request.getRequestURI() + (readable ? "?" + request.getQueryString() : "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
