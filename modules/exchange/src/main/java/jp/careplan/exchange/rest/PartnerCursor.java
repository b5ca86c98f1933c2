package jp.careplan.exchange.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.exchange.Partners.Partner;
import jp.careplan.kernel.DomainException;

/**
 * A place in the list of partners as one opaque word: what the list is ordered by, so that the next
 * page goes on there, wherever the partner itself stands by then.
 */
record PartnerCursor(boolean favourite, Instant last, String number)
    implements Comparable<PartnerCursor> {
  private static final Comparator<PartnerCursor> ORDER =
      Comparator.comparing((PartnerCursor it) -> !it.favourite())
          .thenComparing(PartnerCursor::last, Comparator.reverseOrder())
          .thenComparing(PartnerCursor::number);

  private static final int PARTS = 3;

  static PartnerCursor of(Partner it) {
    Instant last =
        Stream.of(it.lastSent(), it.lastArrived())
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    return new PartnerCursor(it.keeping().favourite(), last, it.number().value());
  }

  static PartnerCursor read(String cursor) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", PARTS);
      if (parts.length == PARTS) {
        return new PartnerCursor(parts[0].equals("1"), Instant.parse(parts[1]), parts[2]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // told below
    }
    throw new DomainException(BAD_REQUEST, "cursor");
  }

  @Override
  public int compareTo(PartnerCursor other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String place = (favourite ? "1" : "0") + " " + last + " " + number;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
  }
}
