package jp.careplan.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** The one clock of the house. */
@ApplicationScoped
class JapanClock {
  @Produces
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Tokyo"));
  }
}
