package jp.careplan.kernel;

import static jp.careplan.kernel.KernelProblem.BAD_SERVICE_KIND;

import java.io.Serializable;
import java.util.regex.Pattern;

/** サービス種類コード, the kind of service an office gives. Shape: 2 ASCII digits or capital letters. */
public record ServiceKind(String value) implements Comparable<ServiceKind>, Serializable {
  private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{2}");

  public ServiceKind {
    if (!SHAPE.matcher(value).matches()) {
      throw new DomainException(BAD_SERVICE_KIND, "サービス種類コードは2文字です");
    }
  }

  @Override
  public int compareTo(ServiceKind other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
