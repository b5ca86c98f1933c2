package jp.careplan.support;

import java.util.Arrays;
import java.util.Optional;

/** What readers tell by a press, or by finding nothing. */
public interface Feedback {
  /** Why a text did not help. */
  enum Reason {
    UNCLEAR("わかりにくい"),
    OTHER_QUESTION("知りたいことと違う"),
    WRONG("古い・まちがっている"),
    OTHER("その他");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public static Optional<Reason> of(String name) {
      return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
  }

  /**
   * 役に立ちましたか.
   *
   * @param source where the call comes from; what is too much of one source is not kept
   */
  void helped(HelpText text, String source);

  /**
   * @param words what was missing; personal data in them is masked
   */
  void didNotHelp(HelpText text, Reason reason, String words, String source);

  /** A search that found nothing. */
  void nothingFound(String query, String source);
}
