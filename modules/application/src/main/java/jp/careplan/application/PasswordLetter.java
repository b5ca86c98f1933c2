package jp.careplan.application;

import jp.careplan.kernel.KjUserId;

/** What the letter with a temporary password says. */
final class PasswordLetter {
  private PasswordLetter() {}

  static String text(OfficeProfile office, KjUserId user, String password) {
    return """
    %s
    %s　御中

    仮パスワードのお知らせ

    ご依頼により、仮パスワードを発行しました。

    ユーザID　　　%s
    仮パスワード　%s

    1. 「IDとパスワードで入る」の画面を開きます。
    2. 上のユーザIDと仮パスワードを入れます。ハイフンも入れてください。
    3. 新しいパスワードを決めます。決めるまで、ほかの画面は開けません。

    これまでのパスワードは使えなくなりました。
    この手紙は、パスワードを変えたあと、細かく切って捨ててください。
    覚えがないときは、すぐに窓口に電話してください。
    """
        .formatted(office.address(), office.name(), user, password)
        .stripLeading();
  }
}
