package jp.careplan.exchange.view;

import jakarta.faces.context.FacesContext;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The month that a page's address asks for, as {@code month=yyyymm}. */
final class AskedMonth {
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMM");

  private AskedMonth() {}

  /** Empty where it asks for none that can be read. */
  static Optional<YearMonth> find() {
    String asked =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .getOrDefault("month", "");
    try {
      return Optional.of(YearMonth.parse(asked, DIGITS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static String digits(YearMonth month) {
    return DIGITS.format(month);
  }
}
