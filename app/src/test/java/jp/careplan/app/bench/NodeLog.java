package jp.careplan.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.careplan.app.house.Node;

/** What can be learnt of a node in trouble, before its home is deleted. */
final class NodeLog {
  private static final List<String> COMPLAINTS = List.of("Caused by:", "Exception: ", "SEVERE");
  private static final int WIDTH = 180;
  private static final int MOST = 15;

  private NodeLog() {}

  /** What its threads are doing that serve requests. */
  static String threads(Node node) {
    return Stream.of(Tool.jcmd(node.pid(), "Thread.print").split("\n\n"))
        .filter(thread -> thread.startsWith("\"http") || thread.contains("grizzly"))
        .collect(java.util.stream.Collectors.joining("\n\n"));
  }

  /** The most frequent complaints. */
  static List<String> complaints(Node node) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    try (Stream<String> lines = Files.lines(node.log())) {
      lines
          .filter(line -> COMPLAINTS.stream().anyMatch(line::contains))
          .map(line -> line.strip().replaceAll("'[^']*'|\\[[^\\]]*\\]|[0-9a-f]{8}-[-0-9a-f]*", ""))
          .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) : line)
          .forEach(line -> counts.merge(line, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .map(entry -> entry.getValue() + " x " + entry.getKey())
        .toList();
  }
}
