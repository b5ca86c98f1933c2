package jp.careplan.app.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code authorisation.csv}: which door is open to whom. A row a door; none speaks for another, so
 * that a new door has none.
 */
public final class AccessTable {
  public static final String OPEN = "o";
  public static final String CLOSED = "x";

  /** Nobody is refused, and nothing is there: a piece of a page, or a form that was sent empty. */
  public static final String NOTHING = "n";

  /** A door whose address names nothing that belongs to somebody. */
  private static final String NOBODYS = "-";

  private static final Path FILE =
      Folders.project().resolve("app/src/test/resources/authorisation.csv");
  private static final int CELLS_BEFORE = 4;

  private final String kind;
  private final SortedMap<String, Row> rows = new TreeMap<>();

  /**
   * One door.
   *
   * @param ids what its address is followed by to name something of the owner's, or, of a call,
   *     that it does; empty: nothing
   * @param body what is sent to a call, {@code ;} in place of commas
   * @param words by caller
   */
  public record Row(Optional<String> ids, String body, Map<String, String> words) {}

  private AccessTable(String kind) {
    this.kind = kind;
  }

  /** The rows of a kind; its first one names the callers. */
  public static AccessTable read(String kind) throws IOException {
    var table = new AccessTable(kind);
    List<String[]> all =
        Files.readAllLines(FILE, UTF_8).stream()
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[0].equals(kind))
            .toList();
    String[] callers = all.getFirst();
    for (String[] cells : all.subList(1, all.size())) {
      Map<String, String> words = new LinkedHashMap<>();
      for (int i = CELLS_BEFORE; i < callers.length; i++) {
        words.put(callers[i], cells[i]);
      }
      Optional<String> ids = Optional.of(cells[2]).filter(it -> !it.equals(NOBODYS));
      table.rows.put(cells[1], new Row(ids, cells[3].replace(';', ','), words));
    }
    return table;
  }

  /** Doors whose address names something of somebody. */
  public SortedMap<String, Row> withIds() {
    SortedMap<String, Row> found = new TreeMap<>(rows);
    found.values().removeIf(row -> row.ids().isEmpty());
    return found;
  }

  /** All of them. */
  public Set<String> doors() {
    return rows.keySet();
  }

  /** The row of a door, or one that says nothing. */
  public Row of(Object door) {
    return rows.getOrDefault(door.toString(), new Row(Optional.empty(), "{}", Map.of()));
  }

  /**
   * What differs, and doors without a row or rows without a door.
   *
   * @param seen by door and caller; left in a file beside the reports, as rows of the table
   */
  public List<String> compare(SortedMap<String, Map<String, String>> seen) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    seen.forEach((door, words) -> {
      Row row = rows.get(door);
      String ids = row == null ? NOBODYS : row.ids().orElse(NOBODYS);
      String body = row == null ? "" : row.body().replace(',', ';');
      lines.add(String.join(",", kind, door, ids, body, String.join(",", words.values())));
      if (row == null) {
        wrong.add(door + " has no row");
      } else {
        words.forEach((caller, word) -> {
          if (!word.equals(row.words().get(caller))) {
            wrong.add(door + " is " + word + " to " + caller);
          }
        });
      }
    });
    rows.keySet().stream()
        .filter(door -> !seen.containsKey(door))
        .forEach(door -> wrong.add(door + " is no door any more"));
    Files.write(Folders.project().resolve("app/target/authorisation-" + kind + ".csv"), lines);
    return wrong;
  }
}
