package jp.careplan.app.browser;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.Arrays;
import java.util.List;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the browser is told to hold the pages to. */
@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class PageHeadersBrowserIT {
  private final House house;
  private final Visitors visitors;

  PageHeadersBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  private Response answer(String path) {
    return visitors.come(house).enter(CARE_MANAGER).open(path);
  }

  private static List<String> policy(Response answer) {
    return Arrays.stream(answer.headerValue("content-security-policy").split(";"))
        .map(String::strip)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/way-in", "/account/sign-in", "/office/home", "/office/send"})
  void onlyScriptsOfThePageItselfMayRun(String path) {
    var policy = policy(answer(path));

    String scripts =
        policy.stream().filter(it -> it.startsWith("script-src ")).findFirst().orElseThrow();
    assertTrue(scripts.contains("'nonce-"), scripts);
    assertFalse(scripts.contains("'unsafe-inline'"), scripts);
    assertFalse(scripts.contains("'unsafe-eval'"), scripts);
    assertTrue(policy.contains("default-src 'none'"), policy::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/office/home", "/no-such-page"})
  void noOtherSiteMayFrameAPage(String path) {
    var answer = answer(path);

    assertEquals("DENY", answer.headerValue("x-frame-options"));
    assertTrue(policy(answer).contains("frame-ancestors 'none'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/office/home", "/no-such-page"})
  void thePageIsNeitherKeptNorGuessedNorNamedToOthers(String path) {
    var answer = answer(path);

    assertEquals("no-store", answer.headerValue("cache-control"));
    assertEquals("nosniff", answer.headerValue("x-content-type-options"));
    assertEquals("no-referrer", answer.headerValue("referrer-policy"));
  }

  @Test
  void theCodeOfTheWayInIsNamedToNobody() {
    var visitor = visitors.come(house);

    var answer = visitor.open(Visitor.handOff(house.office(CARE_MANAGER)));

    assertEquals("no-referrer", answer.headerValue("referrer-policy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/office/home", "/no-such-page", "/static/careplan.css"})
  void theServerDoesNotSayWhatItIs(String path) {
    var headers = answer(path).allHeaders();

    assertFalse(headers.containsKey("server"), headers::toString);
    assertFalse(headers.containsKey("x-powered-by"), headers::toString);
  }

  @Test
  void theLoginIsACookieThatNoScriptReadsAndNoOtherSiteSends() {
    var visitor = visitors.come(house).enter(CARE_MANAGER);

    var login =
        visitor.page().context().cookies().stream()
            .filter(cookie -> cookie.name.equals("__Host-careplan"))
            .findFirst()
            .orElseThrow();

    assertTrue(login.httpOnly);
    assertTrue(login.secure);
    assertEquals(SameSiteAttribute.STRICT, login.sameSite);
  }

  @Test
  void noCookieIsLeftToScriptsOrOtherSites() {
    var visitor = visitors.come(house).enter(CARE_MANAGER);

    var cookies = visitor.page().context().cookies();

    assertFalse(cookies.isEmpty());
    for (var cookie : cookies) {
      assertTrue(cookie.httpOnly, cookie.name);
      assertEquals(SameSiteAttribute.STRICT, cookie.sameSite, cookie.name);
    }
  }
}
