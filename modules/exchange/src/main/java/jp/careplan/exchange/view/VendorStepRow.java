package jp.careplan.exchange.view;

import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.VendorTesting.Step;

/** One part of a run as pages show it. */
public final class VendorStepRow {
  private final Step step;
  private final JapaneseTime time;

  VendorStepRow(Step step, JapaneseTime time) {
    this.step = step;
    this.time = time;
  }

  public String getCode() {
    return step.part().code();
  }

  public String getKind() {
    return step.part().kind() + " " + step.part().kind().words();
  }

  public String getWay() {
    return step.part().way().words();
  }

  public boolean isPassed() {
    return step.passedAt().isPresent();
  }

  public String getState() {
    if (isPassed()) {
      return "✓ 合格";
    }
    return step.tries() == 0 ? "– まだです" : "✗ 合格していません（" + step.tries() + "回）";
  }

  public String getStyle() {
    return isPassed() ? "good" : step.tries() == 0 ? "gone" : "bad";
  }

  public String getPassedAt() {
    return step.passedAt().map(time::moment).orElse("–");
  }
}
