package jp.careplan.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.careplan.app.house.Node;

/** How long a node takes from its start until it answers, and what memory it then holds. */
final class StartUp {
  private static final int SETTLE_SECONDS = 5;

  private final Report report;
  private final int rounds;

  StartUp(Report report, int rounds) {
    this.report = report;
    this.rounds = rounds;
  }

  /** In turns, each on a home and a database that exist already. */
  void print(Node house, Node empty) throws IOException, InterruptedException {
    List<Double> houseTimes = new ArrayList<>();
    List<Double> emptyTimes = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      houseTimes.add(seconds(house));
      emptyTimes.add(seconds(empty));
    }
    row("start to ready: the exchange", houseTimes);
    row("start to ready: an empty WAR", emptyTimes);
    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
    memory("memory after start: the exchange", house);
    memory("memory after start: an empty WAR", empty);
  }

  private static double seconds(Node node) throws IOException, InterruptedException {
    node.crash();
    long begin = System.nanoTime();
    node.restart();
    return (System.nanoTime() - begin) / 1e9;
  }

  private void row(String name, List<Double> seconds) {
    Collections.sort(seconds);
    report.row(name, "%5.1f s (median of %s)".formatted(seconds.get(seconds.size() / 2), rounds));
  }

  private void memory(String name, Node node) {
    long resident = Tool.resident(node.pid());
    report.row(
        name,
        "%d MiB resident, %d MiB heap after a full collection"
            .formatted(resident, Tool.heapAfterCollection(node.pid())));
  }
}
