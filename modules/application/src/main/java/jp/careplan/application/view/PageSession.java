package jp.careplan.application.view;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import jp.careplan.application.page.PageLock;

/** The session that a page stands in, whoever's it is. */
interface PageSession {
  /** Refuses where nobody is signed in. */
  Instant endsAt();

  PageLock lock();

  /** Refuses another password than that of whoever is signed in. */
  void check(String password);

  /**
   * Ends it, if it still runs.
   *
   * @return the page that comes next
   */
  String leave(HttpServletRequest request, HttpServletResponse response);
}
