package jp.careplan.application;

import jp.careplan.kernel.KjUserId;

/** What the letters with passwords say. */
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

    これまでのパスワードと、登録していたパスキー、回復コードは、使えなくなりました。
    パスワードを決めたら、「設定・証明書」の画面で、セキュリティメールがこの事業所の
    ものであることを確かめ、パスキーと回復コードを作り直してください。
    この手紙は、パスワードを変えたあと、細かく切って捨ててください。
    覚えがないときは、すぐに窓口に電話してください。
    """
        .formatted(office.address(), office.name(), user, password)
        .stripLeading();
  }

  static String issuing(OfficeProfile office, KjUserId user, String password) {
    return """
    %s
    %s　御中

    証明書発行用パスワードのお知らせ

    ご依頼により、証明書発行用パスワードを発行しました。

    ユーザID　　　　　　　　%s
    証明書発行用パスワード　%s

    1. 連携クライアントで「電子証明書を作る」を選びます。
    2. 上のユーザIDと証明書発行用パスワードを入れます。
    3. 端末に名前を付けます。電子証明書はその端末に入ります。

    これまでの証明書発行用パスワードは使えなくなりました。
    知っている人は、この事業所の電子証明書を作れます。鍵のかかる場所にしまってください。
    覚えがないときは、すぐに窓口に電話してください。
    """
        .formatted(office.address(), office.name(), user, password)
        .stripLeading();
  }
}
