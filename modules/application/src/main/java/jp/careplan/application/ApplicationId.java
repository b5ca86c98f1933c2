package jp.careplan.application;

import static jp.careplan.kernel.KernelProblem.NOT_FOUND;

import java.io.Serializable;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.careplan.kernel.DomainException;

/**
 * 申請番号, for people and the telephone. Shape: day, hyphen, eight letters and digits that are not
 * mistaken for one another: {@code 20261122-K7QXAMCP}.
 */
public record ApplicationId(String value) implements Serializable {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{8}-[A-Z0-9]{8}");
  private static final String LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679";
  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  public ApplicationId {
    if (!SHAPE.matcher(value).matches()) {
      throw new DomainException(NOT_FOUND, "");
    }
  }

  static ApplicationId next(LocalDate day) {
    String letters =
        RANDOM
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> LETTERS.substring(i, i + 1))
            .collect(Collectors.joining());
    return new ApplicationId(DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + letters);
  }

  @Override
  public String toString() {
    return value;
  }
}
