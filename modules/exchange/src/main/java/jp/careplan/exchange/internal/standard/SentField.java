package jp.careplan.exchange.internal.standard;

/**
 * 項目, one field as it was sent. Masks itself in text.
 *
 * @param identifier of the column, the same in all editions
 * @param name of the column as the standard writes it
 * @param format of the column: {@code yyyymmdd}, {@code integer} and so on
 * @param text without half-width blanks around it
 * @param word what a code means; empty for what is no code, or none that is known
 * @param readable whether the text is as the standard wants it; an empty one is
 */
public record SentField(
    String identifier, String name, String format, String text, String word, boolean readable) {

  /** What stands for a column that the record's edition does not have. */
  static SentField none(String identifier) {
    return new SentField(identifier, "", "", "", "", true);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return "SentField[" + identifier + "]";
  }
}
