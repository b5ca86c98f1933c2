package jp.careplan.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.app.setup.OperatorCommand;
import jp.careplan.application.internal.Totp;

/**
 * An operator whom no other test knows, made by the command on the server and set up at the desk.
 */
public final class DeskClient {
  public static final String PASSWORD = "たのしい みほんの ことば 2026";

  private static final Pattern KEY = Pattern.compile("id=\"set-up-key\"[^>]*>([A-Z2-7 ]+)<");
  private static final Pattern RECOVERY = Pattern.compile("<li>([A-Z2-7-]{19})</li>");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String id;
  private final byte[] key;
  private final PageClient pages;
  private final List<String> recoveryCodes;

  private DeskClient(String id, byte[] key, PageClient pages, List<String> recoveryCodes) {
    this.id = id;
    this.key = key;
    this.pages = pages;
    this.recoveryCodes = recoveryCodes;
  }

  /** The path of the one-time way to set up a new operator, by the command on the server. */
  public static String wayFor(Node node, String id, String roles, String prefectures) {
    Path home = node.home();
    try {
      Map<String, String> answer =
          OperatorCommand.ask(
              home, Map.of("command", "add", "id", id, "roles", roles, "prefectures", prefectures));
      URI link = URI.create(answer.get("link"));
      return link.getPath() + "?" + link.getQuery();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String newId() {
    return "operator-" + COUNT.incrementAndGet();
  }

  /** Signed in: setting up ends with it. */
  public static DeskClient of(Node node, String roles, String prefectures) {
    String id = newId();
    return setUp(node, id, wayFor(node, id, roles, prefectures));
  }

  public static DeskClient setUp(Node node, String id, String way) {
    var pages = new PageClient(node);
    String page = pages.get(way).body();
    byte[] key = key(page);
    var done =
        pages
            .form(way, "set-up")
            .send(
                Map.of(
                    "way",
                    way.substring(way.indexOf('=') + 1),
                    "wanted",
                    PASSWORD,
                    "again",
                    PASSWORD,
                    "code",
                    code(key, 0)));
    List<String> codes =
        RECOVERY.matcher(done.body()).results().map(found -> found.group(1)).toList();
    assertEquals(10, codes.size(), done.body());
    return new DeskClient(id, key, pages, codes);
  }

  /** The key that the page of the set-up shows. */
  public static byte[] key(String page) {
    Matcher shown = KEY.matcher(page);
    if (!shown.find()) {
      throw new IllegalStateException("no key on the page\n" + page);
    }
    return Totp.key(shown.group(1).replace(" ", ""));
  }

  public static String code(byte[] key, int ahead) {
    return Totp.codeAt(key, Totp.stepAt(Instant.now()) + ahead);
  }

  /** The code of the next half-minute: the one that set the operator up is used. */
  public String nextCode() {
    return code(key, 1);
  }

  public String id() {
    return id;
  }

  public List<String> recoveryCodes() {
    return recoveryCodes;
  }

  public PageClient pages() {
    return pages;
  }

  public HttpResponse<String> get(String path) {
    return pages.get(path);
  }

  /** Somebody new before the sign-in of the desk. */
  public static HttpResponse<String> signIn(Node node, String id, String password, String code) {
    return new PageClient(node)
        .form("/desk/sign-in", "sign-in")
        .send(Map.of("operator-id", id, "password", password, "code", code));
  }
}
