package jp.careplan.application;

/** Where an application stands. */
public enum ApplicationStatus {
  /** 下書き: the office is writing it. */
  DRAFT,
  /** 完了. */
  COMPLETED,
  /** 審査中: waits for an operator. */
  IN_REVIEW,
  /** 差戻し: the office may put it right and send it again. */
  SENT_BACK,
  /** 却下. */
  REJECTED,
  /** 取下げ, by the office. */
  RETRACTED;

  /** Whether the office may still write in it. */
  public boolean isEditable() {
    return this == DRAFT || this == SENT_BACK;
  }

  /** Whether somebody has something to do about it. */
  public boolean isOpen() {
    return isEditable() || this == IN_REVIEW;
  }
}
