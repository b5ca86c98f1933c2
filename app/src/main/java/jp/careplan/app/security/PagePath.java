package jp.careplan.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What a path of the public listener wants of its caller. */
record PagePath(String value) {
  /** Account pages that lead in. */
  private static final Set<String> LEADS_IN =
      Set.of(
          "/account/sign-in",
          "/account/password",
          "/account/reset",
          "/account/new-password",
          "/account/recover",
          "/account/id-request",
          "/account/id-request-state",
          "/account/kokuho-ren");

  private static final String THE_LOCK = "/account/locked";

  /** As the server resolved it, so that no other spelling of a path goes round the guard. */
  static PagePath of(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return new PagePath(request.getServletPath() + (rest == null ? "" : rest));
  }

  boolean isStatic() {
    return value.startsWith("/static/")
        || value.startsWith("/jakarta.faces.resource/")
        || value.startsWith("/api/")
        || value.startsWith("/public/")
        || value.equals("/favicon.ico");
  }

  boolean wantsCareSession() {
    return value.startsWith("/office/");
  }

  boolean wantsSession() {
    return wantsCareSession() || (value.startsWith("/account/") && !LEADS_IN.contains(page()));
  }

  boolean isBehindLock() {
    return wantsSession() && !page().equals(THE_LOCK);
  }

  /** A view is known by its name with or without its extension. */
  private String page() {
    return value.endsWith(".xhtml")
        ? value.substring(0, value.length() - ".xhtml".length())
        : value;
  }
}
