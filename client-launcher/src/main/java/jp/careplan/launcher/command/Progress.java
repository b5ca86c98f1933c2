package jp.careplan.launcher.command;

import jp.careplan.launcher.errand.Sending;
import jp.careplan.launcher.errand.UnitResult;
import jp.careplan.launcher.unit.SendingUnit;

/** Counts the parts of a long errand: 「3/8 …」. */
final class Progress implements Sending.Watcher {
  private final Output output;
  private final int total;
  private int begun;

  Progress(Output output, int total) {
    this.output = output;
    this.total = total;
  }

  void begins(String what) {
    begun++;
    output.passing(begun + "/" + total + " " + what);
  }

  void ended(String what) {
    output.progress(begun + "/" + total + " " + what);
  }

  @Override
  public void begins(SendingUnit unit) {
    begins("送っています… " + unit.label() + " " + unit.sequence());
  }

  @Override
  public void ended(UnitResult result) {
    ended(SentReport.line(result));
  }
}
