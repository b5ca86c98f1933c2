package jp.careplan.support;

import java.util.Arrays;
import java.util.Optional;

/** Under which heading a question stands. */
public enum FaqCategory {
  A("はじめに・制度"),
  B("始める準備"),
  C("ID・パスワード"),
  D("電子証明書"),
  E("利用申請・ライセンス"),
  F("料金・支払い"),
  G("送る"),
  H("受け取る"),
  I("エラー・困ったとき"),
  J("安全・個人情報"),
  K("これから（公的なWebサービスへの移行）");

  private final String label;

  FaqCategory(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<FaqCategory> of(String letter) {
    return Arrays.stream(values()).filter(it -> it.name().equals(letter)).findFirst();
  }
}
