package jp.careplan.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import jp.careplan.kernel.Sha256;

/** A page as it was drawn, plain and packed, under the hash of its bytes. */
final class KeptPage {
  private static final int TAG_LETTERS = 32;

  private final String type;
  private final String policy;
  private final byte[] plain;
  private final byte[] packed;
  private final String tag;

  /**
   * @param policy what the page may load; empty where none is told
   */
  KeptPage(String type, String policy, byte[] plain) {
    this.type = type;
    this.policy = policy;
    this.plain = plain;
    this.packed = packed(plain);
    this.tag = Sha256.hex(plain).substring(0, TAG_LETTERS);
  }

  private static byte[] packed(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // into memory
    }
    return out.toByteArray();
  }

  long size() {
    return (long) plain.length + packed.length;
  }

  /** Who has these bytes already is told only that they still hold. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean small = packed.length < plain.length && takesGzip(request);
    response.setHeader("Cache-Control", "no-cache"); // to be kept, and asked about each time
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("ETag", small ? "\"" + tag + "-gzip\"" : "\"" + tag + "\"");
    if (!policy.isEmpty()) {
      response.setHeader("Content-Security-Policy", policy);
    }
    if (isAtHand(request.getHeaders("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = small ? packed : plain;
    response.setContentType(type);
    response.setContentLength(body.length);
    if (small) {
      response.setHeader("Content-Encoding", "gzip");
    }
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  private boolean isAtHand(Enumeration<String> tags) {
    return parts(tags)
        .map(it -> it.startsWith("W/") ? it.substring(2) : it)
        .anyMatch(it -> it.equals("\"" + tag + "\"") || it.equals("\"" + tag + "-gzip\""));
  }

  private static boolean takesGzip(HttpServletRequest request) {
    return parts(request.getHeaders("Accept-Encoding"))
        .map(it -> it.toLowerCase(Locale.ROOT).replace(" ", ""))
        .anyMatch(it ->
            it.equals("gzip") || (it.startsWith("gzip;q=") && !it.matches("gzip;q=0(\\.0*)?")));
  }

  private static Stream<String> parts(Enumeration<String> headers) {
    return Collections.list(headers).stream()
        .flatMap(it -> Stream.of(it.split(",", -1)))
        .map(String::strip);
  }
}
