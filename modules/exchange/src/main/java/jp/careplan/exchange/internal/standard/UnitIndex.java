package jp.careplan.exchange.internal.standard;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.careplan.exchange.internal.standard.IndexEntry.Part;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Gathers, while a unit is checked, who is in it and with what. Used once. */
final class UnitIndex {
  /** Says when the file was written, and nothing of the person. */
  private static final String WRITTEN = "created_date";

  private static final char PARTED = '\u001F';

  private static final List<String> VISIT =
      List.of(
          "service_date",
          "start_time",
          "end_time",
          "service_code",
          "tais_code",
          "equipment_notification_code",
          "equipment_name",
          "detail_no",
          "over_30_days");

  /** Whose records belong together. */
  private record Line(PersonKey person, String family, String period, Part result) {}

  /** What is known of a line. */
  private static final class Gathered {
    private final RowDigest content = new RowDigest();
    private final Map<Part, RowDigest> services = new LinkedHashMap<>();
    private boolean deletes;
    private boolean headed;
  }

  private final Map<PersonKey, Integer> places = new LinkedHashMap<>();
  private final Map<Line, Gathered> lines = new LinkedHashMap<>();

  /**
   * @param part of the unit, which tells by what its records belong to a person and a period
   */
  RecordCheck of(FileName name, Unit.Part part) {
    return new Records(name, part);
  }

  /** Who is in it; one entry a share, and one for whoever has none. */
  List<IndexEntry> entries() {
    List<IndexEntry> entries = new ArrayList<>();
    lines.forEach((line, gathered) -> {
      if (gathered.headed && gathered.services.isEmpty()) {
        entries.add(entry(line, gathered, line.result(), ""));
      } else if (gathered.headed) {
        gathered.services.forEach(
            (part, visits) -> entries.add(entry(line, gathered, part, visits.text())));
      }
    });
    return List.copyOf(entries);
  }

  private IndexEntry entry(Line line, Gathered gathered, Part part, String services) {
    return new IndexEntry(
        requireNonNull(places.get(line.person())),
        line.person(),
        line.family(),
        gathered.deletes,
        line.period(),
        part,
        gathered.content.text(),
        services);
  }

  /** The records of one file. */
  private final class Records implements RecordCheck {
    private final String code;
    private final int[] key;
    private final String family;
    private final boolean head;
    private final boolean deletes;
    private final boolean result;
    private final String recipient;
    private final int written;
    private final int times;
    private final int[] visit;
    private final int[] share;
    private @Nullable Line last;
    private @Nullable Gathered gathered;

    private Records(FileName name, Unit.Part part) {
      var type = name.type();
      code = type.code();
      key = part.key().stream().mapToInt(Integer::intValue).toArray();
      String headType = part.head() == null ? code : part.head();
      head = part.head() == null;
      deletes = headType.startsWith("DLT");
      family = headType.substring(deletes ? 3 : 2);
      result = family.equals("JSK");
      recipient = name.receiver();
      written = place(type, WRITTEN);
      boolean slip = head && !deletes && (result || family.equals("PLAN"));
      times = slip ? place(type, "times_per_day") : -1;
      visit = slip ? VISIT.stream().mapToInt(column -> place(type, column)).toArray() : new int[0];
      share =
          slip || (head && result)
              ? new int[] {
                place(type, "service_office_no"),
                place(type, deletes ? "service_kind" : "service_code"),
                place(type, "satellite_no")
              }
              : new int[0];
    }

    private static int place(RecordType type, String column) {
      return type.has(column) ? type.index(column) : -1;
    }

    @Override
    public void record(CSVRecord record, int line) {
      var gathering = line(record);
      if (head) {
        gathering.headed = true;
        gathering.deletes = deletes;
      }
      var text = new StringBuilder(code);
      for (int i = 0; i < record.size(); i++) {
        if (i != written) {
          text.append(PARTED).append(Characters.withoutBlanks(record.get(i)));
        }
      }
      gathering.content.add(text, 1);
      if (visit.length > 0) {
        visit(gathering, record);
      }
    }

    private Gathered line(CSVRecord record) {
      var person = KeyCheck.person(record, key[0], key[1]);
      places.putIfAbsent(person, places.size() + 1);
      var own = result ? share(record) : Part.NONE;
      var line = new Line(person, family, text(record, key[2]), own);
      var known = gathered;
      if (known == null || !line.equals(last)) {
        known = lines.computeIfAbsent(line, it -> new Gathered());
        last = line;
        gathered = known;
      }
      return known;
    }

    /** A plan holds the services of all offices; of interest are those of its recipient. */
    private void visit(Gathered gathering, CSVRecord record) {
      var whose = share(record);
      if (!result && !whose.office().equals(recipient)) {
        return;
      }
      var text = new StringBuilder();
      for (int at : visit) {
        text.append(text(record, at)).append(PARTED);
      }
      String count = text(record, times);
      boolean readable = count.length() < 5 && Characters.allDigits(count);
      gathering
          .services
          .computeIfAbsent(whose, it -> new RowDigest())
          .add(text, readable ? Characters.number(count) : 1);
    }

    private Part share(CSVRecord record) {
      String kind = text(record, share[1]);
      return new Part(
          text(record, share[0]),
          kind.substring(0, Math.min(2, kind.length())),
          text(record, share[2]));
    }

    private static String text(CSVRecord record, int at) {
      return at < 0 ? "" : Characters.withoutBlanks(record.get(at));
    }
  }
}
