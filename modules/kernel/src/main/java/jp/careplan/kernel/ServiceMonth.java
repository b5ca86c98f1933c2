package jp.careplan.kernel;

import static jp.careplan.kernel.KernelProblem.BAD_SERVICE_MONTH;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** サービス提供年月, the month in which care is given. Written {@code yyyymm}. */
public record ServiceMonth(YearMonth value) implements Comparable<ServiceMonth>, Serializable {
  private static final DateTimeFormatter SHAPE = DateTimeFormatter.ofPattern("uuuuMM");

  /** Reads {@code yyyymm}. */
  public static ServiceMonth parse(String text) {
    try {
      return new ServiceMonth(YearMonth.parse(text, SHAPE));
    } catch (DateTimeException e) {
      throw new DomainException(BAD_SERVICE_MONTH, "年月は6桁の数字です（例 202606）");
    }
  }

  @Override
  public int compareTo(ServiceMonth other) {
    return value.compareTo(other.value);
  }

  /** {@code yyyymm}. */
  @Override
  public String toString() {
    return SHAPE.format(value);
  }
}
