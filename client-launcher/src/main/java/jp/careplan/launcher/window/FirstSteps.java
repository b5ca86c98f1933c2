package jp.careplan.launcher.window;

import java.awt.BorderLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import jp.careplan.launcher.profile.WindowsStore;

/** A PC without a certificate: the three ways to one. */
final class FirstSteps extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JButton issue = new JButton("新しく発行してもらう(N)");
  private final Notes notes = new Notes();

  FirstSteps(Runnable issuing, Runnable takingFile, Runnable takingFromWindows) {
    super(new BorderLayout());
    var heading = new JLabel("このパソコンの電子証明書を用意します");
    heading.setFont(Theme.large(heading.getFont(), 1.4f));
    var rows = new Rows();
    rows.line(heading);
    way(rows, issue, 'N', "証明書発行用パスワードがあるときは、ここで発行してもらえます。鍵はこのパソコンで作り、外に出しません。", issuing);
    way(
        rows,
        new JButton("証明書のファイルを使う(F)"),
        'F',
        "電子証明書のファイル（.p12 または .pfx）を受け取っているとき。",
        takingFile);
    var windows = new JButton("Windowsに入っている証明書を使う(W)");
    windows.setEnabled(WindowsStore.isHere());
    way(
        rows,
        windows,
        'W',
        WindowsStore.isHere() ? "電子請求のパソコンには、もう入っていることがあります。" : "このパソコンはWindowsではないため、選べません。",
        takingFromWindows);
    rows.rest(notes);
    add(rows.scrolling());
  }

  private static void way(Rows rows, JButton button, char key, String help, Runnable taken) {
    button.setMnemonic(key);
    button.addActionListener(pressed -> taken.run());
    button.getAccessibleContext().setAccessibleDescription(help);
    rows.line(button);
    rows.words(help);
  }

  JButton defaultButton() {
    return issue;
  }
}
