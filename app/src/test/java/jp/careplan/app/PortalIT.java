package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What anyone may send, below the pages: rows, marks of time, and what is deleted again. */
@ExtendWith(HouseKeeper.class)
class PortalIT {
  private static final byte[] JPEG = {
    (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'
  };

  private final House house;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new HashMap<>();

  PortalIT(House house) {
    this.house = house;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (!cookies.isEmpty()) {
      request.header("Cookie", String.join("; ", cookies.values()));
    }
    var answer = http.send(request.build(), BodyHandlers.ofString());
    answer
        .headers()
        .allValues("Set-Cookie")
        .forEach(it -> cookies.put(it.split("=", 2)[0], it.split(";", 2)[0]));
    return answer;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(house.node().publicAddress(path)));
  }

  private HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(house.node().publicAddress(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> lay(byte[] picture) throws IOException, InterruptedException {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        "--xyz\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"x\"\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(picture);
    body.writeBytes("\r\n--xyz--\r\n".getBytes(StandardCharsets.US_ASCII));
    return send(
        HttpRequest.newBuilder(house.node().publicAddress("/support/inquiry-picture"))
            .header("Content-Type", "multipart/form-data; boundary=xyz")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Sends one and tells its number; faster than a person, so it is held. */
  private String inquire() throws IOException, InterruptedException {
    var taken =
        post(
            "/support/inquiry",
            Map.of(
                "kind", "OTHER",
                "subject", "見本",
                "body", "見本の内容",
                "mail", "jimu@example.jp",
                "consent", "1"));
    assertEquals("/support/inquiry-confirm", taken.headers().firstValue("Location").orElse(""));
    lay(JPEG);
    post("/support/inquiry-confirm", Map.of());
    post("/support/inquiry-confirm", Map.of()); // pressed twice
    Matcher number =
        Pattern.compile("id=\"inquiry-number\">(\\d{4})-(\\d{4})<")
            .matcher(get("/support/inquiry-sent").body());
    assertTrue(number.find());
    return number.group(1) + number.group(2);
  }

  private long count(String what) {
    return house.count("SELECT COUNT(*) FROM " + what);
  }

  @Test
  void aReaderOfThePortalIsGivenNoCookie() throws Exception {
    Matcher address =
        Pattern.compile("<loc>https?://[^/]+(/[^<]*)</loc>").matcher(get("/sitemap.xml").body());
    int count = 0;
    while (address.find() && count++ < 25) { // every page of its own, and the first of the texts
      String path = address.group(1).replace("&amp;", "&");
      assertEquals(List.of(), get(path).headers().allValues("Set-Cookie"), path);
    }

    assertTrue(count > 20, "addresses: " + count);
    assertEquals(Map.of(), cookies);
  }

  @Test
  void suggestionsAreBrakedForWhoAsksFasterThanAnOfficeTypes() throws Exception {
    var stranger = // an address of its own, so that nobody else is braked with it
        HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.9")).build();
    var request =
        HttpRequest.newBuilder(house.node().publicAddress("/support/near"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("q=" + URLEncoder.encode("ぱすわ", StandardCharsets.UTF_8)))
            .build();

    var first = stranger.send(request, BodyHandlers.ofString());
    int last = 200;
    for (int i = 0; i < 400 && last == 200; i++) {
      last = stranger.send(request, BodyHandlers.ofString()).statusCode();
    }

    assertTrue(first.body().contains("パスワード"), first.body());
    assertEquals(429, last);
    assertEquals(405, get("/support/near?q=x").statusCode()); // never in an address
  }

  @Test
  void anInquiryIsOneRowHoweverOftenItIsSentAndNothingOfItIsReadable() throws Exception {
    String number = inquire();

    String of = "support_inquiry WHERE inquiry_number = '" + number + "'";
    assertEquals(1, count(of + " AND status = 'HELD'"));
    assertEquals(
        1,
        count(
            "support_inquiry_picture WHERE media = 'image/jpeg' AND inquiry_id IN (SELECT id FROM "
                + of
                + ")"));
    assertEquals(0, count(of + " AND content LIKE '%example.jp%'"));
    assertEquals(
        1,
        count(
            "kernel_audit_entry WHERE action = 'inquiry-received' AND subject = '" + number + "'"));
  }

  /** As a person does, who needs a moment. */
  private void inquire(String subject, boolean slowly) throws IOException, InterruptedException {
    Matcher token =
        Pattern.compile("name=\"token\" value=\"([^\"]+)\"")
            .matcher(get("/support/inquiry").body());
    assertTrue(token.find());
    TimeUnit.MILLISECONDS.sleep(slowly ? 4500 : 0);
    post(
        "/support/inquiry",
        Map.of(
            "kind", "OTHER",
            "subject", subject,
            "body", "見本の内容",
            "mail", "madoguchi@example.jp",
            "consent", "1",
            "token", token.group(1)));
    post("/support/inquiry-confirm", Map.of());
  }

  @Test
  void theSubjectOfAnInquiryIsAQuestionThatWasNotAnsweredAndThatOfAHeldOneIsNot() throws Exception {
    inquire("見本の鷹の飼い方、山田花子さん", true);
    cookies.clear();
    inquire("見本の鷲の飼い方", false);

    assertEquals(1, count("support_unmet WHERE source = 'INQUIRY' AND words LIKE '見本の鷹の飼い方%〇〇さん'"));
    assertEquals(0, count("support_unmet WHERE words LIKE '%花子%' OR words LIKE '見本の鷲%'"));
    assertEquals(1, count("support_unmet_group WHERE words LIKE '見本の鷹%' AND open_ones = 1"));
  }

  @Test
  void aStrangerOpensNothing() throws Exception {
    inquire();
    cookies.clear();

    assertEquals(
        "/support/inquiry",
        get("/support/inquiry-sent").headers().firstValue("Location").orElse(""));
    lay(JPEG);
    assertTrue(
        get("/support/inquiry-state?number=00000000&code=AAAA-AAAA-AAAA-AAAA")
            .body()
            .contains("SU-113"));
  }

  @Test
  void noMoreThanThreePicturesAreTaken() throws Exception {
    post(
        "/support/inquiry",
        Map.of(
            "kind",
            "OTHER",
            "subject",
            "写真",
            "body",
            "写真",
            "mail",
            "a@example.jp",
            "consent",
            "1"));
    for (int i = 0; i < 3; i++) {
      assertEquals(
          "/support/inquiry-confirm#pictures",
          lay(JPEG).headers().firstValue("Location").orElse(""));
    }

    assertEquals(
        "/support/inquiry-confirm?refused=SU-112#pictures",
        lay(JPEG).headers().firstValue("Location").orElse(""));
  }

  @Test
  void whatIsAskedAgainIsCountedAndNotListedAgain() throws Exception {
    String words = "zz" + System.nanoTime();
    for (int i = 0; i < 2; i++) {
      for (String said : new String[] {"qqqq", words, "qqqq", words.toUpperCase(Locale.ROOT)}) {
        post("/support/chat", Map.of("say", said));
      }
    }

    assertEquals(1, count("support_unmet WHERE source = 'CHAT' AND LOWER(words) LIKE 'zz〇〇%'"));
    assertTrue(
        count("support_unmet WHERE source = 'CHAT' AND LOWER(words) LIKE 'zz〇〇%' AND counted > 1")
            > 0);
  }

  @Test
  void whatWasKeptLongEnoughIsDeleted() throws Exception {
    String old = inquire();
    cookies.clear();
    String older = inquire();
    house.update(
        "UPDATE support_inquiry_picture SET laid_at = '2020-01-01 00:00:00' WHERE inquiry_id ="
            + " (SELECT id FROM support_inquiry WHERE inquiry_number = ?)",
        old);
    house.update(
        "UPDATE support_inquiry SET received_at = '2020-01-01 00:00:00' WHERE inquiry_number = ?",
        older);
    String pictures =
        "support_inquiry_picture WHERE inquiry_id = (SELECT id FROM support_inquiry WHERE"
            + " inquiry_number = '"
            + old
            + "')";

    for (int i = 0; i < 90 && count(pictures) > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(500);
    }

    assertEquals(0, count(pictures));
    assertEquals(1, count("support_inquiry WHERE inquiry_number = '" + old + "'"));
    assertEquals(0, count("support_inquiry WHERE inquiry_number = '" + older + "'"));
  }
}
