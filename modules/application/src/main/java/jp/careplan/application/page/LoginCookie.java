package jp.careplan.application.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser's half of a login: one for the office's pages, another for the operators' desk. The
 * prefix {@code __Host-} makes the browser refuse it without HTTPS; {@code http://localhost} counts
 * as safe, and plain HTTP is served on loopback alone.
 */
public enum LoginCookie {
  OFFICE("__Host-careplan"),
  DESK("__Host-careplan-desk");

  private final String cookieName;

  LoginCookie(String cookieName) {
    this.cookieName = cookieName;
  }

  public Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(cookieName))
        .map(Cookie::getValue)
        .flatMap(value -> value.isEmpty() ? Stream.empty() : Stream.of(value))
        .findFirst();
  }

  public void set(HttpServletResponse response, String token) {
    response.addCookie(cookie(token));
  }

  public void clear(HttpServletResponse response) {
    Cookie empty = cookie("");
    empty.setMaxAge(0);
    response.addCookie(empty);
  }

  private Cookie cookie(String value) {
    var cookie = new Cookie(cookieName, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(true);
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
