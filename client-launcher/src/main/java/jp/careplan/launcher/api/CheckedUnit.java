package jp.careplan.launcher.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the exchange's check says about one unit. */
public record CheckedUnit(
    @Nullable String sequence,
    @Nullable String unit,
    String verdict,
    @Nullable String sender,
    @Nullable String recipient,
    @Nullable String recipientName,
    List<Finding> findings) {

  public CheckedUnit {
    findings = findings == null ? List.of() : findings;
  }

  public boolean accepted() {
    return verdict.equals("accepted");
  }

  record Answer(List<CheckedUnit> units) {}
}
