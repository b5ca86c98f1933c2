package jp.careplan.support.view;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.support.InquiryKey;

/**
 * One request of a page's plain form. These pages are no forms of Faces: they must be sent from a
 * browser without a script, and need no session here.
 */
final class Visit {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String INQUIRY = "__Host-inquiry";

  private Visit() {}

  static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }

  static boolean isPost() {
    return request().getMethod().equals("POST");
  }

  /** Not stripped: blanks may matter. */
  static String typed(String name) {
    String value = request().getParameter(name);
    return value == null ? "" : value;
  }

  static String source() {
    return request().getRemoteAddr();
  }

  /** After a form was sent: the page that reloading shows again. */
  static void lead(String address) {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      response().setStatus(HttpServletResponse.SC_SEE_OTHER);
      response().setHeader("Location", address);
      response().flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.responseComplete();
  }

  /** What opens the inquiry that was begun in this browser. */
  static Optional<InquiryKey> inquiry(HttpServletRequest request) {
    return cookie(request, INQUIRY)
        .map(it -> it.split("\\.", 2))
        .filter(it -> it.length == 2)
        .map(it -> new InquiryKey(it[0], it[1]));
  }

  static void keep(InquiryKey key) {
    keep(INQUIRY, key.number() + "." + key.code(), DAY);
  }

  static Optional<String> cookie(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(it -> it.getName().equals(name))
        .map(Cookie::getValue)
        .flatMap(it -> it.isEmpty() ? Stream.empty() : Stream.of(it))
        .findFirst();
  }

  static void keep(String name, String value, Duration life) {
    var cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(true);
    cookie.setMaxAge((int) life.toSeconds());
    cookie.setAttribute("SameSite", "Strict");
    response().addCookie(cookie);
  }
}
