package jp.careplan.exchange;

/** Whether a partner can be sent to, and why not. */
public enum PartnerState {
  JOINED("✓ 参加しています", "good"),
  INVITED("✉ さそいました", "waiting"),
  NOT_JOINED("– まだ参加していません", "gone"),
  SUSPENDED("✗ 休止中です", "bad"),
  LEFT("✗ 利用を終えました", "bad"),
  CLOSED("✗ 廃止されました", "bad");

  private final String words;
  private final String style;

  PartnerState(String words, String style) {
    this.words = words;
    this.style = style;
  }

  /** Mark and words. */
  public String words() {
    return words;
  }

  /** Name of the state's style. */
  public String style() {
    return style;
  }

  public boolean canBeSentTo() {
    return this == JOINED;
  }

  /** Whether an invitation makes sense. */
  public boolean canBeInvited() {
    return this == INVITED || this == NOT_JOINED || this == LEFT;
  }
}
