package jp.careplan.launcher;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A part of a multipart body, read by the letter of RFC 7578. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these
record Part(String name, String fileName, byte[] content) {
  private static final Pattern NAME = Pattern.compile("; name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("; filename=\"([^\"]*)\"");

  String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  static List<Part> of(FakeExchange.Request request) {
    String boundary = "--" + request.header("Content-type").replaceFirst(".*boundary=", "");
    var parts = new ArrayList<Part>();
    String[] pieces = request.text().split(Pattern.quote(boundary), -1);
    for (int i = 1; i < pieces.length - 1; i++) {
      parts.add(part(pieces[i]));
    }
    return parts;
  }

  private static Part part(String piece) {
    int head = piece.indexOf("\r\n\r\n");
    String content = piece.substring(head + 4, piece.length() - 2);
    return new Part(
        found(NAME, piece.substring(0, head)),
        found(FILE_NAME, piece.substring(0, head)),
        content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String found(Pattern pattern, String head) {
    var matcher = pattern.matcher(head);
    return matcher.find() ? matcher.group(1) : "";
  }
}
