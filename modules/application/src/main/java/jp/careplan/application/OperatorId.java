package jp.careplan.application;

import static jp.careplan.application.DeskProblem.BAD_OPERATOR_ID;

import java.io.Serializable;
import java.util.regex.Pattern;
import jp.careplan.kernel.DomainException;

/**
 * The ID of an operator (運用管理者), of their own choice and never like an office's: 3 to 64
 * characters, a short name or shaped like a mail address, small letters; not beginning with {@code
 * kj} or {@code hd}.
 */
public record OperatorId(String value) implements Serializable {
  private static final Pattern SHAPE =
      Pattern.compile("(?!kj|hd)(?=.{3,64}$)[a-z0-9][a-z0-9._+-]*(@[a-z0-9][a-z0-9.-]*)?");

  public OperatorId {
    if (!SHAPE.matcher(value).matches()) {
      throw new DomainException(BAD_OPERATOR_ID, "");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
