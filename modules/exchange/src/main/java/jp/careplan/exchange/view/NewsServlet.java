package jp.careplan.exchange.view;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.RunningSessions;
import jp.careplan.exchange.MailboxBell;
import jp.careplan.exchange.Mailboxes;
import org.jspecify.annotations.Nullable;

/**
 * Tells an open page that something happened in the office's mailbox: at once where the page has
 * not seen the newest, else when the bell rings; holds no thread meanwhile. A page that waits lays
 * no hand on its lock and keeps no login alive.
 */
@WebServlet(value = "/office/news", asyncSupported = true)
public class NewsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

  @Inject private transient Mailboxes mailboxes;
  @Inject private transient MailboxBell bell;
  @Inject private transient RunningSessions sessions;
  @Inject private transient Caller caller;
  @Inject private transient Clock clock;
  @Resource private transient ManagedExecutorService executor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    OfficeSession by = caller.careSession();
    AsyncContext waiting = request.startAsync();
    waiting.setTimeout(LONGEST_WAIT.plus(LONGEST_WAIT).toMillis());
    String seen = request.getParameter("seen");
    look(new Page(by, seen == null ? "" : seen, clock.instant().plus(LONGEST_WAIT)), waiting);
  }

  /** A page that waits: what it saw, and until when. */
  private record Page(OfficeSession by, String seen, Instant end) {}

  private void look(Page page, AsyncContext waiting) {
    CompletableFuture<Void> ring = bell.nextRing(page.by().office());
    String newest = String.valueOf(mailboxes.newest(page.by()));
    long left = Duration.between(clock.instant(), page.end()).toMillis();
    if (!newest.equals(page.seen()) || left <= 0) {
      ring.cancel(false);
      answer(page.by(), newest, waiting);
      return;
    }
    CompletableFuture<@Nullable Void> unused =
        ring.completeOnTimeout(null, left, TimeUnit.MILLISECONDS)
            .thenRunAsync(() -> look(page, waiting), executor)
            .exceptionally(failure -> {
              waiting.complete(); // the page asks again
              return null;
            });
  }

  private void answer(OfficeSession by, String newest, AsyncContext waiting) {
    var response = (HttpServletResponse) waiting.getResponse();
    try {
      if (!sessions.isRunning(by)) { // it may have ended while this waited
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return;
      }
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
      response
          .getWriter()
          .write(
              Json.createObjectBuilder()
                  .add("newest", newest)
                  .add("unread", mailboxes.unread(by))
                  .build()
                  .toString());
    } catch (IOException e) {
      // the page is gone, and nobody is left to tell
    } finally {
      waiting.complete();
    }
  }
}
