package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.Mailing;
import jp.careplan.kernel.Mailing.Mail;
import jp.careplan.kernel.OfficeNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Words of the mails around an account. No subject says whose it is. */
@ApplicationScoped
class AccountMails {
  private static final String FOOT = "\n\nこのメールに返信しても届きません。\nケアプランデータ連携\n";

  @Inject private Mailing mailing;

  @Inject
  @ConfigProperty(name = "careplan.public-url", defaultValue = "http://localhost:8080")
  private String publicUrl;

  void passwordChanged(Account account) {
    send(
        account.securityMail(),
        "パスワードが変わりました",
        "ユーザID "
            + account.user()
            + " のパスワードが変わりました。ほかのログインはすべて終わりました。\n\n"
            + "覚えがないときは、すぐにパスワードを再設定し、窓口に電話してください。\n"
            + publicUrl
            + "/account/reset");
  }

  void resetCode(Account account, String code) {
    send(
        account.securityMail(),
        "パスワードの再設定",
        "ユーザID "
            + account.user()
            + " のパスワードの再設定が申し込まれました。\n\n"
            + "次のアドレスを開き、新しいパスワードを決めてください。30分のあいだ、1回だけ使えます。\n"
            + publicUrl
            + "/account/new-password?code="
            + code
            + "\n\n申し込んでいないときは、何もしないでください。パスワードは今のままです。");
  }

  void securityMailChanged(KjUserId user, String to) {
    send(
        to,
        "セキュリティメールが変わりました",
        "ユーザID "
            + user
            + " のセキュリティメールが変わりました。\n\n"
            + "覚えがないときは、すぐにパスワードを変え、窓口に電話してください。\n"
            + publicUrl
            + "/account/password");
  }

  void terminalStopped(Account account, String terminal) {
    send(
        account.securityMail(),
        "端末を止めました",
        "ユーザID "
            + account.user()
            + " の端末「"
            + terminal
            + "」を、回復コードで止めました。この端末の電子証明書は失効し、ログインはすべて終わりました。\n\n"
            + "覚えがないときは、すぐに窓口に電話し、回復コードを作り直してください。\n"
            + publicUrl
            + "/account/recovery-codes");
  }

  void officeLinked(Account account, OfficeNumber viewer) {
    send(
        account.securityMail(),
        "ほかの事業所から、状態を見られるようにしました",
        "ユーザID "
            + account.user()
            + " のパスワードを使い、事業所番号 "
            + viewer
            + " の管理者が、この事業所のライセンス・利用申請・電子証明書の期限を見られるようにしました。"
            + "ケアプランの中身は見えません。\n\n"
            + "覚えがないときは、すぐにパスワードを変え、次の画面で外してください。\n"
            + publicUrl
            + "/account/group");
  }

  void idRequestReceived(String to, String number, String code) {
    send(
        to,
        "IDの確認を受け付けました",
        "IDの確認の申し込みを受け付けました。\n\n受付番号 "
            + number
            + "\n確認コード "
            + code
            + "\n\nいまの状態は、次の画面で見られます。\n"
            + publicUrl
            + "/account/id-request-state"
            + "\n\n申し込んでいないときは、このメールを捨ててください。");
  }

  void idRequestSettled(String to, String number) {
    send(
        to,
        "IDの確認にお答えしました",
        "受付番号 "
            + number
            + " の申し込みにお答えしました。答えは郵便でお送りします。\n\nいまの状態は、次の画面で見られます。\n"
            + publicUrl
            + "/account/id-request-state");
  }

  private void send(String to, String subject, String text) {
    if (!to.isEmpty()) {
      mailing.queue(new Mail(to, "【ケアプランデータ連携】" + subject, text + FOOT));
    }
  }
}
