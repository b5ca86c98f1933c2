package jp.careplan.exchange.internal.trial;

import java.util.List;
import java.util.Map;
import jp.careplan.application.VendorTestPart.Kind;
import jp.careplan.exchange.internal.standard.SentRecord;
import jp.careplan.exchange.internal.standard.SourceFile;
import jp.careplan.exchange.internal.trial.CaseTables.Asked;

/** What is asked of care software that has taken a unit in. */
public final class CaseQuestions {
  private CaseQuestions() {}

  /** One question, by the key that its answer carries. */
  public record Question(String key, String words) {}

  public static List<Question> of(Kind kind) {
    return asked(kind).map(it -> new Question(it.key(), it.words())).toList();
  }

  private static java.util.stream.Stream<Asked> asked(Kind kind) {
    return CaseTables.ASKED.stream().filter(it -> it.kind() == kind);
  }

  /** One point for each question; what would have been right is not told. */
  public static List<CaseJudge.Point> judge(
      Kind kind, List<? extends SourceFile> given, Map<String, String> answers) {
    SentUnit unit = SentUnit.of(given);
    return asked(kind)
        .map(it -> {
          String right = SentUnit.folded(answer(it, unit));
          String said = SentUnit.folded(answers.getOrDefault(it.key(), ""));
          return new CaseJudge.Point(right.equals(said), it.words(), List.of());
        })
        .toList();
  }

  static String answer(Asked it, SentUnit unit) {
    List<SentRecord> records =
        unit.of(it.recordType()).stream()
            .filter(record ->
                it.whereColumn().isEmpty() || record.text(it.whereColumn()).equals(it.whereValue()))
            .toList();
    return switch (it.pick()) {
      case "count" -> String.valueOf(records.size());
      case "last" -> records.getLast().text(it.column());
      default -> records.getFirst().text(it.column());
    };
  }
}
