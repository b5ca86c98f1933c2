package jp.careplan.kernel;

/**
 * A kind of refusal that people and programs can act on. Each module lists its own in an enum. A
 * code is read out on the telephone: it never changes and is never reused.
 */
public interface ProblemCode {
  ProblemText text();

  default String code() {
    return text().code();
  }

  default int status() {
    return text().status();
  }

  default String title() {
    return text().title();
  }

  default String remedy() {
    return text().remedy();
  }
}
