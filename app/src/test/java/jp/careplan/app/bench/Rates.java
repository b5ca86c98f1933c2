package jp.careplan.app.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sends beside what they are measured against. */
record Rates(Matchup one, Matchup many, Matchup oneFresh, Matchup manyFresh) {
  private static final double RATE_AIM = 0.4;
  private static final double RATE_GOAL = 0.6;
  private static final double LATENCY_AIM = 3;

  /**
   * The same number of connections each.
   *
   * @param how many connections, and whether they are kept
   * @param insert the database alone
   * @param empty the server alone
   */
  record Matchup(String how, Optional<Load> insert, Load empty, Load send) {
    private Stream<Load> loads() {
      return Stream.concat(insert.stream(), Stream.of(empty, send));
    }

    private double ratio() {
      return send.measured().rate() / empty.measured().rate();
    }

    private void print(Report report) {
      loads().forEach(load -> report.row(load.name() + how, load.measured().line()));
      String ratios =
          "%.2f of the empty POST".formatted(ratio())
              + insert
                  .map(load ->
                      ", %.2f of insert and commit"
                          .formatted(send.measured().rate() / load.measured().rate()))
                  .orElse("");
      report.row("", ratios);
    }
  }

  void each(Consumer<Load> what) {
    Stream.of(one, many, oneFresh, manyFresh).flatMap(Matchup::loads).forEach(what);
  }

  /** Those that keep a server busiest. */
  List<Load> busiest() {
    return List.of(many.empty, many.send, manyFresh.empty, manyFresh.send);
  }

  void print(Report report) {
    Stream.of(one, many, oneFresh, manyFresh).forEach(matchup -> matchup.print(report));
    report.row("calls on one kept connection", "%.0f".formatted(many.send.callsPerConnection()));
    double ratio = many.ratio();
    report.aim(
        "rate: send / empty POST at 16",
        ratio,
        ">= %.1f (goal %.1f)".formatted(RATE_AIM, RATE_GOAL),
        ratio >= RATE_AIM);
    double slower = many.send.measured().p99() / many.empty.measured().p99();
    report.aim(
        "p99: send / empty POST at 16",
        slower,
        "<= %.0f".formatted(LATENCY_AIM),
        slower <= LATENCY_AIM);
  }
}
