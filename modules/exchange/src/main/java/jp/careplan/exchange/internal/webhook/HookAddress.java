package jp.careplan.exchange.internal.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * Where a program of an office wants to be called.
 *
 * @param host as the certificate and the header name it
 * @param target path and query
 */
public record HookAddress(URI uri, boolean tls, String host, int port, String target) {
  private static final int LONGEST = 500;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int LAST_PORT = 65_535;

  /** Why it is not called, in words. */
  public static final class NotCalled extends Exception {
    private static final long serialVersionUID = 1L;

    NotCalled(String why) {
      super(why);
    }
  }

  /** Names into addresses; a test has its own. */
  @FunctionalInterface
  public interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  public static HookAddress parse(String text) throws NotCalled {
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme();
    boolean tls = scheme.equalsIgnoreCase("https");
    if (!tls && !scheme.equalsIgnoreCase("http")) {
      throw new NotCalled("https:// で始まるアドレスを入れてください。");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new NotCalled("https://名前/道筋 の形で入れてください。");
    }
    int port = uri.getPort() < 0 ? (tls ? HTTPS : HTTP) : uri.getPort();
    if (port < 1 || port > LAST_PORT) {
      throw new NotCalled("ポートの番号を確かめてください。");
    }
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new HookAddress(uri, tls, uri.getHost(), port, path + query);
  }

  private static URI uri(String text) throws NotCalled {
    if (text.length() > LONGEST || !text.chars().allMatch(it -> it > ' ' && it < 127)) {
      throw new NotCalled("半角の英数字と記号だけで、500文字以下で入れてください。");
    }
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new NotCalled("アドレスの形を確かめてください。");
    }
  }

  /**
   * The address to connect to. Every address of the name must be one that may be called, and the
   * one that was looked at is the one that is connected to: a name that changes its mind in between
   * gains nothing.
   */
  public InetAddress checked(Reach reach, Resolver resolver) throws NotCalled {
    InetAddress[] found;
    try {
      found = resolver.resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    } catch (UnknownHostException e) {
      throw new NotCalled("この名前のサーバーが見つかりません。");
    }
    for (InetAddress each : found) {
      if (!reach.mayCall(each)) {
        throw new NotCalled("インターネットから見えないアドレスには、お知らせできません。");
      }
      if (!tls && !reach.isNamed(each)) {
        throw new NotCalled("https:// で始まるアドレスを入れてください。");
      }
    }
    if (found.length == 0) {
      throw new NotCalled("この名前のサーバーが見つかりません。");
    }
    return found[0];
  }

  /** As the header Host has it. */
  String authority() {
    return port == (tls ? HTTPS : HTTP) ? host : host + ":" + port;
  }
}
