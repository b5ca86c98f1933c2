package jp.careplan.application;

import static jp.careplan.kernel.OperatorSetting.Place.allowed;
import static jp.careplan.kernel.OperatorSetting.Place.needed;
import static jp.careplan.kernel.OperatorSetting.line;
import static jp.careplan.kernel.OperatorSetting.number;
import static jp.careplan.kernel.OperatorSetting.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.OperatorSetting;
import jp.careplan.kernel.OperatorSetting.Place;

/** What operators change around accounts, terminals and applications. */
@ApplicationScoped
class ApplicationSettings implements DeclaredSettings {
  private static final String LIMITS = "上限";
  private static final int LONGEST_SUBJECT = 100;

  private static final Place USER = allowed("user", "ユーザID");
  private static final Place URL = allowed("url", "画面のアドレス");

  static final OperatorSetting TERMINALS =
      number("terminals.most", LIMITS, "1つの事業所で使える端末の数（台）", 3, 1, 100)
          .or("careplan.terminals.most");

  static final OperatorSetting RESET_MINUTES =
      number("password-reset.minutes", LIMITS, "パスワードの再設定のメールが使える時間（分）", 30, 5, 1440);

  static final Mail PASSWORD_CHANGED =
      new Mail(
          "password-changed",
          "パスワードが変わったとき",
          "パスワードが変わりました",
          """
          ユーザID {user} のパスワードが変わりました。ほかのログインはすべて終わりました。

          覚えがないときは、すぐにパスワードを再設定し、窓口に電話してください。
          {url}\
          """,
          USER,
          URL);

  static final Mail PASSWORD_RESET =
      new Mail(
          "password-reset",
          "パスワードの再設定",
          "パスワードの再設定",
          """
          ユーザID {user} のパスワードの再設定が申し込まれました。

          次のアドレスを開き、新しいパスワードを決めてください。{minutes}分のあいだ、1回だけ使えます。
          {url}

          申し込んでいないときは、何もしないでください。パスワードは今のままです。\
          """,
          USER,
          allowed("minutes", "使える時間（分）"),
          needed("url", "再設定の画面のアドレス"));

  static final Mail SECURITY_MAIL_CHANGED =
      new Mail(
          "security-mail-changed",
          "セキュリティメールが変わったとき",
          "セキュリティメールが変わりました",
          """
          ユーザID {user} のセキュリティメールが変わりました。

          覚えがないときは、すぐにパスワードを変え、窓口に電話してください。
          {url}\
          """,
          USER,
          URL);

  static final Mail TERMINAL_STOPPED =
      new Mail(
          "terminal-stopped",
          "回復コードで端末を止めたとき",
          "端末を止めました",
          """
          ユーザID {user} の端末「{terminal}」を、回復コードで止めました。
          この端末の電子証明書は失効し、ログインはすべて終わりました。

          覚えがないときは、すぐに窓口に電話し、回復コードを作り直してください。
          {url}\
          """,
          USER,
          allowed("terminal", "端末の名前"),
          URL);

  static final Mail STAFF_INVITED =
      new Mail(
          "staff-invited",
          "職員を招待したとき",
          "職員としての招待",
          """
          ケアプランデータ連携を使う職員として、招待されました。

          ユーザID {user}

          次のアドレスを開き、パスワードを決めてください。7日のあいだ、1回だけ使えます。
          {url}

          覚えがないときは、このメールを捨ててください。\
          """,
          needed("user", "職員のユーザID"),
          needed("url", "招待の画面のアドレス"));

  static final Mail PASSKEY_REGISTERED =
      new Mail(
          "passkey-registered",
          "パスキーが登録されたとき",
          "パスキーが登録されました",
          """
          ユーザID {user} のパスキーが登録されました。

          覚えがないときは、すぐに次の画面で取り消し、窓口に電話してください。
          {url}\
          """,
          USER,
          URL);

