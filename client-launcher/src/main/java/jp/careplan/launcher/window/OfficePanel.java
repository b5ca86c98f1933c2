package jp.careplan.launcher.window;

import java.awt.BorderLayout;
import java.time.Instant;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import jp.careplan.launcher.api.Overview;
import jp.careplan.launcher.api.Session;
import jp.careplan.launcher.text.JapanTime;
import jp.careplan.launcher.trouble.Trouble;

/** Who is signed in, what is unread, and the way to the pages. */
final class OfficePanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 16;

  private final JLabel office = new JLabel();
  private final JLabel user = new JLabel();
  private final JLabel unread = new JLabel();
  private final JLabel sent = new JLabel();
  private final JLabel asked = new JLabel();
  private final JButton open = new JButton("ブラウザーで開く(B)");
  private final JButton renew = new JButton("電子証明書を更新する(R)");
  private final Notes notes = new Notes();

  OfficePanel(Runnable opening, Runnable renewing, Runnable signingOut) {
    super(new BorderLayout());
    office.setFont(Theme.large(office.getFont(), 1.4f));
    unread.setFont(Theme.large(unread.getFont(), 2));
    unread.setOpaque(true);
    unread.setBackground(Theme.KEY_PALE);
    unread.setBorder(BorderFactory.createEmptyBorder(PAD, PAD, PAD, PAD));
    user.setForeground(Theme.SECOND_TEXT);
    asked.setForeground(Theme.SECOND_TEXT);
    open.setMnemonic('B');
    open.addActionListener(pressed -> opening.run());
    renew.setMnemonic('R');
    renew.setVisible(false);
    renew.addActionListener(pressed -> renewing.run());
    var signOut = new JButton("ログアウト(L)");
    signOut.setMnemonic('L');
    signOut.addActionListener(pressed -> signingOut.run());
    var rows = new Rows();
    List.of(office, user, unread, sent, open, renew, signOut, asked).forEach(rows::line);
    rows.rest(notes);
    add(rows.scrolling());
  }

  JButton defaultButton() {
    return open;
  }

  void welcome(Session session) {
    office.setText(session.office().shown());
    user.setText("事業所番号 " + session.office().number() + "　ユーザID " + session.userId());
    open.requestFocusInWindow();
  }

  void show(Overview overview, List<String> warnings, Instant when) {
    unread.setText(overview.unread() == 0 ? "未受信はありません" : "● 未受信 " + overview.unread() + "件");
    sent.setText(
        "今日送ったもの " + overview.sentToday() + "件　相手がまだ受け取っていないもの " + overview.notReceived() + "件");
    asked.setText(JapanTime.minute(when) + " に確かめました。1分ごとに確かめます。");
    notes.warn(warnings);
  }

  /** Whether the certificate ends soon enough to be renewed here. */
  void offerRenewal(boolean offered) {
    renew.setVisible(offered);
  }

  void tell(String text) {
    notes.tell(text);
  }

  void refuse(Trouble trouble) {
    notes.refuse(trouble.problem());
  }
}
