package jp.careplan.kernel;

import java.util.Map;

/**
 * Refuses what was asked; the transaction is rolled back. The detail tells this one case, in
 * Japanese, without personal data.
 */
public class DomainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemCode code;

  public DomainException(ProblemCode code, String detail) {
    super(detail);
    this.code = code;
  }

  public ProblemCode code() {
    return code;
  }

  /** Further members of the problem document (RFC 9457 extensions), by name. */
  public Map<String, Object> extensions() {
    return Map.of();
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
