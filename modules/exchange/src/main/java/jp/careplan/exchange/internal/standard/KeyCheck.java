package jp.careplan.exchange.internal.standard;

import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Holds each record's key against the file's own keys and against those of the head file. */
final class KeyCheck implements RecordCheck {
  private final String file;
  private final Unit.Part part;
  private final Keys own;
  private final @Nullable Keys heads;
  private final Set<PersonKey> persons;
  private final Findings findings;
  private final int[] places;
  private final String[] last;

  KeyCheck(
      String file,
      Unit.Part part,
      Keys own,
      @Nullable Keys heads,
      Set<PersonKey> persons,
      Findings findings) {
    this.file = file;
    this.part = part;
    this.own = own;
    this.heads = heads;
    this.persons = persons;
    this.findings = findings;
    places = part.key().stream().mapToInt(Integer::intValue).toArray();
    last = new String[places.length];
  }

  @Override
  public void record(CSVRecord record, int line) {
    if (part.duplicate() == null && sameAsLast(record)) {
      return;
    }
    var key = key(record);
    persons.add(key.person());
    boolean fresh = own.add(key, line);
    if (!fresh && part.duplicate() != null) {
      findings.add(part.duplicate(), spot(line, 1, record, key));
    }
    if (fresh
        && part.orphan() != null
        && heads != null
        && !heads.isIncomplete()
        && !heads.has(key)) {
      findings.add(part.orphan(), spot(line, heads.strangePart(key), record, key));
    }
  }

  private boolean sameAsLast(CSVRecord record) {
    boolean same = true;
    for (int i = 0; i < places.length; i++) {
      String value = record.get(places[i]);
      same &= value.equals(last[i]);
      last[i] = value;
    }
    return same;
  }

  private Keys.Key key(CSVRecord record) {
    var rest = new StringBuilder(20);
    for (int i = 2; i < places.length; i++) {
      rest.append(Characters.withoutBlanks(record.get(places[i]))).append('/');
    }
    return new Keys.Key(person(record, places[0], places[1]), rest.toString());
  }

  private Spot spot(int line, int partOfKey, CSVRecord record, Keys.Key key) {
    int column = places[partOfKey];
    return new Spot(file, line, part.type().field(column), record.get(column), key.person());
  }

  static PersonKey person(CSVRecord record, int insurer, int insured) {
    return new PersonKey(
        Characters.withoutBlanks(record.get(insurer)),
        Characters.withoutBlanks(record.get(insured)));
  }

  /** Once all files are read: tells which heads have no record in this file. */
  static void childless(
      FileName head,
      Keys heads,
      List<Integer> headKey,
      Unit.Part part,
      Keys own,
      Findings findings) {
    if (part.childless() == null || heads.isIncomplete() || own.isIncomplete()) {
      return;
    }
    var field = head.type().field(headKey.get(1));
    for (var entry : heads.lines().entrySet()) {
      if (!own.has(entry.getKey())) {
        var person = entry.getKey().person();
        var spot = new Spot(head.text(), entry.getValue(), field, person.insuredNumber(), person);
        findings.add(part.childless(), spot, part.type().name(), part.type().code());
      }
    }
  }
}
