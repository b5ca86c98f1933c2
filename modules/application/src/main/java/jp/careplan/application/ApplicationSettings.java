package jp.careplan.application;

import static jp.careplan.kernel.OperatorSetting.Place.allowed;
import static jp.careplan.kernel.OperatorSetting.Place.needed;
import static jp.careplan.kernel.OperatorSetting.number;
import static jp.careplan.kernel.OperatorSetting.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.OperatorSetting;
import jp.careplan.kernel.OperatorSetting.Place;

/** What operators change around accounts, terminals and applications. */
@ApplicationScoped
class ApplicationSettings implements DeclaredSettings {
  private static final String LIMITS = "上限";

  private static final Place USER = allowed("user", "ユーザID");
  private static final Place URL = allowed("url", "画面のアドレス");

  static final OperatorSetting TERMINALS =
      number("terminals.most", LIMITS, "1つの事業所で使える端末の数（台）", 3, 1, 100)
          .or("careplan.terminals.most");

  static final OperatorSetting RESET_MINUTES =
      number("password-reset.minutes", LIMITS, "パスワードの再設定のメールが使える時間（分）", 30, 5, 1440);

  static final MailText PASSWORD_CHANGED =
      MailText.of(
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

  static final MailText PASSWORD_RESET =
      MailText.of(
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

  static final MailText SECURITY_MAIL_CHANGED =
      MailText.of(
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

  static final MailText TERMINAL_STOPPED =
      MailText.of(
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

  static final MailText STAFF_INVITED =
      MailText.of(
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

  static final MailText PASSKEY_REGISTERED =
      MailText.of(
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

  static final MailText OFFICE_LINKED =
      MailText.of(
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

  static final MailText ID_REQUEST_RECEIVED =
      MailText.of(
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

  static final MailText ID_REQUEST_SETTLED =
      MailText.of(
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

  static final MailText CERTIFICATE_ENDING =
      MailText.of(
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
          MailText.GROUP,
          "すべてのメールの終わり",
          "このメールに返信しても届きません。\nケアプランデータ連携\n{operator} {phone}",
          allowed("operator", "運営者の名前"),
          allowed("phone", "運営者の電話"),
          allowed("hours", "受付時間"));

  private static final Place TITLE = allowed("title", "申請や届け出の名前");
  private static final Place NUMBER = allowed("number", "申請番号");

  static final MailText APPLICATION_COMPLETED =
      MailText.of(
          "application-completed",
          "申請が完了したとき",
          "{title}が完了しました",
          applicationBody("{next}"),
          TITLE,
          NUMBER,
          allowed("next", "届け出ごとの結果と、次にすること"),
          URL);

  static final MailText APPLICATION_IN_REVIEW =
      MailText.of(
          "application-in-review",
          "申請を受け付けたとき（審査）",
          "{title}を受け付けました",
          applicationBody("運営者が内容を確かめています。結果はメールでお知らせします。\n理由: {reason}"),
          TITLE,
          NUMBER,
          allowed("reason", "審査の理由"),
          URL);

  static final MailText APPLICATION_SENT_BACK =
      MailText.of(
          "application-sent-back",
          "申請を差し戻したとき",
          "{title}に直すところがあります",
          applicationBody("理由: {reason}\n画面で直して、もう一度申請してください。入力した内容は残っています。"),
          TITLE,
          NUMBER,
          needed("reason", "差戻しの理由"),
          URL);

  static final MailText APPLICATION_REJECTED =
      MailText.of(
          "application-rejected",
          "申請を却下したとき",
          "{title}は認められませんでした",
          applicationBody("理由: {reason}"),
          TITLE,
          NUMBER,
          needed("reason", "却下の理由"),
          URL);

  static final MailText APPLICATION_RETRACTED =
      MailText.of(
          "application-retracted",
          "申請を取り下げたとき",
          "{title}を取り下げました",
          applicationBody("必要なときは、もう一度申請できます。"),
          TITLE,
          NUMBER,
          URL);

  private static String applicationBody(String words) {
    return words
        + """


        申請番号: {number}
        種類: {title}

        くわしくは、次の画面で確かめられます。
        {url}

        このメールに心当たりがないときは、運営者の窓口にお知らせください。\
        """;
  }

  @Override
  public List<OperatorSetting> settings() {
    return Stream.concat(
            Stream.of(HouseOperator.NAME, HouseOperator.PHONE, TERMINALS, RESET_MINUTES),
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
                        CERTIFICATE_ENDING,
                        APPLICATION_COMPLETED,
                        APPLICATION_IN_REVIEW,
                        APPLICATION_SENT_BACK,
                        APPLICATION_REJECTED,
                        APPLICATION_RETRACTED)
                    .flatMap(MailText::settings),
                Stream.of(FOOT)))
        .toList();
  }
}
