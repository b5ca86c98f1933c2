package jp.careplan.launcher.window;

import java.awt.BorderLayout;
import java.util.function.BiConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.trouble.Trouble;

/** The two passwords that a renewal of this PC's certificate takes. */
final class RenewForm extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JPasswordField issuePassword = new JPasswordField();
  private final JPasswordField filePassword = new JPasswordField();
  private final JButton renew = new JButton("更新する");
  private final JButton back = new JButton("戻る(B)");
  private final Notes notes = new Notes();

  /**
   * @param renewing takes the issuing password and the one of the certificate's file
   */
  RenewForm(BiConsumer<Secret, Secret> renewing, Runnable goingBack) {
    super(new BorderLayout());
    renew.addActionListener(pressed ->
        renewing.accept(
            new Secret(issuePassword.getPassword()), new Secret(filePassword.getPassword())));
    back.setMnemonic('B');
    back.addActionListener(pressed -> goingBack.run());
    var heading = new JLabel("電子証明書を更新する");
    heading.setFont(Theme.large(heading.getFont(), 1.4f));
    var rows = new Rows();
    rows.line(heading);
    rows.words("新しい鍵をこのパソコンで作ります。前の電子証明書も、期限まで使えます。");
    rows.field("証明書発行用パスワード", 'I', issuePassword);
    rows.field("電子証明書のパスワード（いまと同じもの）", 'E', filePassword);
    rows.line(renew);
    rows.line(back);
    rows.rest(notes);
    add(rows.scrolling());
  }

  JButton defaultButton() {
    return renew;
  }

  void busy() {
    renew.setEnabled(false);
    back.setEnabled(false);
    notes.tell("鍵を作り、更新を頼んでいます。1分ほどかかることがあります…");
  }

  void refuse(Trouble trouble) {
    clear();
    notes.refuse(trouble.problem());
    issuePassword.requestFocusInWindow();
  }

  /** Ready for the next time, without a secret. */
  void clear() {
    renew.setEnabled(true);
    back.setEnabled(true);
    issuePassword.setText("");
    filePassword.setText("");
    notes.clear();
  }
}
