package jp.careplan.kernel;

/**
 * A kind of refusal that people and programs can act on. Each module lists its own in an enum. A
 * code is read out on the telephone: it never changes and is never reused.
 */
public interface ProblemCode {
  /** Two letters for the module, a hyphen, three digits: {@code EX-101}. */
  String code();

  /** The HTTP status the refusal travels under. */
  int status();

  /** What happened, one Japanese sentence. */
  String title();

  /** What to do now, one or two Japanese sentences. */
  String remedy();
}
