package jp.careplan.app.browser;

import static jp.careplan.app.house.OfficeClient.json;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.House;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;

/** A person before a page. */
final class Visitor {
  static final int WIDE = 1280;
  static final int HIGH = 900;

  private final House house;
  private final Page page;
  private final Map<String, List<Cookie>> passes;
  private final List<String> complaints = new ArrayList<>();

  Visitor(House house, Page page, Map<String, List<Cookie>> passes) {
    this.house = house;
    this.page = page;
    this.passes = passes;
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  Response open(String path) {
    return Objects.requireNonNull(page.navigate(path));
  }

  /** The address that a launcher of the office opens. */
  static String handOff(OfficeClient launcher) {
    return json(launcher.post("/handoff", "")).getString("url");
  }

  /** Comes in through the launcher of an office. */
  Visitor enter(String office) {
    return enter(house.office(office));
  }

  Visitor enter(OfficeClient launcher) {
    open(handOff(launcher));
    press("この事業所で開く");
    page.waitForURL("**/office/home");
    return this;
  }

  /** Sets up as a new operator, which ends at the desk. */
  Visitor enterDesk(String roles) {
    open(DeskClient.wayFor(house.node(), DeskClient.newId(), roles, ""));
    byte[] key = DeskClient.key(page.content());
    at("#wanted").fill(DeskClient.PASSWORD);
    at("#again").fill(DeskClient.PASSWORD);
    at("#code").fill(DeskClient.code(key, 0));
    press("この内容で決める");
    link("しまったので、次へ").click();
    page.waitForURL("**/desk/home");
    return this;
  }

  /**
   * Is inside already: in the session of whoever came first, which is for looking only. Coming in
   * is tried elsewhere, and takes longer than most pages.
   */
  Visitor inside(String office) {
    return passing(office, () -> enter(office));
  }

  /** The same at the desk. */
  Visitor insideDesk(String roles) {
    return passing("desk " + roles, () -> enterDesk(roles));
  }

  private Visitor passing(String who, Runnable entering) {
    List<Cookie> pass = passes.get(who);
    if (pass == null) {
      entering.run();
      passes.put(who, page.context().cookies());
    } else {
      page.context().addCookies(pass);
    }
    return this;
  }

  void press(String button) {
    button(button).click();
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  Locator main() {
    return at("main");
  }

  /** The row of a list that leads to a transmission. */
  Locator row(Object transmission) {
    return at("#list tr")
        .filter(new Locator.FilterOptions().setHas(at("a[href$='" + transmission + "']")));
  }

  /** Puts files on the field of the page 送る. */
  void lay(List<OfferedFile> files) {
    at("#files")
        .setInputFiles(
            files.stream()
                .map(file -> new FilePayload(file.name(), "text/csv", file.content()))
                .toArray(FilePayload[]::new));
  }

  /** A device behind the browser's window that says yes to everything. */
  void giveDevice() {
    var tools = page.context().newCDPSession(page);
    tools.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var device = new JsonObject();
    device.add("options", options);
    tools.send("WebAuthn.addVirtualAuthenticator", device);
  }

  byte[] download(Locator link) {
    Download download = page.waitForDownload(link::click);
    try {
      return Files.readAllBytes(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the browser's console holds against the pages so far. */
  List<String> complaints() {
    return complaints;
  }
}
