package jp.careplan.exchange;

import java.io.Serializable;

/**
 * Why a destination is asked about once more before anything goes there.
 *
 * @param sign what is unusual
 * @param people of whom it is so; 0 where it is of the destination as a whole
 * @param all people of the unit
 */
public record Doubt(Sign sign, int people, int all) implements Serializable {
  /** What can be unusual about a destination; the API names it. */
  public enum Sign {
    /** Nothing ever went from this office to that one. */
    FIRST_EXCHANGE,
    /** Of somebody nothing is known any more to have gone between the two, either way. */
    NEW_PEOPLE,
    /** No row of form 6 carries the recipient's number. */
    NO_ROW
  }

  static Doubt of(Sign sign) {
    return new Doubt(sign, 0, 0);
  }

  /** What is unusual; names nobody. */
  public String words() {
    return switch (sign) {
      case FIRST_EXCHANGE -> "この相手には、はじめて送ります";
      case NEW_PEOPLE ->
          people < all
              ? "この相手とのやりとりの記録が残っていない利用者が、" + all + "人のうち" + people + "人います"
              : "この相手とのやりとりの記録が残っていない利用者だけです（" + people + "人）";
      case NO_ROW -> "送り先の事業所のサービスが、予定に1件もありません";
    };
  }

  /** What to look at. */
  public String remedy() {
    return switch (sign) {
      case FIRST_EXCHANGE -> "事業所番号と名前が、送りたい相手のものか確かめてください。";
      case NEW_PEOPLE -> "ほかの事業所の利用者が入っていないか、利用者を見て確かめてください。";
      case NO_ROW -> "送り先と、予定のサービス事業者が合っているか、確かめてください。";
    };
  }

  /** For the pages. */
  public String getWords() {
    return words();
  }

  public String getRemedy() {
    return remedy();
  }
}
