package jp.careplan.launcher.api;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/** 連携基盤, as an office signed in with certificate, user ID and password sees it. */
public final class Exchange implements AutoCloseable {
  /** What a person is told while the launcher waits for another try. */
  public interface Waiting extends Connection.Waiting {}

  /** Where to, with what, and how long to go on trying. */
  public record Access(
      ServerAddress server, OfficeIdentity identity, Path pinnedAuthority, Patience patience) {}

  private final URI api;
  private final Connection connection;
  private final String userId;
  private final Secret password;
  private @Nullable Session session;

  /** Takes the password over and wipes it at the end; signs in when first needed. */
  public Exchange(Access access, String userId, Secret password, Waiting waiting) {
    this.api = access.server().api();
    this.connection = new Connection(access, waiting);
    this.userId = userId;
    this.password = password;
  }

  /** The running session; signs in where there is none. */
  public synchronized Session session() {
    Session running = session;
    if (running == null) {
      running = signIn();
      session = running;
    }
    return running;
  }

  /** Ends the session, and with it the browser's that was opened from it. */
  public synchronized void signOut() {
    if (session != null) {
      connection.farewell(withToken(at("sessions/current").DELETE()));
      session = null;
    }
  }

  /** Server's clock minus this PC's; zero as long as nothing is known of it. */
  public Duration clockSkew() {
    return connection.skew().orElse(Duration.ZERO);
  }

  public HandOff handOff() {
    return post("handoff", BodyPublishers.noBody(), HandOff.class);
  }

  public Overview overview() {
    return get("overview", Overview.class);
  }

  public List<CheckedUnit> check(List<Path> files) {
    var body = new MultipartBody();
    files.forEach(file -> body.file("file", file));
    var request = at("checks").header("Content-Type", body.contentType()).POST(body.publisher());
    return read(authorized(request), CheckedUnit.Answer.class).units();
  }

  /** Repeating a send with the same ID and content answers the same receipt. */
  public SentReceipt send(Offer offer) {
    var body = offer.body();
    var request =
        at("transmissions/" + offer.id())
            .header("Content-Type", body.contentType())
            .PUT(body.publisher());
    return read(authorized(request), SentReceipt.class);
  }

  /** Unread, oldest first, beyond an inbox number. */
  public Page unread(String after) {
    return get("inbox?state=SENT&limit=50&after=" + encoded(after), Page.class);
  }

  /** Newest first. */
  public Page inbox(Optional<String> cursor) {
    return get("inbox?limit=50" + cursor(cursor), Page.class);
  }

  /** Newest first. */
  public Page sent(Optional<String> cursor) {
    return get("sent?limit=50" + cursor(cursor), Page.class);
  }

  public Summary transmission(String id) {
    return get("transmissions/" + encoded(id), Summary.class);
  }

  public Summary receive(String id) {
    return post(
        "transmissions/" + encoded(id) + "/receiving", BodyPublishers.noBody(), Summary.class);
  }

  public void download(String id, String name, Path target) {
    connection.download(
        withToken(at("transmissions/" + encoded(id) + "/files/" + encoded(name)).GET()), target);
  }

  /** CMS SignedData, DER. */
  public byte[] receipt(String id) {
    return authorized(at("transmissions/" + encoded(id) + "/receipt").GET()).body();
  }

  public Summary withdraw(String id, String reason) {
    return post(
        "transmissions/" + encoded(id) + "/withdrawal",
        BodyPublishers.ofByteArray(Json.compact(Map.of("reason", reason))),
        Summary.class);
  }

  /** Tells what a self-diagnosis of this PC found: each check with whether it passed. */
  public void tellDiagnosis(Map<String, Boolean> checks) {
    authorized(
        at("diagnoses")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.compact(checks))));
  }

  private Session signIn() {
    byte[] body = Json.compact(Map.of("userId", userId, "password", password.view().toString()));
    var request =
        at("sessions")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return read(connection.callOnceAdmitted(request), Session.class);
  }

  private <T> T get(String path, Class<T> type) {
    return read(authorized(at(path).GET()), type);
  }

  private <T> T post(String path, BodyPublisher body, Class<T> type) {
    var request = at(path).header("Content-Type", "application/json").POST(body);
    return read(authorized(request), type);
  }

  /** A session that ran out in the middle is opened again, once. */
  private HttpResponse<byte[]> authorized(HttpRequest.Builder request) {
    HttpRequest signed = withToken(request);
    try {
      return connection.call(signed);
    } catch (Trouble trouble) {
      if (trouble.problem().status() != 401) {
        throw trouble;
      }
      forgetSession();
      return connection.call(withToken(request));
    }
  }

  private synchronized void forgetSession() {
    session = null;
  }

  private HttpRequest withToken(HttpRequest.Builder request) {
    return request.setHeader("Authorization", "Bearer " + session().token()).build();
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(api.resolve(path))
        .header("Accept", "application/json, application/problem+json, */*;q=0.5");
  }

  private static <T> T read(HttpResponse<byte[]> answer, Class<T> type) {
    try {
      return Json.read(answer.body(), type);
    } catch (IOException e) {
      throw new Trouble(
          LauncherProblem.NOT_THE_EXCHANGE, "HTTP " + answer.statusCode() + "、読めない内容", e);
    }
  }

  private static String cursor(Optional<String> cursor) {
    return cursor.map(it -> "&cursor=" + encoded(it)).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    connection.close();
    password.close();
  }
}
