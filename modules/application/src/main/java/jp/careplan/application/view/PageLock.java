package jp.careplan.application.view;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Closes the pages of a browser when nobody has laid a hand on them for a while; the password opens
 * them again. Lives on its node: where it is not known, the pages are closed.
 */
@SessionScoped
public class PageLock implements Serializable {
  /** How long the pages stay open without a hand on them. */
  public static final Duration OPEN = Duration.ofMinutes(15);

  private static final long serialVersionUID = 1L;

  /** The page's own clock closes first; this is for those who go round it. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  private Instant openUntil = Instant.MIN;

  public boolean isClosed(Instant now) {
    return !now.isBefore(openUntil);
  }

  /** Someone who is let in works on the page. */
  public void hand(Instant now) {
    if (!isClosed(now)) {
      open(now);
    }
  }

  void open(Instant now) {
    openUntil = now.plus(OPEN).plus(GRACE);
  }

  void close() {
    openUntil = Instant.MIN;
  }
}
