package jp.careplan.kernel;

import static jp.careplan.kernel.KernelProblem.BAD_OFFICE_NUMBER;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * 事業所番号, the number an office is designated under. Shape: 10 ASCII characters, digits but for the
 * third, which may be a capital letter (総合事業 offices).
 */
public record OfficeNumber(String value) implements Comparable<OfficeNumber>, Serializable {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{2}[0-9A-Z][0-9]{7}");

  public OfficeNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new DomainException(BAD_OFFICE_NUMBER, "事業所番号は10桁です");
    }
  }

  /** Whether a text has the shape of an office number. */
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** 都道府県番号, the first two digits. */
  public String prefecture() {
    return value.substring(0, 2);
  }

  @Override
  public int compareTo(OfficeNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
