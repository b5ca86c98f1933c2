package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.BAD_TRANSMISSION_ID;

import java.util.regex.Pattern;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.TimeOrderedId;

/** Names one transmission; a UUIDv7 in lower case, made by the sender before the first byte. */
public record TransmissionId(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  public TransmissionId {
    if (!SHAPE.matcher(value).matches()) {
      throw new DomainException(BAD_TRANSMISSION_ID, "");
    }
  }

  public static TransmissionId next() {
    return new TransmissionId(TimeOrderedId.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
