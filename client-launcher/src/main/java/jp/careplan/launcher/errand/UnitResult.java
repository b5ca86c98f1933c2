package jp.careplan.launcher.errand;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.launcher.api.Finding;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Problem;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.unit.SendingUnit;
import org.jspecify.annotations.Nullable;

/**
 * What became of one unit; the shape of {@code send --json}.
 *
 * @param overridable whether a reason would let it go all the same
 */
public record UnitResult(
    UnitFacts unit,
    Outcome outcome,
    @Nullable Proof receipt,
    List<Finding> findings,
    boolean overridable,
    @Nullable Problem problem,
    @JsonIgnore @Nullable Trouble trouble) {

  /** {@code FAILED} may be tried again as it is; {@code NOT_TRIED} was left because of it. */
  public enum Outcome {
    @JsonProperty("sent")
    SENT,
    @JsonProperty("alreadySent")
    ALREADY_SENT,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("notTried")
    NOT_TRIED
  }

  /**
   * What the names of a unit's files tell.
   *
   * @param serviceMonth six digits; null where no name carries one
   */
  public record UnitFacts(
      String folder,
      @Nullable String sequence,
      List<String> files,
      @Nullable String sender,
      @Nullable String recipient,
      @Nullable String kind,
      @Nullable String serviceMonth) {

    public static UnitFacts of(SendingUnit unit) {
      return new UnitFacts(
          unit.folder().toString(),
          unit.sequence(),
          unit.fileNames(),
          unit.addresses().sender(),
          unit.addresses().receiver(),
          unit.label(),
          unit.month().orElse(null));
    }

    static UnitFacts ofMisfit(Path file) {
      String folder = String.valueOf(file.getParent());
      var names = List.of(String.valueOf(file.getFileName()));
      return new UnitFacts(folder, null, names, null, null, null, null);
    }
  }

  /**
   * @param file where the receipt is kept on this PC
   */
  public record Proof(
      String id,
      String receiptNumber,
      @Nullable String sentAt,
      @Nullable String recipientName,
      String file) {}

  static UnitResult sent(SendingUnit unit, Proof proof, List<Finding> warnings) {
    return new UnitResult(UnitFacts.of(unit), Outcome.SENT, proof, warnings, false, null, null);
  }

  static UnitResult alreadySent(SendingUnit unit, Proof proof) {
    return new UnitResult(
        UnitFacts.of(unit), Outcome.ALREADY_SENT, proof, List.of(), false, null, null);
  }

  static UnitResult refused(SendingUnit unit, Trouble trouble) {
    JsonNode document = trouble.problem().document();
    return new UnitResult(
        UnitFacts.of(unit),
        Outcome.REFUSED,
        null,
        findings(document),
        document.path("overridable").asBoolean(),
        trouble.problem(),
        trouble);
  }

  static UnitResult failed(SendingUnit unit, Trouble trouble) {
    return new UnitResult(
        UnitFacts.of(unit), Outcome.FAILED, null, List.of(), false, trouble.problem(), trouble);
  }

  static UnitResult notTried(SendingUnit unit) {
    return new UnitResult(
        UnitFacts.of(unit), Outcome.NOT_TRIED, null, List.of(), false, null, null);
  }

  public static UnitResult misfit(Path file) {
    var trouble = new Trouble(LauncherProblem.NAME_FITS_NOTHING, "ファイル: " + file.getFileName());
    return new UnitResult(
        UnitFacts.ofMisfit(file),
        Outcome.REFUSED,
        null,
        List.of(),
        false,
        trouble.problem(),
        trouble);
  }

  public boolean arrived() {
    return outcome == Outcome.SENT || outcome == Outcome.ALREADY_SENT;
  }

  private static List<Finding> findings(JsonNode document) {
    var findings = new ArrayList<Finding>();
    for (JsonNode each : document.path("findings")) {
      try {
        findings.add(Json.read(Json.compact(each), Finding.class));
      } catch (IOException e) {
        throw new Trouble(LauncherProblem.NOT_THE_EXCHANGE, "指摘の形が読めません。", e);
      }
    }
    return findings;
  }
}
