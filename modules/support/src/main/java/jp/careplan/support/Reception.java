package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import jp.careplan.kernel.OpeningHours;

/** 受付: whether somebody answers now, and when otherwise. */
@ApplicationScoped
public class Reception {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("M月d日(E) H:mm", Locale.JAPANESE);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  @Inject private SiteValues site;
  @Inject private OpeningHours opening;

  public String phone() {
    return site.phone();
  }

  /** In the operator's words. */
  public String hours() {
    return site.hours();
  }

  /** Whether anything can be said about now. */
  public boolean isKnown() {
    return opening.now().isPresent();
  }

  public boolean isOpen() {
    return opening.now().map(OpeningHours.State::open).orElse(false);
  }

  /** Until when somebody answers, or from when on; empty where that is not known. */
  public String openWords() {
    if (isOpen()) {
      return changes().map(it -> "今日は" + TIME.format(it) + "までです。").orElse("");
    }
    return changes().map(it -> "次は" + MOMENT.format(it) + "からです。").orElse("");
  }

  /** When an inquiry that comes now can be answered. */
  public String answerWords() {
    if (isOpen()) {
      return "順に確かめ、メールでお返事します。";
    }
    return changes()
        .map(it -> "いまは受付時間外です。" + MOMENT.format(it) + "から順に確かめ、メールでお返事します。")
        .orElse("順に確かめ、メールでお返事します。");
  }

  /** When it closes, or opens again. */
  private Optional<LocalDateTime> changes() {
    return opening.now().flatMap(OpeningHours.State::changes);
  }
}
