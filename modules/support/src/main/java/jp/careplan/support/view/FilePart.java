package jp.careplan.support.view;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a file goes out: all of it, or the one range that was asked for (RFC 9110, 14), as
 * players of videos and resumed downloads do. Who asks for several at once gets all of it, as
 * whoever asks in no known way.
 */
record FilePart(long from, long length) {
  private static final Pattern RANGE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");
  private static final FilePart NOTHING = new FilePart(0, 0);

  /**
   * Tells the caller in the head of the answer what comes.
   *
   * @param tag of these very bytes, in quotes; empty where they have none
   * @param whole bytes of the file
   */
  static FilePart tell(
      HttpServletRequest request, HttpServletResponse response, String tag, long whole) {
    response.setHeader("Accept-Ranges", "bytes");
    Optional<FilePart> asked = asked(request, tag, whole);
    FilePart part = asked.orElseGet(() -> new FilePart(0, whole));
    if (asked.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_OK);
    } else if (part.length == 0) {
      response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      response.setHeader("Content-Range", "bytes */" + whole);
    } else {
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
      response.setHeader(
          "Content-Range",
          "bytes " + part.from + "-" + (part.from + part.length - 1) + "/" + whole);
    }
    response.setContentLengthLong(part.length);
    return request.getMethod().equals("HEAD") ? NOTHING : part;
  }

  /**
   * The range that was asked for, without length where it lies outside; empty: all is to go out.
   */
  private static Optional<FilePart> asked(HttpServletRequest request, String tag, long whole) {
    String had = request.getHeader("If-Range");
    String range = request.getHeader("Range");
    if (range == null || !request.getMethod().equals("GET")) {
      return Optional.empty();
    }
    if (had != null && (tag.isEmpty() || !had.equals(tag))) {
      return Optional.empty(); // the first half of another file lies at the caller's
    }
    Matcher ends = RANGE.matcher(range);
    if (!ends.matches() || (ends.group(1) + ends.group(2)).isEmpty()) {
      return Optional.empty();
    }
    return of(ends.group(1), ends.group(2), whole);
  }

  private static Optional<FilePart> of(String first, String last, long whole) {
    if (first.isEmpty()) {
      long length = Math.min(Long.parseLong(last), whole);
      return Optional.of(new FilePart(whole - length, length));
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? whole - 1 : Math.min(Long.parseLong(last), whole - 1);
    if (!last.isEmpty() && Long.parseLong(last) < from) {
      return Optional.empty();
    }
    return Optional.of(from >= whole ? NOTHING : new FilePart(from, to - from + 1));
  }

  /** Whether a download begins here, and is not gone on with. */
  boolean isBeginning() {
    return from == 0 && length > 0;
  }
}
