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
          "/account/stop-terminal",
          "/account/join",
          "/account/passkey-sign-in",
          "/account/id-request",
          "/account/id-request-state",
          "/account/kokuho-ren");

  /** What concerns the office as a whole, and not the work of one of its staff. */
  private static final Set<String> OF_ADMINISTRATORS =
      Set.of(
          "/account/apply",
          "/account/report",
          "/account/description",
          "/account/certificates",
          "/account/certificate-file",
          "/account/group",
          "/account/group-export",
          "/account/software",
          "/account/staff",
          "/account/staff-user",
          "/account/staff-invitation",
          "/office/month-proof",
          "/office/trail",
          "/office/trail-month",
          "/office/trail-export");

  private static final String THE_LOCK = "/account/locked";

  private static final Set<String> LEADS_TO_DESK =
      Set.of("/desk/sign-in", "/desk/sign-in.xhtml", "/desk/set-up", "/desk/set-up.xhtml");

  private static final Set<String> DESK_LOCK = Set.of("/desk/locked", "/desk/locked.xhtml");

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

  /** The operators' pages: their sessions alone count there, and nowhere else. */
  boolean isDesk() {
    return value.equals("/desk") || value.startsWith("/desk/");
  }

  /** Pieces of pages, which are no pages. */
  boolean isPanel() {
    return value.startsWith("/desk/panel/")
        || value.startsWith("/office/panel/")
        || value.startsWith("/account/panel/")
        || value.startsWith("/account/part/")
        || value.startsWith("/support/part/");
  }

  /** What tells a script by itself that nobody is signed in. */
  private boolean isDeskSession() {
    return value.startsWith("/desk/session/");
  }

  /** Where the desk begins. */
  boolean isDeskRoot() {
    return value.equals("/desk") || value.equals("/desk/");
  }

  boolean wantsOperator() {
    return isDesk() && !LEADS_TO_DESK.contains(value) && !isDeskSession();
  }

  boolean isBehindDeskLock() {
    return wantsOperator() && !DESK_LOCK.contains(value);
  }

  boolean wantsCareSession() {
    return value.startsWith("/office/");
  }

  boolean wantsSession() {
    return wantsCareSession() || (value.startsWith("/account/") && !LEADS_IN.contains(page()));
  }

  /** Whoever's it is. */
  boolean isBehindSignIn() {
    return wantsSession() || wantsOperator();
  }

  boolean wantsAdministrator() {
    return OF_ADMINISTRATORS.contains(page());
  }

  /** Asked by an open page by itself, and not by a hand. */
  boolean isWatch() {
    return value.equals("/office/news");
  }

  boolean isBehindLock() {
    return wantsSession() && !page().equals(THE_LOCK);
  }

  /** A view is known by its name with or without its extension. */
  String page() {
    return value.endsWith(".xhtml")
        ? value.substring(0, value.length() - ".xhtml".length())
        : value;
  }
}
