package jp.careplan.exchange.internal.standard;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.exchange.OfferedFile;

/**
 * 実績 as if all had gone as planned, for a partner to practise with. The rows are the plan's own
 * bytes: form 6 and its result have the same columns, and only who wrote them and when differs.
 */
final class ResultOfPlan {
  static final String PLAN = "UPPLAN";
  private static final String RESULT = "UPJSK";
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Pattern FIELD =
      Pattern.compile("(\"(?:[^\"]|\"\")*\"|[^,\r\n]*)(,|\r?\n|$)");
  private static final DateTimeFormatter SEQUENCE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private final FileName plan;
  private final String sequence;
  private final RecordType type;

  ResultOfPlan(FileName plan, LocalDateTime made) {
    this.plan = plan;
    this.sequence = SEQUENCE.format(made);
    this.type = plan.type();
  }

  /** Empty where no row concerns the plan's recipient. */
  Optional<OfferedFile> of(byte[] content) {
    var text = new StringBuilder();
    for (List<String> row : rows(new String(content, MS932))) {
      if (row.size() == type.width() && concerned(row)) {
        row.set(type.index("created_date"), sequence.substring(0, 8));
        row.set(type.index("updating_office"), plan.receiver());
        text.append(String.join(",", row)).append("\r\n");
      }
    }
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new OfferedFile(name(), text.toString().getBytes(MS932)));
  }

  private boolean concerned(List<String> row) {
    return row.get(type.index("service_office_no")).replace("\"", "").equals(plan.receiver());
  }

  /** Fields with their quotes, as they were written. */
  private static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    Matcher field = FIELD.matcher(text);
    while (field.lookingAt() && field.start() < text.length()) {
      row.add(field.group(1));
      if (!field.group(2).equals(",")) {
        rows.add(row);
        row = new ArrayList<>();
      }
      field.region(field.end(), text.length());
    }
    return rows;
  }

  private String name() {
    return String.join(
            "_",
            RESULT,
            plan.month(),
            plan.receiver() + kind(plan.receiverKind()),
            plan.sender() + kind(plan.senderKind()),
            sequence)
        + ".CSV";
  }

  private static String kind(String kind) {
    return kind.isEmpty() ? "" : "_" + kind;
  }
}
