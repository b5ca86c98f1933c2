package jp.careplan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import jp.careplan.application.OfficeSession;

/** まとめて受け取って保存: many transmissions as one ZIP. */
public interface BulkReceiving {
  /** Most transmissions of one ZIP; what is left over is fetched with the next. */
  int MOST = 500;

  /** What is unread, in the order in which it is to be taken in; refused where nothing is. */
  List<TransmissionSummary> unread(OfficeSession by);

  /** These, in the same order; refused where they are too many or one is not this office's. */
  List<TransmissionSummary> inOrder(OfficeSession by, List<TransmissionId> ids);

  /**
   * Receives what is not received yet and writes all into one ZIP, a folder for each partner, with
   * a text that tells the order. One transmission is in memory at a time. What cannot be received
   * is told in that text, and the rest goes. They count as downloaded (保存済) once the whole ZIP is
   * written.
   *
   * @param listening whether anybody is still there: nothing more is received for one who is gone
   */
  void write(
      OfficeSession by,
      List<TransmissionSummary> wanted,
      OutputStream out,
      BooleanSupplier listening)
      throws IOException;
}
