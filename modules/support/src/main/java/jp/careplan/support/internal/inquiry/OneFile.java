package jp.careplan.support.internal.inquiry;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one file of a multipart form (RFC 7578), in memory. Its name is not even looked at: it may
 * name a person, and what it is, its bytes tell.
 */
public final class OneFile {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,]{1,70})\"?");
  private static final byte[] NOTHING = {};

  private OneFile() {}

  /** Its bytes; none where there is no file, or where it is larger than {@code most}. */
  public static byte[] read(HttpServletRequest request, int most) throws IOException {
    Matcher boundary = BOUNDARY.matcher(Optional.ofNullable(request.getContentType()).orElse(""));
    if (!boundary.find() || request.getContentLengthLong() > most) {
      return NOTHING;
    }
    byte[] body = request.getInputStream().readNBytes(most + 1);
    return body.length > most ? NOTHING : file(body, "\r\n--" + boundary.group(1));
  }

  /** From the blank line of the part with a file name to the boundary after it. */
  public static byte[] file(byte[] body, String boundary) {
    String letters = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    int part = letters.indexOf(boundary);
    while (part >= 0) {
      int head = letters.indexOf("\r\n\r\n", part);
      int next = letters.indexOf(boundary, part + boundary.length());
      if (head < 0 || next < 0 || head > next) {
        return NOTHING;
      }
      if (letters.substring(part, head).contains("filename=")) {
        return Arrays.copyOfRange(body, head + 2, Math.max(head + 2, next - 2));
      }
      part = next;
    }
    return NOTHING;
  }
}
