package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.internal.standard.Fault.STRAY_QUOTE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** 形式チェック of each field, then the conditions between the fields of the record. */
final class FieldsCheck implements RecordCheck {
  private final FileName name;
  private final RecordType type;
  private final Findings findings;
  private final Condition[] conditions;
  private final boolean[] brokenFields;

  /**
   * The last sound value of each column: most values of a record repeat those of the one before.
   */
  private final String[] sound;

  private final BitSet told = new BitSet();
  private final BitSet kept = new BitSet();
  private boolean anyBroken;
  private boolean quotes;
  private int firstLine;

  FieldsCheck(FileName name, List<Condition> conditions, Findings findings) {
    this.name = name;
    this.type = name.type();
    this.findings = findings;
    this.conditions = conditions.toArray(new Condition[0]);
    brokenFields = new boolean[type.width()];
    sound = new String[type.width()];
  }

  /** Whether a value holds a quote, so that the quoting is worth a second look. */
  boolean sawQuotes() {
    return quotes;
  }

  @Override
  public void record(CSVRecord record, int line) {
    if (firstLine == 0) {
      firstLine = line;
    }
    for (int i = 1; i < brokenFields.length; i++) {
      String value = record.get(i);
      if (!value.equals(sound[i])) {
        Fault fault = type.field(i).broken(value);
        if (fault == null) {
          sound[i] = value;
        } else {
          broken(fault, i, record, line);
        }
      }
    }
    for (int i = 0; i < conditions.length; i++) {
      condition(i, record, line);
    }
    if (anyBroken) {
      Arrays.fill(brokenFields, false);
      anyBroken = false;
    }
  }

  private void broken(Fault fault, int column, CSVRecord record, int line) {
    if (fault == STRAY_QUOTE) {
      quotes = true;
      return;
    }
    if (findings.refuses(fault)) {
      anyBroken = true;
      brokenFields[column] = true;
    }
    findings.add(fault, spot(column, record, line), type.field(column).expectation());
  }

  private void condition(int index, CSVRecord record, int line) {
    var condition = conditions[index];
    boolean broken = condition.broken(record, name);
    switch (condition.scope()) {
      case ROW -> {
        if (broken && !brokenFields[condition.column()]) {
          findings.add(condition.rule(), spot(condition.column(), record, line));
        }
      }
      case ONCE -> {
        if (broken && !told.get(index)) {
          told.set(index);
          findings.add(condition.rule(), spot(condition.column(), record, line));
        }
      }
      case ANY -> kept.set(index, kept.get(index) || !broken);
    }
  }

  @Override
  public void end() {
    for (int i = 0; i < conditions.length; i++) {
      var condition = conditions[i];
      if (condition.scope() == Condition.Scope.ANY && firstLine > 0 && !kept.get(i)) {
        findings.add(
            condition.rule(), Spot.field(name.text(), firstLine, type.field(condition.column())));
      }
    }
  }

  private Spot spot(int column, CSVRecord record, int line) {
    return new Spot(
        name.text(), line, type.field(column), record.get(column), KeyCheck.person(record, 1, 2));
  }
}
