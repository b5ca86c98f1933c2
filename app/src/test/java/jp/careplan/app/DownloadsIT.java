package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jp.careplan.app.house.Contract;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.LaidPackages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 製品ダウンロード: what the operator lays into the folder is what people and launchers get. */
@ExtendWith(HouseKeeper.class)
class DownloadsIT {
  private final House house;
  private final LaidPackages laid;
  private final HttpClient http = HttpClient.newHttpClient();

  DownloadsIT(House house) {
    this.house = house;
    this.laid = new LaidPackages(house);
  }

  @AfterEach
  void takeAway() throws IOException {
    laid.takeAway();
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(house.node().publicAddress(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private String page() throws IOException, InterruptedException {
    return new String(get("/support/downloads").body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private JsonObject list() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(house.node().publicAddress("/public/v1/launcher-packages")).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    Contract.check(request, answer);
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  @Test
  void withoutPackagesThePageSaysWhatToDo() throws Exception {
    assertTrue(page().contains("配っているものはありません"));
    assertEquals(0, list().getJsonArray("packages").size());
  }

  @Test
  void theLauncherOfThisBuildIsOfferedSignedAndArrivesAsItIs() throws Exception {
    Path made = laid.launcher();
    String name = made.getFileName().toString();

    HttpResponse<byte[]> fetched = get("/support/downloads/" + name);
    get("/support/downloads/" + name); // the same again, the same day

    assertEquals(200, fetched.statusCode());
    assertEquals(-1, Files.mismatch(made, laid.copy(fetched.body())));
    JsonObject told = list().getJsonArray("packages").getJsonObject(0);
    assertEquals(name, told.getString("file"));
    assertEquals(Files.size(made), told.getJsonNumber("bytes").longValue());
    assertTrue(told.getBoolean("signed"));
    assertEquals(200, get("/support/downloads/" + name + ".sig").statusCode());
    assertEquals(200, get("/support/downloads/signer.pem").statusCode());
    assertTrue(page().contains(told.getString("sha256")));
    assertTrue(page().contains("CN=Launcher packages"));
    assertEquals(
        1, house.count("SELECT counted FROM support_download WHERE package_file = '" + name + "'"));
  }

  @Test
  void aDownloadThatBrokeOffGoesOnWhereItStopped() throws Exception {
    Path made = laid.launcher();
    String path = "/support/downloads/" + made.getFileName();
    byte[] whole = Files.readAllBytes(made);
    HttpResponse<byte[]> first = get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<byte[]> rest = get(path, "Range", "bytes=100000-", "If-Range", tag);
    HttpResponse<byte[]> other = get(path, "Range", "bytes=100000-", "If-Range", "\"other\"");
    HttpResponse<byte[]> outside = get(path, "Range", "bytes=" + whole.length + "-");

    assertEquals("bytes", first.headers().firstValue("Accept-Ranges").orElse(""));
    assertEquals(206, rest.statusCode());
    assertArrayEquals(Arrays.copyOfRange(whole, 100000, whole.length), rest.body());
    assertEquals(200, other.statusCode());
    assertArrayEquals(whole, other.body());
    assertEquals(416, outside.statusCode());
    assertEquals(
        "bytes */" + whole.length, outside.headers().firstValue("Content-Range").orElse(""));
    assertEquals(
        1,
        house.count(
            "SELECT counted FROM support_download WHERE package_file = '"
                + made.getFileName()
                + "'"));
  }

  @Test
  void whatWasChangedAfterItWasSignedIsNotOffered() throws Exception {
    Path made = laid.launcher();

    Files.writeString(made, "something else");

    assertEquals(404, get("/support/downloads/" + made.getFileName()).statusCode());
    assertEquals(0, list().getJsonArray("packages").size());
  }

  @Test
  void aKeyWhoseCertificateIsOverSignsNothing() throws Exception {
    Path made = laid.launcher();
    Path signature = made.resolveSibling(made.getFileName() + ".sig");
    byte[] before = Files.readAllBytes(signature);
    Path key = laid.expiredKey();

    var refused = assertThrows(IllegalStateException.class, () -> laid.sign(key));

    String told = String.valueOf(refused.getMessage());
    assertTrue(told.contains("expired on"), told);
    assertArrayEquals(before, Files.readAllBytes(signature));
    assertEquals(200, get("/support/downloads/" + made.getFileName()).statusCode());
  }

  @Test
  void nothingElseOfTheFolderLeavesIt() throws Exception {
    Path made = laid.launcher();
    Files.writeString(house.downloads().resolve("notes-of-ours.txt"), "internal");

    for (String name :
        new String[] {
          "notes-of-ours.txt",
          made.getFileName() + ".properties",
          "..%2f..%2fetc%2fpasswd",
          "%2e%2e/careplan.properties",
          ""
        }) {
      int status = get("/support/downloads/" + name).statusCode();
      assertFalse(status == 200, name + ": " + status);
    }
  }

  @Test
  void olderVersionsStandBelowAndUnsignedOnesSaySo() throws Exception {
    laid.plain("careplan-9.1.msi", "9.1", "WINDOWS");
    laid.plain("careplan-9.0.msi", "9.0", "WINDOWS");

    String page = page();

    assertTrue(page.contains("最新の版 9.1"), page);
    assertTrue(page.indexOf("これまでの版") < page.indexOf("careplan-9.0.msi"), page);
    assertTrue(page.contains("付いていません"), page);
    assertFalse(page.contains("signer.pem"), page);
  }
}
