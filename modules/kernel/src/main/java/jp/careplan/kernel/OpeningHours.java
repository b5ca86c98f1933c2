package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * 受付時間: when somebody answers the telephone, and when again. Operators write the hours of a week
 * and the days that are closed besides; 祝日 and the days around New Year are closed where the hours
 * name no 祝日.
 */
@ApplicationScoped
public class OpeningHours implements DeclaredSettings {
  private static final String GROUP = "受付時間（画面と手紙の終わりに出ます）";
  private static final int LONGEST = 500;

  static final OperatorSetting WEEK =
      OperatorSetting.hours("operator.hours", GROUP, "受付時間", LONGEST).or("careplan.operator.hours");
  static final OperatorSetting CLOSED =
      OperatorSetting.days("operator.closed-days", GROUP, "臨時に休む日", LONGEST);

  @Inject private OperatorSettings settings;
  @Inject private BusinessCalendar calendar;
  @Inject private Clock clock;

  /**
   * How it stands now.
   *
   * @param changes when this ends; empty where nothing is to come
   */
  public record State(boolean open, Optional<LocalDateTime> changes) {}

  @Override
  public List<OperatorSetting> settings() {
    return List.of(WEEK, CLOSED);
  }

  /** As their operators wrote them, in one line; empty where nobody has. */
  public String words() {
    return String.join("、", settings.text(WEEK).lines().map(String::strip).toList());
  }

  /** Empty where the hours are not told, or only in words that nobody but people can read. */
  public Optional<State> now() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), clock.getZone());
    ClosedDays closed =
        ClosedDays.read(settings.text(CLOSED)).orElseGet(() -> new ClosedDays(List.of()));
    return WeeklyHours.read(settings.text(WEEK))
        .map(week -> new OpeningCalendar(week, closed, calendar).at(now));
  }
}
