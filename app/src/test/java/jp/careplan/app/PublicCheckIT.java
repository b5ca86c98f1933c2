package jp.careplan.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.careplan.app.house.Contract;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.Refusal;
import jp.careplan.exchange.OfferedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What makers of care software check without an account. */
@ExtendWith(HouseKeeper.class)
class PublicCheckIT {
  private static final String API = "/public/v1/check";
  private static final String PAGE = "/vendor/check/report";
  private static final int MEGABYTE = 1024 * 1024;

  private final House house;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  PublicCheckIT(House house) {
    this.house = house;
  }

  private HttpResponse<String> post(String path, String accept, Multipart body) {
    var request =
        HttpRequest.newBuilder(house.node().publicAddress(path))
            .header("Content-Type", body.contentType())
            .header("Accept", accept)
            .POST(BodyPublishers.ofByteArray(body.bytes()))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(UTF_8));
      Contract.check(request, answer);
      return answer;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Multipart of(List<OfferedFile> files) {
    var body = new Multipart();
    files.forEach(file -> body.file("file", file.name(), file.content()));
    return body;
  }

  private static JsonArray report(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readArray();
    }
  }

  private static byte[] zip(String folder, List<OfferedFile> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, UTF_8)) {
      for (OfferedFile file : files) {
        zip.putNextEntry(new ZipEntry(folder + file.name()));
        zip.write(file.content());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void anyoneGetsTheFindingsAndNothingIsKept() throws IOException {
    var unit = house.unit().files("0930", "2460");
    long before = house.count("SELECT COUNT(*) FROM exchange_transmission");
    long audited = house.count("SELECT COUNT(*) FROM kernel_audit_entry");

    var units = report(post(API, "application/json", of(unit)));

    assertEquals("refused", units.getJsonObject(0).getString("verdict"));
    assertEquals("U2", units.getJsonObject(0).getString("unit"));
    assertFalse(units.toString().contains("2460"), "a value of the file stands in the report");
    assertEquals(before, house.count("SELECT COUNT(*) FROM exchange_transmission"));
    assertEquals(audited, house.count("SELECT COUNT(*) FROM kernel_audit_entry"));
    String log = Files.readString(house.node().log());
    assertTrue(log.contains("checked publicly report="));
    assertFalse(log.contains(unit.getFirst().name()), "a file's name stands in the log");
  }

  @Test
  void anArchiveIsCheckedFolderByFolder() throws IOException {
    var good = house.unit().files();
    var bad = house.unit().files("0930", "2460");
    var body =
        new Multipart()
            .file("file", "良い.zip", zip("四月/", good))
            .file("file", "直す.zip", zip("", bad));

    var units = report(post(API, "application/json", body));

    assertEquals(2, units.size());
    assertEquals("直す.zip", units.getJsonObject(0).getString("folder"));
    assertEquals("refused", units.getJsonObject(0).getString("verdict"));
    assertEquals("良い.zip/四月", units.getJsonObject(1).getString("folder"));
    assertEquals("accepted", units.getJsonObject(1).getString("verdict"));
  }

  @Test
  void anArchiveThatGrowsBeyondTheLimitsIsRefused() throws IOException {
    var large = List.of(new OfferedFile("a.csv", new byte[11 * MEGABYTE]));
    var many =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(i -> new OfferedFile(i + ".csv", new byte[9 * MEGABYTE]))
            .toList();
    var countless =
        java.util.stream.IntStream.range(0, 501)
            .mapToObj(i -> new OfferedFile(i + ".csv", new byte[1]))
            .toList();

    Refusal.assertRefused(413, "EX-301", post(API, "*/*", archive(large)));
    Refusal.assertRefused(413, "EX-302", post(API, "*/*", archive(many)));
    Refusal.assertRefused(413, "EX-303", post(API, "*/*", archive(countless)));
  }

  private static Multipart archive(List<OfferedFile> files) throws IOException {
    return new Multipart().file("file", "a.zip", zip("", files));
  }

  @Test
  void whatIsNoArchiveAndWhatIsNothingIsRefused() {
    byte[] broken = {'P', 'K', 3, 4, 9, 9, 9};

    Refusal.assertRefused(
        422, "EX-407", post(API, "*/*", new Multipart().file("file", "a.zip", broken)));
    Refusal.assertRefused(422, "EX-203", post(API, "*/*", new Multipart()));
    Refusal.assertRefused(
        422, "EX-203", post(API, "*/*", new Multipart().file("file", "Thumbs.db", new byte[1])));
  }

  @Test
  void theReportComesAsPdfWhereThatIsWanted() {
    var unit = of(house.unit().files("0930", "2460"));

    var answer = post(API, "application/pdf", unit);

    assertEquals(200, answer.statusCode());
    assertEquals("application/pdf", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(answer.body().startsWith("%PDF"));
  }

  @Test
  void thePageAnswersAFormThatNoScriptHasTouched() {
    var unit = house.unit().files("0930", "2460");

    var page = post(PAGE, "text/html", of(unit));
    var json = post(PAGE, "text/html", of(unit).field("as", "json"));
    var pdf = post(PAGE, "text/html", of(unit).field("as", "pdf"));

    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("このままでは送れないものがあります"), page.body());
    assertTrue(page.body().contains("5行目"), page.body());
    assertFalse(page.body().contains("架空　太郎"), "a person's name stands on the page");
    assertFalse(page.body().contains("2460"), "a value of the file stands on the page");
    assertEquals(report(post(API, "application/json", of(unit))), report(json));
    assertTrue(pdf.body().startsWith("%PDF"));
  }

  @Test
  void aRefusalIsAPageInPlainWords() {
    var page = post(PAGE, "text/html", new Multipart());

    assertEquals(422, page.statusCode());
    assertTrue(page.body().contains("EX-203"), page.body());
  }
}
