package jp.careplan.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.support.PortalEdition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Pages that every reader sees alike are drawn once and handed out again, for a minute at most.
 * They lie on a shelf that is thrown away as a whole when the minute is over, when a second's look
 * shows that what they are made of changed, and when an operator changed anything on this node; no
 * page is ever thrown away alone.
 */
@ApplicationScoped
class KeptPages {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final int KILOBYTE = 1024;

  private static final Pattern PLAIN = Pattern.compile("");
  private static final Pattern NAMED = Pattern.compile("(name=[A-Za-z0-9-]{1,100})?");

  /** Anything that is no category draws all of them: many such addresses would fill the shelf. */
  private static final Pattern CATEGORY = Pattern.compile("(category=[A-Z])?");

  /**
   * The pages that show every reader the same, and what their address may ask. No others: those
   * that take a form, count, or show what one visitor typed.
   */
  private static final Map<String, Pattern> FOR_ALL =
      Map.ofEntries(
          entry("/index", PLAIN),
          entry("/support", PLAIN),
          entry("/support/news", NAMED),
          entry("/support/offices", PLAIN),
          entry("/support/faq", CATEGORY),
          entry("/support/answer", NAMED),
          entry("/support/guides", PLAIN),
          entry("/support/guide", NAMED),
          entry("/support/glossary", PLAIN),
          entry("/support/saving", PLAIN),
          entry("/support/fees", PLAIN),
          entry("/support/terms", PLAIN),
          entry("/support/privacy", PLAIN),
          entry("/support/accessibility", PLAIN),
          entry("/support/news.atom", PLAIN),
          entry("/sitemap.xml", PLAIN));

  private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

  @Inject private PortalEdition edition;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.pages.kept-kib", defaultValue = "16384")
  private int mostKilobytes;

  private final AtomicReference<PageShelf> shelf = new AtomicReference<>(PageShelf.empty());
  private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
  private final AtomicInteger changing = new AtomicInteger();

  /** What draws a page, or answers otherwise. */
  interface Draws {
    void draw() throws IOException, ServletException;
  }

  /** A HEAD is drawn as a GET: its length and tag are those of the page. */
  private static final class Reading extends HttpServletRequestWrapper {
    Reading(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }
  }

  /** Under what a page lies; empty where it is not one that every reader sees alike. */
  static Optional<String> address(PagePath path, HttpServletRequest request) {
    Pattern asked = FOR_ALL.get(path.page());
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return asked != null && reads && asked.matcher(query).matches()
        ? Optional.of(path.page() + "?" + query)
        : Optional.empty();
  }

  /** Answers a reader who is not signed in. */
  void answer(
      String address, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    PageShelf now = shelf();
    Optional<KeptPage> kept = now.find(address);
    if (kept.isPresent()) {
      kept.get().send(request, response);
      return;
    }
    var drawing = new Drawing(response);
    boolean unknown = request.getSession(false) == null;
    chain.doFilter(new Reading(request), drawing);
    if (drawing.isForAll() && !(unknown && request.getSession(false) != null)) {
      KeptPage page = page(request, drawing);
      now.keep(address, page, (long) mostKilobytes * KILOBYTE);
      page.send(request, response);
    } else {
      drawing.pass();
    }
  }

  /**
   * PrimeFaces gives the script of the frame a nonce, which one answer alone may have. These pages
   * have no piece of script in them, and their files may run by where they lie: it is taken out.
   */
  private static KeptPage page(HttpServletRequest request, Drawing drawing) {
    String told = Objects.requireNonNullElse(drawing.getHeader("Content-Security-Policy"), "");
    Matcher nonce = NONCE.matcher(told);
    if (!nonce.find()) {
      return new KeptPage(drawing.getContentType(), told, drawing.bytes());
    }
    String page =
        new String(drawing.bytes(), UTF_8).replace(" nonce=\"" + nonce.group(1) + "\"", "");
    String policy = request.getServletContext().getInitParameter("primefaces.CSP_POLICY");
    return new KeptPage(drawing.getContentType(), policy, page.getBytes(UTF_8));
  }

  /**
   * Whoever runs a portal changes what its readers see, and looks at it with the next request:
   * until the change is done nothing is handed out again, and afterwards nothing of before.
   */
  void change(Draws draws) throws IOException, ServletException {
    changing.incrementAndGet();
    try {
      draws.draw();
    } finally {
      shelf.set(PageShelf.empty());
      nextLook.set(System.nanoTime());
      changing.decrementAndGet();
    }
  }

  private PageShelf shelf() {
    if (changing.get() > 0) {
      return PageShelf.empty();
    }
    PageShelf now = Objects.requireNonNull(shelf.get());
    long minute = clock.instant().getEpochSecond() / Duration.ofMinutes(1).toSeconds();
    long due = nextLook.get();
    boolean looks = System.nanoTime() - due >= 0 || !now.isOf(minute);
    if (!looks || !nextLook.compareAndSet(due, System.nanoTime() + SECOND)) {
      return now.isOf(minute) ? now : PageShelf.empty();
    }
    Object seen = edition.now();
    if (now.isOf(seen, minute)) {
      return now;
    }
    var next = new PageShelf(seen, minute);
    return shelf.compareAndSet(now, next) ? next : PageShelf.empty();
  }
}
