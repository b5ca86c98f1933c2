package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** Keeps what it read until a text changes; the operator's values in them for a minute at most. */
@ApplicationScoped
class ReadingService implements Reading {
  private static final Duration FRESH = Duration.ofMinutes(1);

  @Inject private Texts texts;
  @Inject private Clock clock;

  private volatile @Nullable Read kept;

  private record Read(long revision, Instant until, Map<TextKind, List<HelpText>> texts) {}

  @Override
  public List<HelpText> all(TextKind kind) {
    long revision = texts.revision();
    Read read = kept;
    if (read == null || read.revision() != revision || clock.instant().isAfter(read.until())) {
      read = new Read(revision, clock.instant().plus(FRESH), everything());
      kept = read;
    }
    return Objects.requireNonNull(read.texts().get(kind));
  }

  private Map<TextKind, List<HelpText>> everything() {
    Map<TextKind, List<HelpText>> all = new EnumMap<>(TextKind.class);
    for (TextKind kind : TextKind.values()) {
      all.put(kind, texts.all(kind));
    }
    return all;
  }

  @Override
  public HelpText require(TextKind kind, String name) {
    return all(kind).stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new DomainException(SupportProblem.NO_SUCH_TEXT, ""));
  }
}
