package jp.careplan.launcher.api;

import java.net.URI;
import java.util.regex.Pattern;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/** Host and port of the connector listener; 9443 where none is named. */
public record ServerAddress(String host, int port) {
  private static final int USUAL_PORT = 9443;
  private static final Pattern SHAPE =
      Pattern.compile("(?:https://)?([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\])(?::([0-9]{1,5}))?/?");

  public static ServerAddress parse(String text) {
    var matcher = SHAPE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new Trouble(LauncherProblem.BAD_USAGE, "接続先は「名前:ポート」の形で書きます: " + text);
    }
    String port = matcher.group(2);
    return new ServerAddress(
        String.valueOf(matcher.group(1)), port == null ? USUAL_PORT : Integer.parseInt(port));
  }

  public URI api() {
    return URI.create("https://" + this + "/api/v1/");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
