package jp.careplan.exchange.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import jp.careplan.kernel.AuditReading.Line;
import jp.careplan.kernel.AuditReading.Mark;
import jp.careplan.kernel.DomainException;

/** A place in the trail as one opaque word. */
final class TrailCursor {
  private TrailCursor() {}

  static String of(Line last) {
    String place = last.at() + " " + last.id();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
  }

  static Mark read(String cursor) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", 2);
      if (parts.length == 2) {
        return new Mark(Instant.parse(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // told below
    }
    throw new DomainException(BAD_REQUEST, "cursor");
  }
}
