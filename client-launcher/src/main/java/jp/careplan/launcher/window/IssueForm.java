package jp.careplan.launcher.window;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/** What it takes to have a certificate issued to this PC. */
final class IssueForm extends JPanel {
  private static final long serialVersionUID = 1L;

  /**
   * What was typed.
   *
   * @param publicServer empty for the usual port of the server
   */
  record Typed(
      String server,
      Optional<String> publicServer,
      Optional<Path> authority,
      String userId,
      String terminalName,
      Secret issuePassword,
      Secret filePassword) {}

  private final JTextField server = new JTextField();
  private final JTextField publicServer = new JTextField();
  private final JTextField authority = new JTextField();
  private final JTextField userId = new JTextField();
  private final JTextField terminalName = new JTextField();
  private final JPasswordField issuePassword = new JPasswordField();
  private final JPasswordField filePassword = new JPasswordField();
  private final JPasswordField again = new JPasswordField();
  private final JButton issue = new JButton("発行してもらう");
  private final JButton back = new JButton("戻る(B)");
  private final Notes notes = new Notes();
  private transient Optional<Path> chosenAuthority = Optional.empty();

  IssueForm(Consumer<Typed> issuing, Runnable goingBack) {
    super(new BorderLayout());
    issue.addActionListener(pressed -> submit(issuing));
    back.setMnemonic('B');
    back.addActionListener(pressed -> goingBack.run());
    authority.setEditable(false);
    var heading = new JLabel("電子証明書を発行してもらう");
    heading.setFont(Theme.large(heading.getFont(), 1.4f));
    var rows = new Rows();
    rows.line(heading);
    rows.field("接続先", 'S', server);
    rows.field("発行の窓口（書かないときは接続先の8443）", 'O', publicServer);
    rows.field(
        "接続先の認証局の証明書（配られたときだけ）", 'A', authority, FileChooser.ofAuthority('K', this, this::believe));
    rows.field("ユーザID（KJで始まる14文字）", 'U', userId);
    rows.field("このパソコンの名前（例 受付のパソコン）", 'T', terminalName);
    rows.field("証明書発行用パスワード", 'I', issuePassword);
    rows.field("電子証明書のパスワード（新しく決めます）", 'E', filePassword);
    rows.field("電子証明書のパスワード（もう一度）", 'G', again);
    rows.line(issue);
    rows.line(back);
    rows.rest(notes);
    add(rows.scrolling());
  }

  private void believe(Path file) {
    chosenAuthority = Optional.of(file);
    authority.setText(file.toString());
  }

  /** Fills in what was noted before: a certificate that ended is followed by a new one. */
  void remember(Profile noted) {
    server.setText(noted.server());
    publicServer.setText(noted.publicServer() == null ? "" : noted.publicServer());
    userId.setText(noted.userId());
  }

  private void submit(Consumer<Typed> issuing) {
    if (!Arrays.equals(filePassword.getPassword(), again.getPassword())) {
      refuse(new Trouble(LauncherProblem.PASSWORDS_DIFFER, ""));
      return;
    }
    issuing.accept(
        new Typed(
            server.getText().strip(),
            Optional.of(publicServer.getText().strip()).filter(it -> !it.isEmpty()),
            chosenAuthority,
            userId.getText().strip(),
            terminalName.getText().strip(),
            new Secret(issuePassword.getPassword()),
            new Secret(filePassword.getPassword())));
  }

  JButton defaultButton() {
    return issue;
  }

  void busy() {
    issue.setEnabled(false);
    back.setEnabled(false);
    notes.tell("鍵を作り、発行を頼んでいます。1分ほどかかることがあります…");
  }

  /** What was typed stays, but for the issuing password: each try of it counts. */
  void refuse(Trouble trouble) {
    ready();
    issuePassword.setText("");
    notes.refuse(trouble.problem());
  }

  void forgetSecrets() {
    ready();
    issuePassword.setText("");
    filePassword.setText("");
    again.setText("");
    notes.clear();
  }

  private void ready() {
    issue.setEnabled(true);
    back.setEnabled(true);
  }
}
