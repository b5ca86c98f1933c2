package jp.careplan.exchange;

import java.util.List;
import jp.careplan.application.OperatorSession;
import jp.careplan.exchange.VendorTesting.Run;
import jp.careplan.exchange.VendorTesting.Status;

/** ベンダ試験 as operators see it: what passed is published, or sent back with a remark. */
public interface VendorTestDesk {
  /**
   * Oldest first.
   *
   * @param after ID of the last one seen; empty: from the beginning
   */
  List<Run> listed(OperatorSession by, Status status, String after, int most);

  /** How many wait for an operator. */
  long waiting(OperatorSession by);

  Run run(OperatorSession by, String id);

  /**
   * Enters it into the list of care software.
   *
   * @param note for those who look for software; may be empty
   */
  void publish(OperatorSession by, String id, String note, String reason);

  /** Opens it again; the remark goes to the maker. */
  void sendBack(OperatorSession by, String id, String remark);
}
