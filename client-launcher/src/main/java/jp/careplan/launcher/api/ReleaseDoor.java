package jp.careplan.launcher.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.Trouble;

/**
 * The public listener's list of packages (製品ダウンロード). Whoever cannot reach it goes on with what
 * there is: an update is never worth a refusal.
 */
public final class ReleaseDoor {
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,5}){0,3}");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ServerAddress server;
  private final PlainDoor door;

  /**
   * @param authorities the server is believed by these where no file is pinned, beside the
   *     machine's
   */
  public ReleaseDoor(ServerAddress server, Path pinned, List<X509Certificate> authorities) {
    this.server = server;
    this.door = new PlainDoor(server, pinned, authorities, PATIENCE);
  }

  /**
   * What is handed out now.
   *
   * @param page where a person fetches it
   */
  public record Newest(String version, String page) {}

  /**
   * Empty where nothing is handed out, or nothing can be learnt.
   *
   * @param platform {@code WINDOWS}, {@code MACOS} or {@code LINUX}; packages for all count too
   */
  public Optional<Newest> newest(String platform) {
    try {
      HttpResponse<byte[]> answer =
          door.call(
              HttpRequest.newBuilder(
                  URI.create("https://" + server + "/public/v1/launcher-packages")));
      return answer.statusCode() == 200
          ? newest(Json.tree(answer.body()), platform)
          : Optional.empty();
    } catch (Trouble | IOException e) {
      return Optional.empty();
    }
  }

  /** The list begins with the newest. */
  private static Optional<Newest> newest(JsonNode told, String platform) {
    for (JsonNode one : told.path("packages")) {
      String version = one.path("version").asText();
      if (VERSION.matcher(version).matches()
          && List.of("ANY", platform).contains(one.path("platform").asText())) {
        return Optional.of(new Newest(version, told.path("page").asText()));
      }
    }
    return Optional.empty();
  }
}
