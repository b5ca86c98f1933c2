package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.FakeScanner;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.PageClient;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PDFs and pictures that hang on texts, on the real database. */
@ExtendWith(HouseKeeper.class)
class TextFileIT {
  private static final Pattern FILE = Pattern.compile("/desk/text-file/([a-z0-9]{16})/([0-9]+)");
  private static final String EVIL = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
  private static final String UNREAD =
      "SELECT COUNT(*) FROM support_text_file WHERE id = ? AND read_after IS NOT NULL";

  private final House house;

  TextFileIT(House house) {
    this.house = house;
  }

  private DeskClient editor() {
    return DeskClient.of(house.node(), "EDITOR", "");
  }

  /** Letters that no other text has. */
  private static String word() {
    return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "zq";
  }

  private static byte[] pdf(String words, String script) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      document.getDocumentInformation().setTitle(EVIL);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.showText(words);
        content.endText();
      }
      if (!script.isEmpty()) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript(script));
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static byte[] png() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static Map<String, String> question(String title) {
    var fields = new HashMap<>(Map.of("title", title, "body", "本文です。", "category", "K"));
    List.of("keywords", "related", "from", "until", "owner", "review", "reason")
        .forEach(it -> fields.put(it, ""));
    return fields;
  }

  private static String at(String page, String name) {
    return "/desk/" + page + "?kind=FAQ&name=" + name;
  }

  private static HttpResponse<String> press(
      DeskClient by, String name, String button, int seen, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>(typed);
    fields.put("seen", String.valueOf(seen));
    fields.put("sure", "1");
    fields.put(button, "");
    return by.pages()
        .form(name.isEmpty() ? "/desk/text?kind=FAQ" : at("text", name), "text")
        .send(fields);
  }

  private static String begin(DeskClient by, Map<String, String> typed) {
    String location =
        press(by, "", "save", 0, typed).headers().firstValue("Location").orElseThrow();
    return location.replaceFirst(".*[?&]name=([^&]*).*", "$1");
  }

  private static void publish(DeskClient by, String name, int seen, Map<String, String> typed) {
    assertEquals(303, press(by, name, "ask", seen, typed).statusCode());
    var published = press(by, name, "publish", seen, typed);
    assertEquals(303, published.statusCode(), published.body());
  }

  /** The page that the desk leads to afterwards. */
  private static String lay(
      DeskClient by, String name, int seen, String id, String title, byte[] content) {
    var answer =
        by.pages()
            .multipart(
                "/desk/text-file/?kind=FAQ&name="
                    + name
                    + "&seen="
                    + seen
                    + (id.isEmpty() ? "" : "&id=" + id),
                new Multipart().field("title", title).file("file", EVIL + "../../x.html", content));
    assertEquals(303, answer.statusCode(), answer.body());
    return by.get(answer.headers().firstValue("Location").orElseThrow()).body();
  }

  private static String idOf(String page) {
    Matcher file = FILE.matcher(page);
    assertTrue(file.find(), page);
    return file.group(1);
  }

  private HttpResponse<byte[]> read(String id) {
    return new PageClient(house.node()).bytes("/support/file/" + id);
  }

  private String page(String path) {
    return new PageClient(house.node()).get(path).body();
  }

  private static Map<String, String> removal(String name, String id, int seen) {
    return Map.of(
        "kind", "FAQ", "name", name, "seen", String.valueOf(seen), "file", id, "remove", id);
  }

  private String found(String word) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    String page = "";
    while (!page.contains("<mark>") && Instant.now().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(500);
      page = page("/support/search?q=" + word + "&kind=FILE");
    }
    return page;
  }

  @Test
  void aPdfIsReadAndFoundWithItsTextAndNotBefore() throws Exception {
    DeskClient editor = editor();
    String word = word();
    byte[] pdf = pdf("Manual " + word + " of the sample", "");
    Map<String, String> typed = question("見本" + word);
    String name = begin(editor, typed);
    String laid = lay(editor, name, 1, "", "見本の手引き", pdf);
    String id = idOf(laid);
    assertEquals(404, read(id).statusCode());
    assertEquals(200, editor.pages().bytes("/desk/text-file/" + id + "/1").statusCode());
    awaitRead(id);
    assertFalse(editor.get(at("text-files", name)).body().contains("検索には出ません"));

    publish(editor, name, 2, typed);

    var file = read(id);
    assertArrayEquals(pdf, file.body());
    assertEquals("application/pdf", file.headers().firstValue("Content-Type").orElse(""));
    assertEquals("nosniff", file.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertTrue(file.headers().firstValue("Content-Security-Policy").orElse("").contains("sandbox"));
    assertTrue(
        file.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment;"));
    String answer = page("/support/answer?name=" + name);
    assertTrue(answer.contains("見本の手引き（PDF " + (pdf.length + 1023) / 1024 + " KB）"), answer);
    String found = found(word);
    assertTrue(found.contains("/support/file/" + id), found);
    assertTrue(found.contains("資料（PDF）"), found);
    assertTrue(found.contains("載っている文章"), found);

    typed.put("reason", "テストが終わったため");
    assertEquals(303, press(editor, name, "archive", 2, typed).statusCode());
    assertEquals(404, read(id).statusCode());
  }

  @Test
  void aReplacedFileKeepsItsAddressAndARemovedOneStaysInOldVersions() throws Exception {
    DeskClient editor = editor();
    Map<String, String> typed = question("見本" + word());
    String name = begin(editor, typed);
    byte[] first = pdf("first", "");
    byte[] second = pdf("second one", "");
    String id = idOf(lay(editor, name, 1, "", "はじめの版", first));
    publish(editor, name, 2, typed);
    lay(editor, name, 2, id, "つぎの版", second);
    assertArrayEquals(first, read(id).body());
    publish(editor, name, 3, typed);
    assertArrayEquals(second, read(id).body());

    String asking = at("text-files", name) + "&remove=" + id;
    assertTrue(editor.get(asking).body().contains("「つぎの版」を外しますか"));
    var removed = editor.pages().form(asking, "removal").send(removal(name, id, 3));
    assertEquals(303, removed.statusCode(), removed.body());
    publish(editor, name, 4, typed);

    assertEquals(404, read(id).statusCode());
    assertArrayEquals(second, editor.pages().bytes("/desk/text-file/" + id + "/2").body());
    assertTrue(
        editor
            .get("/desk/text-version?kind=FAQ&name=" + name + "&number=3")
            .body()
            .contains("つぎの版"));
  }

  @Test
  void aPictureIsShownInTheTextWithItsWordsAndIsNotTakenAwayFromUnderIt() throws Exception {
    DeskClient editor = editor();
    Map<String, String> typed = question("見本" + word());
    String name = begin(editor, typed);
    String id = idOf(lay(editor, name, 1, "", "送る[画面]の" + EVIL, png()));
    typed.put("body", "本文です。\n\n![送る画面](/support/file/" + id + ")");
    var shown = press(editor, name, "look", 2, typed).body();
    assertTrue(shown.contains("src=\"/desk/text-file/" + id + "/1\""), shown);
    assertEquals(303, press(editor, name, "save", 2, typed).statusCode());
    publish(editor, name, 3, typed);

    String answer = page("/support/answer?name=" + name);
    var refused =
        editor
            .pages()
            .form(at("text-files", name) + "&remove=" + id, "removal")
            .send(removal(name, id, 3));

    assertTrue(answer.contains("<img src=\"/support/file/" + id + "\" alt=\"送る画面\""), answer);
    assertFalse(answer.contains("id=\"files\""), "a picture of the body is listed once more");
    assertEquals("SU-122", PageClient.problem(refused));
    assertEquals("inline", read(id).headers().firstValue("Content-Disposition").orElse(""));
    typed.put("body", "本文です。\n\n![](/support/file/" + id + ")");
    assertEquals("SU-122", PageClient.problem(press(editor, name, "save", 3, typed)));
    typed.put("body", "本文です。\n\n![よその写真](/support/file/aaaaaaaaaaaaaaaa)");
    assertEquals("SU-122", PageClient.problem(press(editor, name, "save", 3, typed)));
  }

  /** Longer than the pieces it lies in. */
  private static byte[] longPng() throws IOException {
    var picture = new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (int i = 0; i < 500 * 500; i++) {
      picture.setRGB(i % 500, i / 500, random.nextInt());
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  private static byte[] noted(byte[] png, String words) {
    var out = new ByteArrayOutputStream();
    int end = png.length - 12; // before the last chunk
    byte[] typed = ("tEXt" + "Comment\0" + words).getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(typed);
    out.write(png, 0, end);
    out.writeBytes(ByteBuffer.allocate(4).putInt(typed.length - 4).array());
    out.writeBytes(typed);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    out.write(png, end, 12);
    return out.toByteArray();
  }

  @Test
  void whatAProgramNotedInAPictureIsNotKept() throws Exception {
    DeskClient editor = editor();
    Map<String, String> typed = question("見本" + word());
    String name = begin(editor, typed);

    String id = idOf(lay(editor, name, 1, "", "送る画面", noted(png(), "35.0N 135.0E")));

    assertArrayEquals(png(), editor.pages().bytes("/desk/text-file/" + id + "/1").body());
    byte[] torn = Arrays.copyOf(longPng(), 300_000);
    assertTrue(lay(editor, name, 2, "", "送る画面", torn).contains("SU-171"));
  }

  @Test
  void whatTheScannerFindsOrDoesNotLookAtIsRefused() throws Exception {
    DeskClient editor = editor();
    Map<String, String> typed = question("見本" + word());
    String name = begin(editor, typed);

    String infected = lay(editor, name, 1, "", "資料", noted(png(), FakeScanner.INFECTED));
    String unseen = lay(editor, name, 1, "", "資料", noted(png(), FakeScanner.BREAKS));

    assertTrue(infected.contains("SU-172"), infected);
    assertTrue(unseen.contains("SU-173"), unseen);
    assertEquals(
        0, house.count("SELECT COUNT(*) FROM support_text_file WHERE name = '" + name + "'"));
  }

  @Test
  void whoAsksForAPartOfAFileIsGivenThatPart() throws Exception {
    DeskClient editor = editor();
    Map<String, String> typed = question("見本" + word());
    String name = begin(editor, typed);
    byte[] whole = longPng();
    String id = idOf(lay(editor, name, 1, "", "模様", whole));
    publish(editor, name, 2, typed);
    var reader = new PageClient(house.node());
    String path = "/support/file/" + id;

    assertArrayEquals(whole, reader.bytes(path).body());
    for (int[] part : new int[][] {{0, 0}, {10, 300_000}, {262_143, 262_144}, {500_000, 600_000}}) {
      var answer = reader.bytes(path, "Range", "bytes=" + part[0] + "-" + part[1]);
      assertEquals(206, answer.statusCode());
      assertArrayEquals(Arrays.copyOfRange(whole, part[0], part[1] + 1), answer.body());
      assertEquals(
          "bytes " + part[0] + "-" + part[1] + "/" + whole.length,
          answer.headers().firstValue("Content-Range").orElse(""));
    }
    var last = reader.bytes(path, "Range", "bytes=-1000");
    assertArrayEquals(Arrays.copyOfRange(whole, whole.length - 1000, whole.length), last.body());
    for (String unknown : new String[] {"bytes=5-1", "bytes=-", "lines=1-2", "bytes=0-1,5-6"}) {
      assertEquals(200, reader.bytes(path, "Range", unknown).statusCode(), unknown);
    }
    for (String outside : new String[] {"bytes=" + whole.length + "-", "bytes=-0"}) {
      assertEquals(416, reader.bytes(path, "Range", outside).statusCode(), outside);
    }
    String tag = last.headers().firstValue("ETag").orElseThrow();
    assertEquals(206, reader.bytes(path, "Range", "bytes=0-9", "If-Range", tag).statusCode());
    assertEquals(200, reader.bytes(path, "Range", "bytes=0-9", "If-Range", "\"x\"").statusCode());
    assertEquals(304, reader.bytes(path, "If-None-Match", tag).statusCode());
  }

  @Test
  void titlesAndNamesOfFilesAreNotObeyed() throws Exception {
    DeskClient editor = editor();
    Map<String, String> typed = question("見本" + word());
    String name = begin(editor, typed);
    String id = idOf(lay(editor, name, 1, "", EVIL, pdf(EVIL, "")));
    publish(editor, name, 2, typed);

    for (String page :
        List.of(
            page("/support/answer?name=" + name),
            editor.get(at("text-files", name)).body(),
            editor.get(at("text-files", name) + "&remove=" + id).body(),
            editor.get(at("text", name)).body(),
            editor.get("/desk/text-version?kind=FAQ&name=" + name + "&number=2").body())) {
      assertFalse(page.contains("<script>alert"), page);
      assertFalse(page.contains("<img src=x"), page);
    }
    String disposition = read(id).headers().firstValue("Content-Disposition").orElse("");
    assertFalse(disposition.contains("<") || disposition.contains(".html"), disposition);
    typed.put("reason", "テストが終わったため");
    assertEquals(303, press(editor, name, "archive", 2, typed).statusCode());
  }

  private static byte[] content(String what) throws IOException {
    return switch (what) {
      case "script" -> pdf("words", "app.alert(1)");
      case "html" -> "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
      case "half" -> java.util.Arrays.copyOf(png(), 12);
      case "large" -> new byte[5120 * 1024 + 1];
      default -> png();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "script, 題, SU-152",
    "html, 題, SU-151",
    "half, 題, SU-151",
    "large, 題, SU-153",
    "png, '', SU-154"
  })
  void whatIsNoPdfOrPictureOrRunsIsRefused(String what, String title, String code)
      throws IOException {
    DeskClient editor = editor();
    String name = begin(editor, question("見本" + word()));

    String page = lay(editor, name, 1, "", title, content(what));

    assertTrue(page.contains("コード " + code), page);
    assertTrue(page.contains("id=\"no-files\""), page);
  }

  @Test
  void aBrokenPdfIsToldAndBreaksNothing() throws Exception {
    DeskClient editor = editor();
    Map<String, String> typed = question("見本" + word());
    String name = begin(editor, typed);

    String laid =
        lay(editor, name, 1, "", "こわれた資料", "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8));
    String id = idOf(laid);
    publish(editor, name, 2, typed);
    awaitRead(id);

    String page = editor.get(at("text-files", name)).body();
    assertTrue(page.contains("文字を読み取れませんでした"), page);
    assertEquals(200, read(id).statusCode());
  }

  private void awaitRead(String id) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (house.count(UNREAD, id) > 0) {
      assertTrue(Instant.now().isBefore(end), "still unread");
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  /** As a node leaves a PDF that it took and did not end. */
  private void taken(String id, int tries, Instant until) {
    house.update(
        "UPDATE support_text_file SET words = '', read_after = ?, tries = ? WHERE id = ?",
        LocalDateTime.ofInstant(until, ZoneOffset.UTC),
        tries,
        id);
  }

  @Test
  void whatADyingNodeDidNotReadIsReadAfterItsTime() throws Exception {
    DeskClient editor = editor();
    String word = word();
    Map<String, String> typed = question("見本" + word);
    String name = begin(editor, typed);
    String id = idOf(lay(editor, name, 1, "", "見本の手引き", pdf("Manual " + word, "")));
    awaitRead(id);
    taken(id, 1, Instant.now().plus(Duration.ofDays(1)));
    publish(editor, name, 2, typed);

    String waiting = editor.get(at("text-files", name)).body();
    taken(id, 1, Instant.now().minusSeconds(1));
    String found = found(word);

    assertTrue(waiting.contains("いま文字を読み取っています"), waiting);
    assertTrue(found.contains("/support/file/" + id), found);
    assertFalse(editor.get(at("text-files", name)).body().contains("いま文字を読み取っています"));
    typed.put("reason", "テストが終わったため");
    assertEquals(303, press(editor, name, "archive", 2, typed).statusCode());
  }

  @Test
  void whatNoNodeEndsIsGivenUpAndTold() throws Exception {
    DeskClient editor = editor();
    String name = begin(editor, question("見本" + word()));
    String id = idOf(lay(editor, name, 1, "", "見本の手引き", pdf("Manual", "")));
    awaitRead(id);

    taken(id, 3, Instant.now().minusSeconds(1));
    awaitRead(id);

    assertTrue(editor.get(at("text-files", name)).body().contains("文字を読み取れませんでした"));
  }

  @Test
  void editorsAloneLayFiles() throws IOException {
    String name = begin(editor(), question("見本" + word()));
    DeskClient other = DeskClient.of(house.node(), "OPERATOR,AUDITOR", "");

    var refused =
        other
            .pages()
            .multipart(
                "/desk/text-file/?kind=FAQ&name=" + name + "&seen=1",
                new Multipart().field("title", "題").file("file", "a.png", png()));

    assertEquals("AP-255", PageClient.problem(refused));
    assertEquals(0, house.count("SELECT COUNT(*) FROM support_text_file WHERE name = ?", name));
  }
}
