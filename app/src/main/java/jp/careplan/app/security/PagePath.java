package jp.careplan.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What a path of the public listener wants of its caller. */
record PagePath(String value) {
  /** Account pages that lead in. */
  private static final Set<String> LEADS_IN =
      Set.of(
          "/account/sign-in",
          "/account/sign-in.xhtml",
          "/account/password",
          "/account/password.xhtml");

  private static final Set<String> THE_LOCK = Set.of("/account/locked", "/account/locked.xhtml");

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
    return wantsCareSession() || (value.startsWith("/account/") && !LEADS_IN.contains(value));
  }

  boolean isBehindLock() {
    return wantsSession() && !THE_LOCK.contains(value);
  }
}
