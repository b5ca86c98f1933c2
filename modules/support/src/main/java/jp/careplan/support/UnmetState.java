package jp.careplan.support;

/** Whether an unmet question waits, or how editors ended it. */
public enum UnmetState {
  OPEN("まだ"),
  FAQ("よくある質問で答えた"),
  SYNONYM("同義語を足した"),
  RULE("チャットの規則で答えた"),
  IGNORED("対応しない");

  private final String label;

  UnmetState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
