package jp.careplan.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock of the house; no finer than what is stored, so that an answer never changes. */
@ApplicationScoped
class JapanClock {
  private static final Duration MICROSECOND = Duration.ofNanos(1000);

  @Inject
  @ConfigProperty(name = "careplan.demo", defaultValue = "false")
  private boolean demo;

  @Inject
  @ConfigProperty(name = "careplan.data")
  private String home;

  @Produces
  Clock clock() {
    Clock japan = Clock.tick(Clock.system(ZoneId.of("Asia/Tokyo")), MICROSECOND);
    return demo ? new MovedClock(japan, Path.of(home, "clock-ahead")) : japan;
  }
}
