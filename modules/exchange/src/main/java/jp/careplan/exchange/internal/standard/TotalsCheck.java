package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.internal.standard.Fault.GRAND_TOTAL_DOUBLED;
import static jp.careplan.exchange.internal.standard.Fault.GRAND_TOTAL_MISSING;
import static jp.careplan.exchange.internal.standard.Fault.GRAND_TOTAL_SUM;
import static jp.careplan.exchange.internal.standard.Fault.SUBTOTAL_MISSING;
import static jp.careplan.exchange.internal.standard.Fault.SUBTOTAL_SUM;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * 第7表: the rows that sum up. A grand total for each person is mandatory, and a subtotal for each
 * kind with several rows inside the benefit limit. That sums add up is plausible but not stated.
 */
final class TotalsCheck implements RecordCheck {
  private static final String[] INSIDE = {
    "managed_units",
    "kind_limit_excess_units",
    "kind_limit_within_units",
    "level_limit_excess_units",
    "level_limit_within_units"
  };

  /** The rows of one service kind of one person. */
  private static final class KindRows {
    private int insideRows;
    private int lastLine;
    private long amount;
    private long insideAmount;
    private long subtotal;
    private int subtotalLine;
  }

  /** The rows of one person. */
  private static final class PersonRows {
    private final Map<String, KindRows> kinds = new LinkedHashMap<>();
    private int lastLine;
    private int grandTotalLine;
    private long grandTotal;
    private boolean uncountable;
  }

  private final String file;
  private final RecordType type;
  private final Findings findings;
  private final int code;
  private final int amount;
  private final int[] inside;
  private final Map<PersonKey, PersonRows> persons = new LinkedHashMap<>();
  private @Nullable PersonRows current;
  private String insurer = "";
  private String insured = "";

  TotalsCheck(String file, RecordType type, Findings findings) {
    this.file = file;
    this.type = type;
    this.findings = findings;
    code = type.index("service_code");
    amount = type.index("service_units_amount");
    inside = new int[INSIDE.length];
    for (int i = 0; i < INSIDE.length; i++) {
      inside[i] = type.index(INSIDE[i]);
    }
  }

  static boolean concerns(RecordType type) {
    return type.has("service_code") && type.has("service_units_amount");
  }

  @Override
  public void record(CSVRecord record, int line) {
    var person = person(record);
    person.lastLine = line;
    String service = record.get(code);
    if (service.length() != 6) {
      person.uncountable = true;
      return;
    }
    if (service.equals("999999")) {
      grandTotal(person, record, line);
      return;
    }
    var kind = person.kinds.computeIfAbsent(service.substring(0, 2), k -> new KindRows());
    if (service.endsWith("AAAA")) {
      kind.subtotal += units(person, record);
      kind.subtotalLine = line;
    } else if (!service.endsWith("EEEE") && !service.endsWith("ZZZZ")) {
      detail(person, kind, record, line);
    }
  }

  private PersonRows person(CSVRecord record) {
    String nextInsurer = record.get(1);
    String nextInsured = record.get(2);
    var rows = current;
    if (rows == null || !nextInsured.equals(insured) || !nextInsurer.equals(insurer)) {
      insurer = nextInsurer;
      insured = nextInsured;
      rows = persons.computeIfAbsent(KeyCheck.person(record, 1, 2), k -> new PersonRows());
      current = rows;
    }
    return rows;
  }

  private void grandTotal(PersonRows person, CSVRecord record, int line) {
    if (person.grandTotalLine > 0) {
      findings.add(
          GRAND_TOTAL_DOUBLED,
          new Spot(file, line, type.field(code), record.get(code), KeyCheck.person(record, 1, 2)));
    }
    person.grandTotalLine = line;
    person.grandTotal = units(person, record);
  }

  private void detail(PersonRows person, KindRows kind, CSVRecord record, int line) {
    long units = units(person, record);
    kind.lastLine = line;
    kind.amount += units;
    for (int place : inside) {
      if (!record.get(place).isEmpty()) {
        kind.insideRows++;
        kind.insideAmount += units;
        return;
      }
    }
  }

  private long units(PersonRows person, CSVRecord record) {
    String text = record.get(amount);
    boolean negative = text.startsWith("-");
    String digits = negative ? text.substring(1) : text;
    if (digits.isEmpty()) {
      return 0;
    }
    if (digits.length() > 9 || !Characters.allDigits(digits)) {
      person.uncountable = true;
      return 0;
    }
    return negative ? -Characters.number(digits) : Characters.number(digits);
  }

  @Override
  public void end() {
    persons.forEach(this::judge);
  }

  private void judge(PersonKey key, PersonRows person) {
    if (person.grandTotalLine == 0) {
      findings.add(GRAND_TOTAL_MISSING, spot(person.lastLine, code, key));
    }
    long all = 0;
    long inLimit = 0;
    long subtotals = 0;
    for (var kind : person.kinds.values()) {
      judge(key, kind, person.uncountable);
      all += kind.amount;
      inLimit += kind.insideAmount;
      subtotals += kind.subtotal;
    }
    boolean adds =
        person.grandTotal == all || person.grandTotal == inLimit || person.grandTotal == subtotals;
    if (person.grandTotalLine > 0 && !person.uncountable && !adds) {
      findings.add(GRAND_TOTAL_SUM, spot(person.grandTotalLine, amount, key));
    }
  }

  private void judge(PersonKey key, KindRows kind, boolean uncountable) {
    if (kind.insideRows > 1 && kind.subtotalLine == 0) {
      findings.add(SUBTOTAL_MISSING, spot(kind.lastLine, code, key));
    }
    boolean adds = kind.subtotal == kind.amount || kind.subtotal == kind.insideAmount;
    if (kind.subtotalLine > 0 && !uncountable && !adds) {
      findings.add(SUBTOTAL_SUM, spot(kind.subtotalLine, amount, key));
    }
  }

  private Spot spot(int line, int column, PersonKey person) {
    return new Spot(file, line, type.field(column), "", person);
  }
}
