package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.internal.standard.Fault.NUMBERS_DOUBLED;
import static jp.careplan.exchange.internal.standard.Fault.NUMBERS_UNSORTED;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** 第2表: 課題ＮＯ, 援助目標ＮＯ and 援助内容ＮＯ of one plan are sorted and tell the rows apart. */
final class NumbersCheck implements RecordCheck {
  private final String file;
  private final RecordType type;
  private final Findings findings;
  private final int[] numbers;
  private final int plan;
  private final Set<Integer> seen = new HashSet<>();
  private String person = "";
  private int last;
  private boolean unsortedTold;

  NumbersCheck(String file, RecordType type, Findings findings) {
    this.file = file;
    this.type = type;
    this.findings = findings;
    plan = type.index("care_plan_date");
    numbers = new int[] {type.index("need_no"), type.index("goal_no"), type.index("support_no")};
  }

  static boolean concerns(RecordType type) {
    return type.has("need_no") && type.has("goal_no");
  }

  @Override
  public void record(CSVRecord record, int line) {
    String whose = record.get(1) + '/' + record.get(2) + '/' + record.get(plan);
    if (!whose.equals(person)) {
      person = whose;
      seen.clear();
      last = 0;
    }
    int sum = 0;
    for (int place : numbers) {
      String number = record.get(place);
      if (number.isEmpty() || number.length() > 2 || !Characters.allDigits(number)) {
        return;
      }
      sum = sum * 100 + Characters.number(number);
    }
    if (!seen.add(sum)) {
      findings.add(NUMBERS_DOUBLED, Spot.field(file, line, type.field(numbers[2])));
    } else if (sum < last && !unsortedTold) {
      unsortedTold = true;
      findings.add(NUMBERS_UNSORTED, Spot.field(file, line, type.field(numbers[0])));
    }
    last = sum;
  }
}
