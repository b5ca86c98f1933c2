package jp.careplan.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.careplan.kernel.OfficeNumber;

/**
 * はじめての手順: the seven steps to an office's first exchange, kept with the office. What the system can
 * know ticks itself; the rest is ticked by hand.
 */
public interface Introduction {
  /** One of the seven, in their order. */
  enum Step {
    PARTNER(true),
    SOFTWARE(true),
    COMPUTER(true),
    ACCOUNT(false),
    CERTIFICATE(false),
    APPLICATION(false),
    FIRST_EXCHANGE(false);

    private final boolean byHand;

    Step(boolean byHand) {
      this.byHand = byHand;
    }

    /** Whether people say when it is done. */
    public boolean isByHand() {
      return byHand;
    }
  }

  /** Who told. */
  enum Source {
    HAND,
    BROWSER,
    LAUNCHER
  }

  /** What a self-diagnosis (自己診断) of a PC looks at. */
  enum Check {
    BROWSER("ブラウザー"),
    COOKIES("Cookie"),
    TLS("暗号の通信"),
    CLOCK("パソコンの時計"),
    JAVA("Java"),
    PUBLIC("画面の入り口"),
    CONNECTOR("送受信の入り口"),
    CERTIFICATE("電子証明書"),
    PROXY("中継サーバー");

    private final String words;

    Check(String words) {
      this.words = words;
    }

    /** As pages say it. */
    public String words() {
      return words;
    }
  }

  /**
   * What was told of a step.
   *
   * @param failed checks of a self-diagnosis that failed
   */
  record Told(Instant at, Source source, List<Check> failed) {}

  /**
   * Where a step stands.
   *
   * @param told empty where the system knows by itself, or nobody said anything
   */
  record State(Step step, boolean done, Optional<Told> told) {}

  /**
   * Where the office stands.
   *
   * @param launcherSeen whether a terminal has signed in with its certificate
   */
  record Progress(List<State> states, boolean launcherSeen) {
    public long done() {
      return states.stream().filter(State::done).count();
    }

    public boolean isFinished() {
      return done() == states.size();
    }
  }

  Progress of(OfficeSession by);

  /** 練習用事業所: who answers a first exchange by itself, where there is one. */
  Optional<OfficeNumber> practicePartner();

  /** Says that a step is done, or that it is not; steps the system knows of are passed over. */
  void tick(OfficeSession by, Step step, boolean done);

  /** Takes over what was ticked in a browser before anyone signed in; never takes a tick away. */
  void takeOver(OfficeSession by, Set<Step> ticked);

  /**
   * Keeps what a self-diagnosis found; without a failure the step of the PC is done.
   *
   * @param checks true: passed
   */
  void diagnosed(OfficeSession by, Source source, Map<Check, Boolean> checks);
}
