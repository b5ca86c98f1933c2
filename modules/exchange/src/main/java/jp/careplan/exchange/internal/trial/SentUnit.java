package jp.careplan.exchange.internal.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.careplan.exchange.internal.standard.SentFile;
import jp.careplan.exchange.internal.standard.SentRecord;
import jp.careplan.exchange.internal.standard.SourceFile;
import jp.careplan.exchange.internal.standard.Standard;

/** The records of a unit by the kind of their file. */
record SentUnit(Map<String, List<SentRecord>> records, Map<String, String> names) {
  static SentUnit of(List<? extends SourceFile> files) {
    Map<String, List<SentRecord>> records = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    try {
      for (SourceFile file : files) {
        Standard.load()
            .read(file)
            .filter(it -> !it.isImage())
            .ifPresent((SentFile it) -> {
              records.computeIfAbsent(it.type(), type -> new ArrayList<>()).addAll(it.records());
              names.put(it.type(), it.typeName());
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not fail
    }
    return new SentUnit(records, names);
  }

  List<SentRecord> of(String type) {
    return records.getOrDefault(type, List.of());
  }

  /** Width and blanks make no difference: care software writes them as it likes. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }
}
