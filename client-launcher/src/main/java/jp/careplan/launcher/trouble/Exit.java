package jp.careplan.launcher.trouble;

/** What a command ends with; scripts rely on the numbers, so they never change. */
public enum Exit {
  DONE(0),
  REFUSED(1),
  MISUSE(2),
  NOT_ADMITTED(3),
  UNREACHABLE(4),
  PARTLY_DONE(5),
  LOCAL_TROUBLE(6);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
