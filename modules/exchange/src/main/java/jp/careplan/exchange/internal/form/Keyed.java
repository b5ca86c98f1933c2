package jp.careplan.exchange.internal.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.exchange.internal.standard.SentRecord;

/** Records of one person by the numbers and days that tie them together. */
final class Keyed {
  private Keyed() {}

  /** By the third part of their key, a day or a month; in the order of the file. */
  static Map<String, List<SentRecord>> by(List<SentRecord> records, String identifier) {
    Map<String, List<SentRecord>> groups = new LinkedHashMap<>();
    for (var record : records) {
      groups.computeIfAbsent(record.text(identifier), key -> new ArrayList<>()).add(record);
    }
    return groups;
  }

  /** Neighbours with the same numbers; a row whose number cannot be read stands alone. */
  static List<List<SentRecord>> runs(List<SentRecord> sorted, List<String> numbers) {
    List<List<SentRecord>> runs = new ArrayList<>();
    for (var record : sorted) {
      var last =
          runs.isEmpty() ? Optional.<SentRecord>empty() : Optional.of(runs.getLast().getLast());
      boolean same =
          last.filter(before -> numbers.stream().allMatch(it -> isSame(it, before, record)))
              .isPresent();
      if (!same) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(record);
    }
    return runs;
  }

  private static boolean isSame(String number, SentRecord one, SentRecord other) {
    int it = number(one, number);
    return it != Integer.MAX_VALUE && it == number(other, number);
  }

  /** {@link Integer#MAX_VALUE} for none, or one that cannot be read. */
  static int number(SentRecord record, String identifier) {
    var field = record.field(identifier);
    return field.isEmpty() || !field.readable() || field.text().length() > 9
        ? Integer.MAX_VALUE
        : Integer.parseInt(field.text());
  }
}