  static final Mail OFFICE_LINKED =
      new Mail(
          "office-linked",
          "法人のほかの事業所につないだとき",
          "ほかの事業所から、状態を見られるようにしました",
          """
          ユーザID {user} のパスワードを使い、事業所番号 {viewer} の管理者が、この事業所のライセンス・利用申請・電子証明書の期限を見られるようにしました。
          ケアプランの中身は見えません。

          覚えがないときは、すぐにパスワードを変え、次の画面で外してください。
          {url}\
          """,
          USER,
          needed("viewer", "見られるようになる事業所の番号"),
          URL);

  static final Mail ID_REQUEST_RECEIVED =
      new Mail(
          "id-request-received",
          "IDの確認を受け付けたとき",
          "IDの確認を受け付けました",
          """
          IDの確認の申し込みを受け付けました。

          受付番号 {number}
          確認コード {code}

          いまの状態は、次の画面で見られます。
          {url}

          申し込んでいないときは、このメールを捨ててください。\
          """,
          needed("number", "受付番号"),
          needed("code", "確認コード"),
          URL);

  static final Mail ID_REQUEST_SETTLED =
      new Mail(
          "id-request-settled",
          "IDの確認に答えたとき",
          "IDの確認にお答えしました",
          """
          受付番号 {number} の申し込みにお答えしました。答えは郵便でお送りします。

          いまの状態は、次の画面で見られます。
          {url}\
          """,
          needed("number", "受付番号"),
          URL);

  static final Mail CERTIFICATE_ENDING =
      new Mail(
          "certificate-ending",
          "電子証明書の期限が近いとき",
          "電子証明書の期限が近づいています（あと{days}日）",
          """
          端末「{terminal}」の電子証明書は、{until}で終わります。
          過ぎると、この端末からログインできません。

          この端末の連携クライアントで「電子証明書の更新」を選ぶか、「careplan renew」を動かしてください。
          いまの電子証明書は、更新したあとも期限まで使えます。

          端末と証明書の画面: {url}\
          """,
          allowed("days", "残りの日数"),
          allowed("terminal", "端末の名前"),
          needed("until", "期限"),
          URL);

  static final OperatorSetting FOOT =
      text(
          "mail.foot",
          "メールの文面",
          "すべてのメールの終わり",
          "このメールに返信しても届きません。\nケアプランデータ連携\n{operator} {phone}",
          allowed("operator", "運営者の名前"),
          allowed("phone", "運営者の電話"),
          allowed("hours", "受付時間"));

  /** Subject and body of one mail. */
  record Mail(OperatorSetting subject, OperatorSetting body) {
    Mail(String key, String label, String subject, String body, Place... places) {
      this(
          line(
                  "mail." + key + ".subject",
                  group(),
                  label + "：件名",
                  subject,
                  LONGEST_SUBJECT,
                  Stream.of(places).map(it -> allowed(it.name(), it.words())).toArray(Place[]::new))
              .required(),
          text("mail." + key + ".body", group(), label + "：本文", body, places));
    }

    private static String group() {
      return "メールの文面";
    }
  }

  @Override
  public List<OperatorSetting> settings() {
    return Stream.concat(
            Stream.of(
                HouseOperator.NAME,
                HouseOperator.PHONE,
                HouseOperator.HOURS,
                TERMINALS,
                RESET_MINUTES),
            Stream.concat(
                Stream.of(
                        PASSWORD_CHANGED,
                        PASSWORD_RESET,
                        SECURITY_MAIL_CHANGED,
                        TERMINAL_STOPPED,
                        STAFF_INVITED,
                        PASSKEY_REGISTERED,
                        OFFICE_LINKED,
                        ID_REQUEST_RECEIVED,
                        ID_REQUEST_SETTLED,
                        CERTIFICATE_ENDING)
                    .flatMap(mail -> Stream.of(mail.subject(), mail.body())),
                Stream.of(FOOT)))
        .toList();
  }
}
