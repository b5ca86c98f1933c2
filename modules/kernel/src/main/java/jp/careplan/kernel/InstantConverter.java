package jp.careplan.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stores moments in UTC, to the microsecond, because EclipseLink 4.0 does not know {@code Instant}.
 * They leave as text: on the way through {@code Timestamp} the driver would shift them by the
 * machine's time zone, and at MariaDB 10 cut them to the second.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, Object> {
  private static final DateTimeFormatter SHAPE =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  @Override
  public @Nullable Object convertToDatabaseColumn(@Nullable Instant moment) {
    return moment == null
        ? null
        : SHAPE.format(
            LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
  }

  /** Drivers differ in what they make of a column without a time zone. */
  @Override
  public @Nullable Instant convertToEntityAttribute(@Nullable Object stored) {
    return switch (stored) {
      case null -> null;
      case LocalDateTime utc -> utc.toInstant(ZoneOffset.UTC);
      case Timestamp utc -> utc.toLocalDateTime().toInstant(ZoneOffset.UTC);
      default -> LocalDateTime.parse(stored.toString(), SHAPE).toInstant(ZoneOffset.UTC);
    };
  }
}
