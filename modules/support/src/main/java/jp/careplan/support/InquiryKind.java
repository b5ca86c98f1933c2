package jp.careplan.support;

import java.util.Arrays;
import java.util.Optional;

/** What an inquiry (問い合わせ) is about. */
public enum InquiryKind {
  APPLICATION("利用申請・ライセンス"),
  SIGN_IN("ログイン・ID・パスワード"),
  CERTIFICATE("電子証明書"),
  EXCHANGE("送る・受け取る"),
  IMPORT("介護ソフトへの取り込み"),
  FEE("料金・支払い"),
  OTHER("その他");

  private final String label;

  InquiryKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<InquiryKind> of(String name) {
    return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
  }
}
