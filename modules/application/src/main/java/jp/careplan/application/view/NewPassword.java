package jp.careplan.application.view;

import jp.careplan.application.page.PageMessages;

/** A new password, typed twice. */
public final class NewPassword {
  private String wanted = "";
  private String again = "";

  /** Whether both are the same; says so on the page when they are not. */
  boolean isSame() {
    if (!wanted.equals(again)) {
      PageMessages.warn("新しいパスワードが2つの欄で違います", "同じものを2回入れてください。");
      return false;
    }
    return true;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
