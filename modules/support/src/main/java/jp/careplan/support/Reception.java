package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import jp.careplan.kernel.BusinessCalendar;

/** 受付: whether somebody answers now, and when otherwise. */
@ApplicationScoped
public class Reception {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("M月d日(E) H:mm", Locale.JAPANESE);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  @Inject private SiteValues site;
  @Inject private BusinessCalendar calendar;
  @Inject private Clock clock;

  public String phone() {
    return site.phone();
  }

  /** In the operator's words. */
  public String hours() {
    return site.hours();
  }

  /** Whether anything can be said about now. */
  public boolean isKnown() {
    return site.opening().isPresent();
  }

  public boolean isOpen() {
    return site.opening().map(it -> it.isOpen(now(), calendar::isWorkingDay)).orElse(false);
  }

  /** Until when somebody answers, or from when on; empty where that is not known. */
  public String openWords() {
    if (isOpen()) {
      return site.opening().map(it -> "今日は" + TIME.format(it.closes()) + "までです。").orElse("");
    }
    return nextOpening().map(it -> "次は" + MOMENT.format(it) + "からです。").orElse("");
  }

  /** When an inquiry that comes now can be answered. */
  public String answerWords() {
    if (isOpen()) {
      return "順に確かめ、メールでお返事します。";
    }
    return nextOpening()
        .map(it -> "いまは受付時間外です。" + MOMENT.format(it) + "から順に確かめ、メールでお返事します。")
        .orElse("順に確かめ、メールでお返事します。");
  }

  private Optional<LocalDateTime> nextOpening() {
    return site.opening().flatMap(it -> it.nextOpening(now(), calendar::isWorkingDay));
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), clock.getZone());
  }
}
