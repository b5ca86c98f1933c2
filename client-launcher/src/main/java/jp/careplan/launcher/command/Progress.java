package jp.careplan.launcher.command;

/** Counts the parts of a long errand: 「3/8 …」. */
final class Progress {
  private final Output output;
  private final int total;
  private int done;

  Progress(Output output, int total) {
    this.output = output;
    this.total = total;
  }

  void step(String what) {
    done++;
    output.progress(done + "/" + total + " " + what);
  }
}
