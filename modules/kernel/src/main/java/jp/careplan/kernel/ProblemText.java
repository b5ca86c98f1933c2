package jp.careplan.kernel;

/**
 * What a {@link ProblemCode} says.
 *
 * @param code two letters for the module, a hyphen, three digits: {@code EX-101}
 * @param status the HTTP status the refusal travels under
 * @param title what happened, one Japanese sentence
 * @param remedy what to do now, one or two Japanese sentences
 */
public record ProblemText(String code, int status, String title, String remedy) {}
