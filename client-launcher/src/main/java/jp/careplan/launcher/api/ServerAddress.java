package jp.careplan.launcher.api;

import java.net.URI;
import java.util.regex.Pattern;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/** Host and port of a listener of the exchange. */
public record ServerAddress(String host, int port) {
  private static final int USUAL_PORT = 9443;
  private static final Pattern SHAPE =
      Pattern.compile("(?:https://)?([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\])(?::([0-9]{1,5}))?/?");

  private static final int USUAL_PUBLIC_PORT = 8443;

  /** The connector listener. */
  public static ServerAddress parse(String text) {
    return parse(text, USUAL_PORT);
  }

  /** The public listener, 8443 where no port is named. */
  public static ServerAddress parsePublic(String text) {
    return parse(text, USUAL_PUBLIC_PORT);
  }

  private static ServerAddress parse(String text, int usualPort) {
    var matcher = SHAPE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new Trouble(LauncherProblem.BAD_USAGE, "接続先は「名前:ポート」の形で書きます: " + text);
    }
    String port = matcher.group(2);
    return new ServerAddress(
        String.valueOf(matcher.group(1)), port == null ? usualPort : Integer.parseInt(port));
  }

  public URI api() {
    return URI.create("https://" + this + "/api/v1/");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
