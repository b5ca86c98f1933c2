package jp.careplan.kernel;

/**
 * Whether the caller of a request is gone. The rest of an answer is dropped then without a word, so
 * whoever does something with each piece that goes out has to ask.
 */
public final class HungUp {
  /** Name of a request's attribute; set once the answer cannot be written any more. */
  public static final String ATTRIBUTE = "jp.careplan.hung-up";

  private HungUp() {}
}
