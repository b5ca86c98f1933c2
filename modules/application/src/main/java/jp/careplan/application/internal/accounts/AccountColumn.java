package jp.careplan.application.internal.accounts;

import java.util.Arrays;
import java.util.List;

/** The columns of the file, in order. */
public enum AccountColumn {
  USER_ID(1, "ユーザID"),
  OFFICE_NUMBER(2, "事業所番号"),
  NAME(3, "事業所名"),
  KANA_NAME(4, "フリガナ"),
  ADDRESS(5, "所在地"),
  KINDS(6, "サービス種類"),
  PASSWORD(7, "仮パスワード"),
  MAIL(8, "セキュリティメール");

  private final int number;
  private final String heading;

  AccountColumn(int number, String heading) {
    this.number = number;
    this.heading = heading;
  }

  public String heading() {
    return heading;
  }

  /** 1 for the first. */
  public int number() {
    return number;
  }

  static List<String> headings() {
    return Arrays.stream(values()).map(AccountColumn::heading).toList();
  }
}
