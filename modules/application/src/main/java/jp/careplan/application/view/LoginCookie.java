package jp.careplan.application.view;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser's half of a login. The prefix {@code __Host-} makes the browser refuse it without
 * HTTPS; {@code http://localhost} counts as safe, and plain HTTP is served on loopback alone.
 */
public final class LoginCookie {
  private static final String NAME = "__Host-careplan";

  private LoginCookie() {}

  public static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .flatMap(value -> value.isEmpty() ? Stream.empty() : Stream.of(value))
        .findFirst();
  }

  static void set(HttpServletResponse response, String token) {
    response.addCookie(cookie(token));
  }

  static void clear(HttpServletResponse response) {
    Cookie empty = cookie("");
    empty.setMaxAge(0);
    response.addCookie(empty);
  }

  private static Cookie cookie(String value) {
    var cookie = new Cookie(NAME, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(true);
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
