package jp.careplan.application;

/** What an office applies for, or tells. */
public enum ApplicationKind {
  /** 新規. */
  INITIAL("利用申請"),
  /** 更新, by hand. */
  RENEWAL("更新の申請"),
  /** 変更: name, address, kinds, mail. */
  CHANGE("変更の届け出"),
  /** 休止. */
  SUSPENSION("休止の届け出"),
  /** 再開. */
  RESUMPTION("再開の届け出"),
  /** 廃止. */
  CLOSING("廃止の届け出"),
  /** 利用終了. */
  TERMINATION("利用終了の届け出");

  private final String title;

  ApplicationKind(String title) {
    this.title = title;
  }

  /** What pages and mails call it. */
  public String title() {
    return title;
  }
}
