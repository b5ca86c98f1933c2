package jp.careplan.support.internal.file;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.support.internal.inquiry.OneFile;

/** A multipart form of one file and some fields, in memory. */
public final class FileForm {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,]{1,70})\"?");

  private final byte[] file;

  /** The whole body, a letter a byte. */
  private final String letters;

  private final String boundary;

  private FileForm(byte[] file, String letters, String boundary) {
    this.file = file;
    this.letters = letters;
    this.boundary = boundary;
  }

  /**
   * Reads it.
   *
   * @return nothing where it is no such form, or larger than {@code most}
   */
  public static Optional<FileForm> read(HttpServletRequest request, int most) throws IOException {
    Matcher boundary = BOUNDARY.matcher(Optional.ofNullable(request.getContentType()).orElse(""));
    if (!boundary.find() || request.getContentLengthLong() > most) {
      return Optional.empty();
    }
    byte[] body = request.getInputStream().readNBytes(most + 1);
    String line = "\r\n--" + boundary.group(1);
    return body.length > most
        ? Optional.empty()
        : Optional.of(
            new FileForm(
                OneFile.file(body, line),
                "\r\n" + new String(body, StandardCharsets.ISO_8859_1),
                line));
  }

  /** Its bytes; empty where there is none. */
  public byte[] file() {
    return file.clone();
  }

  /** A field that was typed; empty text where there is none. */
  public String field(String name) {
    int part = letters.indexOf(boundary);
    while (part >= 0) {
      int head = letters.indexOf("\r\n\r\n", part);
      int next = letters.indexOf(boundary, part + boundary.length());
      if (head < 0 || next < 0 || head > next) {
        return "";
      }
      String heads = letters.substring(part, head);
      if (heads.contains("name=\"" + name + "\"") && !heads.contains("filename=")) {
        byte[] typed =
            letters
                .substring(head + 4, Math.max(head + 4, next))
                .getBytes(StandardCharsets.ISO_8859_1);
        return new String(typed, StandardCharsets.UTF_8);
      }
      part = next;
    }
    return "";
  }
}
