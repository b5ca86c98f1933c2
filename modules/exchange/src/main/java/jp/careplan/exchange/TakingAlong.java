package jp.careplan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;

/**
 * 持ち出し: everything that an office sent and received, with receipts and an index, as one ZIP. Made
 * in the background in small steps, kept sealed, and deleted after some days. For administrators
 * who see all kinds of service.
 */
public interface TakingAlong {
  /** Where one stands. */
  enum State {
    /** Being made. */
    RUNNING,
    /** To be fetched. */
    READY,
    /** Deleted. */
    GONE
  }

  /**
   * One order.
   *
   * @param done how many transmissions are in it
   * @param all how many there will be
   * @param bytes of all files, not compressed
   * @param endsOn the day on which it is deleted
   */
  record Order(
      String id,
      State state,
      Instant orderedAt,
      String orderedBy,
      long done,
      long all,
      long bytes,
      Optional<Instant> readyAt,
      Optional<LocalDate> endsOn) {}

  /** The ZIP; it goes out part by part, never whole in memory. */
  interface Zip {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Orders one; those that were ready before are deleted, since it holds all that they hold. */
  Order order(OfficeSession by);

  /** The newest ones of the office. */
  List<Order> of(OfficeSession by);

  Order find(OfficeSession by, String id);

  /** Opens one that is ready, which stands in the trail. */
  Zip open(OfficeSession by, String id);
}
