package jp.careplan.exchange.internal.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.careplan.exchange.internal.standard.SentRecord;

/** Records of one person by the third part of their key: a day or a month. */
final class Keyed {
  private Keyed() {}

  /** In the order of the file. */
  static Map<String, List<SentRecord>> by(List<SentRecord> records, String identifier) {
    Map<String, List<SentRecord>> groups = new LinkedHashMap<>();
    for (var record : records) {
      groups.computeIfAbsent(record.text(identifier), key -> new ArrayList<>()).add(record);
    }
    return groups;
  }
}
