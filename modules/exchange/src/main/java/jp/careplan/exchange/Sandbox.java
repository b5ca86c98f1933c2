package jp.careplan.exchange;

import java.time.Instant;
import java.util.List;
import jp.careplan.application.OperatorSession;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;

/**
 * 試験用の事業所: where makers of care software try the whole way, from the certificate to the receipt.
 * What such an office exchanges, it exchanges with the practice partner or with another of its
 * kind; it needs no licence, and no office of the country sees it.
 */
public interface Sandbox {
  /** Begins the name of every one of them, so that nobody takes it for an office. */
  String MARK = "【試験用】";

  boolean is(OfficeNumber office);

  /** One of them, as operators see it. */
  record Entry(OfficeNumber office, String name, String note, Instant madeAt) {}

  /** What its maker needs to come in; told once. */
  record Made(OfficeNumber office, KjUserId user, String password, String issuePassword) {
    @Override
    public String toString() {
      return "Made[" + office + "]";
    }
  }

  /** All, the newest first. */
  List<Entry> all(OperatorSession by);

  /**
   * Makes one with an account and an issuing password.
   *
   * @param note for whom; operators alone see it
   */
  Made make(OperatorSession by, String note, String reason);
}
