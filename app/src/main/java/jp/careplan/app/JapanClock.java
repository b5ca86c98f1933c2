package jp.careplan.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** The one clock of the house; no finer than what is stored, so that an answer never changes. */
@ApplicationScoped
class JapanClock {
  private static final Duration MICROSECOND = Duration.ofNanos(1000);

  @Produces
  Clock clock() {
    return Clock.tick(Clock.system(ZoneId.of("Asia/Tokyo")), MICROSECOND);
  }
}
