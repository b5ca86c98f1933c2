package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that every reader sees alike are drawn once; nobody is shown another one's. */
@ExtendWith(HouseKeeper.class)
class KeptPagesIT {
  private static final String FIRST = "/support/answer?name=A-01";
  private static final String SECOND = "/support/answer?name=A-02";

  private final House house;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  KeptPagesIT(House house) {
    this.house = house;
  }

  private HttpResponse<byte[]> ask(String method, String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(house.node().publicAddress(path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return ask("GET", path, headers);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/support",
        FIRST,
        "/support/faq?category=B",
        "/support/guide?name=start",
        "/support/news",
        "/support/fees",
        "/support/terms",
        "/support/news.atom",
        "/sitemap.xml"
      })
  void whoHasAPageAlreadyIsToldThatItStillHolds(String path) throws Exception {
    HttpResponse<byte[]> page = get(path);
    assertEquals(200, page.statusCode());
    assertEquals("no-cache", header(page, "Cache-Control"));
    assertEquals("nosniff", header(page, "X-Content-Type-Options"));
    assertEquals("DENY", header(page, "X-Frame-Options"));

    HttpResponse<byte[]> again = get(path, "If-None-Match", "\"x\", W/" + header(page, "ETag"));

    assertEquals(304, again.statusCode());
    assertEquals(0, again.body().length);
    assertEquals(header(page, "ETag"), header(again, "ETag"));
  }

  @Test
  void packedAndPlainAreTheSamePage() throws Exception {
    HttpResponse<byte[]> plain = get("/", "Accept-Encoding", "br, gzip;q=0");
    HttpResponse<byte[]> packed = get("/", "Accept-Encoding", "gzip, deflate, br");

    assertEquals("", header(plain, "Content-Encoding"));
    assertEquals("gzip", header(packed, "Content-Encoding"));
    assertEquals("Accept-Encoding", header(packed, "Vary"));
    assertTrue(packed.body().length * 2 < plain.body().length);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertArrayEquals(plain.body(), in.readAllBytes());
    }
  }

  @Test
  void theHeadOfAPageIsThatOfThePage() throws Exception {
    HttpResponse<byte[]> page = get("/support/offices");
    HttpResponse<byte[]> head = ask("HEAD", "/support/offices");

    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    for (String name : List.of("Content-Length", "Content-Type", "ETag")) {
      assertEquals(header(page, name), header(head, name), name);
    }
    assertEquals(String.valueOf(page.body().length), header(page, "Content-Length"));
  }

  @Test
  void twoAddressesAreTwoPages() throws Exception {
    for (int i = 0; i < 2; i++) {
      assertTrue(text(get(FIRST)).contains("<span class=\"numbers\">A-01</span>"));
      assertTrue(text(get(SECOND)).contains("<span class=\"numbers\">A-02</span>"));
      assertTrue(text(get("/support/faq?category=A")).contains("A-01\""));
      assertFalse(text(get("/support/faq?category=B")).contains("A-01\""));
    }
  }

  @Test
  void noPageHasAPieceThatOneAnswerAloneMayRun() throws Exception {
    for (String path : List.of("/", "/support", FIRST, "/support/saving")) {
      HttpResponse<byte[]> page = get(path);

      assertFalse(text(page).contains("nonce"), path);
      assertTrue(header(page, "Content-Security-Policy").endsWith("script-src 'self'"), path);
      assertFalse(text(page).contains("<script>"), path);
      assertEquals(List.of(), page.headers().allValues("Set-Cookie"), path);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/support/search?q=a",
        "/support?q=a",
        "/support/inquiry",
        "/support/chat",
        "/support/downloads",
        "/support/vote?kind=FAQ&name=A-01",
        "/support/saving?sent=3",
        "/support/faq?category=nothing",
        FIRST + "&q=a",
        "/way-in",
        "/account/sign-in"
      })
  void whatShowsWhatOneVisitorDidIsNotKept(String path) throws Exception {
    HttpResponse<byte[]> page = get(path);

    assertEquals(200, page.statusCode(), path);
    assertEquals("no-store", header(page, "Cache-Control"));
    assertEquals("", header(page, "ETag"));
  }

  @Test
  void whatIsNotThereIsNotKept() throws Exception {
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> page = get("/support/answer?name=NOTHING");

      assertEquals(404, page.statusCode());
      assertEquals("no-store", header(page, "Cache-Control"));
      assertEquals("", header(page, "ETag"));
    }
  }

  @Test
  void anOfficeIsShownItsOwnAndNobodyAfterIt() throws Exception {
    get("/support");
    var office = new PageClient(house.node());
    office.signIn("KJ99" + House.CARE_MANAGER, OfficeClient.password(house.node()));

    HttpResponse<String> own = office.get("/support");

    assertTrue(own.body().contains("id=\"way-back\""), own.body());
    assertEquals("no-store", own.headers().firstValue("Cache-Control").orElse(""));
    assertFalse(text(get("/support")).contains("id=\"way-back\""));
  }

  /** As another node would. */
  private void rename(String title) {
    house.update("UPDATE support_text SET title = ? WHERE kind = 'FAQ' AND name = 'A-03'", title);
    house.update("UPDATE support_revision SET counted = counted + 1");
  }

  @Test
  void whatAnotherNodeChangedIsSeenWithinASecondOrTwo() throws Exception {
    String path = "/support/answer?name=A-03";
    String before = header(get(path), "ETag");
    String title =
        house.text("SELECT title FROM support_text WHERE kind = 'FAQ' AND name = 'A-03'");
    try {
      rename("別の題");
      for (int i = 0; i < 20 && header(get(path), "ETag").equals(before); i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }

      assertNotEquals(before, header(get(path), "ETag"));
      assertTrue(text(get(path)).contains("別の題"));
    } finally {
      rename(title);
    }
  }
}
