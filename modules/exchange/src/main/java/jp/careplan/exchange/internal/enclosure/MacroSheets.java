package jp.careplan.exchange.internal.enclosure;

/**
 * Excel 4.0 macros in a workbook from before 2007. Such a sheet is told twice: in the list of
 * sheets (record BOUNDSHEET, type 1) and where it begins (record BOF, type 0x40). Both are looked
 * for at every place, without following the records.
 */
final class MacroSheets {
  private static final int BOUNDSHEET = 0x85;
  private static final int MACRO_SHEET = 1;
  private static final int LONGEST_STATE = 2;
  private static final int BOF_MACROS = 0x40;

  /** Record header, place of the sheet, state, type, length of its name. */
  private static final int HEAD = 11;

  private MacroSheets() {}

  static boolean in(byte[] content) {
    for (int at = 0; at + HEAD < content.length; at++) {
      if (isListed(content, at) || isBegun(content, at)) {
        return true;
      }
    }
    return false;
  }

  /** Its name has one byte or two a letter, as its length tells; before Excel 97 always one. */
  private static boolean isListed(byte[] content, int at) {
    if (content[at] != (byte) BOUNDSHEET
        || content[at + 1] != 0
        || content[at + 3] != 0
        || content[at + 9] != MACRO_SHEET
        || (content[at + 8] & 0xFF) > LONGEST_STATE) {
      return false;
    }
    int length = content[at + 2] & 0xFF;
    int letters = content[at + 10] & 0xFF;
    return letters > 0
        && (length == 7 + letters || length == 8 + letters || length == 8 + 2 * letters);
  }

  private static boolean isBegun(byte[] content, int at) {
    int version = content[at + 5];
    boolean known =
        (version == 6 && content[at + 2] == 0x10) || (version == 5 && content[at + 2] == 8);
    return known
        && content[at] == 9
        && content[at + 1] == 8
        && content[at + 3] == 0
        && content[at + 4] == 0
        && content[at + 6] == BOF_MACROS
        && content[at + 7] == 0;
  }
}
