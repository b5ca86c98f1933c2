package jp.careplan.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;

/** One browser of this machine, and the people who sit before it. */
final class Visitors implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final List<BrowserContext> present = new ArrayList<>();

  /** What lets in again whoever came in before, by who that was. */
  private final Map<String, List<Cookie>> passes = new HashMap<>();

  Visitors() {
    this(Map.of());
  }

  /**
   * @param settings more of the browser's driver
   */
  Visitors(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(all));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(Folders.program("chromium", "chromium-browser", "google-chrome")))
                    .setArgs(QUIET));
  }

  /** Somebody new, who has never been here. */
  Visitor come(House house) {
    return come(house, true);
  }

  /** The same with a browser that runs no script. */
  Visitor comeWithoutScript(House house) {
    return come(house, false);
  }

  private Visitor come(House house, boolean script) {
    return come(
        house,
        new Browser.NewContextOptions()
            .setViewportSize(Visitor.WIDE, Visitor.HIGH)
            .setJavaScriptEnabled(script));
  }

  /** Somebody new whose browser is as the options say; the place and the language are added. */
  Visitor come(House house, Browser.NewContextOptions options) {
    BrowserContext context =
        browser.newContext(
            options.setBaseURL(house.node().publicAddress("").toString()).setLocale("ja-JP"));
    context.setDefaultTimeout(20_000);
    present.add(context);
    return new Visitor(house, context.newPage(), passes);
  }

  void leave() {
    present.forEach(BrowserContext::close);
    present.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
