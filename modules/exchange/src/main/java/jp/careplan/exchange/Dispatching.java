package jp.careplan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.DomainException;

/**
 * まとめて送る: what one press of a button sends, unit after unit, whether or not anybody goes on
 * watching. What went out is what stands as a transmission, so no break can make it tell anything
 * else.
 */
public interface Dispatching {
  /** One unit that is to go. */
  record Wanted(SendingOffer offer, CheckedUnit unit) {}

  /** Is told what becomes of each, on the thread that sends. */
  interface Watcher {
    void became(TransmissionId id, SendingOutcome outcome);

    void failed(TransmissionId id, DomainException why);
  }

  /** What became of one unit. */
  enum Fate {
    SENT,
    /** It did not go out; the reason is known. */
    FAILED,
    /** Not yet; never, once the dispatch has ended or broken off. */
    WAITING
  }

  /**
   * One unit of a dispatch.
   *
   * @param serviceMonth {@code yyyymm} or empty
   * @param problem title of the reason, with its code
   */
  record Line(
      TransmissionId id,
      Party recipient,
      String unit,
      String serviceMonth,
      int people,
      Fate fate,
      Optional<String> receiptNumber,
      Optional<String> problem) {}

  /**
   * A dispatch as it stands.
   *
   * @param running false once it has ended, or broke off because its node did
   */
  record Standing(String id, Instant startedAt, boolean running, List<Line> lines) {
    public long count(Fate fate) {
      return lines.stream().filter(line -> line.fate() == fate).count();
    }
  }

  /** Begins at once and goes on by itself; ends early where the session ends. */
  void start(OfficeSession by, List<Wanted> units, Watcher watcher);

  /** This person's last one; empty when there is none of these days, or it was put aside. */
  Optional<Standing> newest(OfficeSession by);

  /** What is told of it has been read. */
  void putAside(OfficeSession by, String id);
}
