package jp.careplan.exchange;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 指摘: what the check found, and where. Message and remedy carry neither a value of the file nor a
 * person's name; those stand in {@link #sighting()} alone, which is for the sender's own page.
 *
 * @param file name of the file as offered
 * @param line line on which the record starts, from 1; null where the finding concerns no record
 * @param column number of the field (項目番号), from 1; null where the finding concerns no field
 * @param columnName Japanese name of the field; null where the finding concerns no field
 * @param code rule code, {@code CH-041}; never changes
 * @param message what is wrong, in Japanese
 * @param remedy what to do, in Japanese
 * @param sighting value and person, never stored, logged or sent to programs
 */
public record Finding(
    String file,
    @Nullable Integer line,
    @Nullable Integer column,
    @Nullable String columnName,
    String code,
    Severity severity,
    String message,
    String remedy,
    Optional<Sighting> sighting) {

  /** What the sender needs to find the row in the care software. Masks itself in text. */
  public record Sighting(String value, String person) implements Serializable {
    @Override
    public String toString() {
      return "Sighting[masked]";
    }
  }

  /** Whether this finding alone refuses the unit. */
  public boolean refuses() {
    return severity != Severity.WARNING;
  }
}
