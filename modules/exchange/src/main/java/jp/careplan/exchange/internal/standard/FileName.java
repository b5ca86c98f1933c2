package jp.careplan.exchange.internal.standard;

/**
 * What a file name of the standard says.
 *
 * @param text the name as offered
 * @param senderKind service kind; empty in the edition whose names have none
 * @param month yyyymm, {@code 000000} where the name says that there is none, else empty
 */
record FileName(
    String text,
    Edition edition,
    RecordType type,
    String sender,
    String senderKind,
    String receiver,
    String receiverKind,
    String month,
    String sequence) {
  private static final String NO_MONTH = "000000";

  boolean hasMonth() {
    return !month.isEmpty() && !month.equals(NO_MONTH);
  }

  /** The same for all files of a unit. */
  String address() {
    return edition.csvVersion() + sender + senderKind + '>' + receiver + receiverKind;
  }

  boolean extensionAsWritten() {
    return text.endsWith(".CSV")
        || (type.isImage() && (text.endsWith(".jpg") || text.endsWith(".JPG")));
  }
}
