package jp.careplan.launcher.window;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.filechooser.FileNameExtensionFilter;
import jp.careplan.launcher.errand.Enrolling;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.profile.WindowsStore;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/** Server, certificate, user ID and passwords. */
final class SignInForm extends JPanel {
  private static final long serialVersionUID = 1L;

  /**
   * What was typed.
   *
   * @param authority what the server is to be believed by from now on; empty where that stays
   * @param source empty where the certificate taken in earlier is meant
   */
  record Typed(
      String server,
      Optional<Path> authority,
      String userId,
      Optional<Enrolling.Source> source,
      Secret certificatePassword,
      Secret password) {}

  private final JTextField server = new JTextField();
  private final JTextField authority = new JTextField();
  private final JTextField certificate = new JTextField();
  private final JPasswordField certificatePassword = new JPasswordField();
  private final JTextField userId = new JTextField();
  private final JPasswordField password = new JPasswordField();
  private final JButton signIn = new JButton("ログイン");
  private final Notes notes = new Notes();
  private transient Optional<Path> chosenAuthority = Optional.empty();
  private transient Optional<Enrolling.Source> chosen = Optional.empty();

  SignInForm(Consumer<Typed> signingIn, Runnable wantingAnother) {
    super(new BorderLayout());
    var another = new JButton("ほかの電子証明書を用意する(N)");
    another.setMnemonic('N');
    another.addActionListener(pressed -> wantingAnother.run());
    signIn.addActionListener(pressed -> signingIn.accept(typed()));
    authority.setEditable(false);
    certificate.setEditable(false);
    var rows = new Rows();
    rows.line(heading());
    rows.field("接続先", 'S', server);
    rows.field("接続先の認証局の証明書（配られたときだけ）", 'A', authority, authorityChooser());
    rows.field("電子証明書", 'C', certificate, choosers());
    rows.field("電子証明書のパスワード", 'E', certificatePassword);
    rows.field("ユーザID（KJで始まるもの）", 'U', userId);
    rows.field("パスワード", 'P', password);
    rows.line(signIn);
    rows.line(another);
    rows.rest(notes);
    add(rows.scrolling());
  }

  JButton defaultButton() {
    return signIn;
  }

  /** Fills in what was noted before; only the passwords are left to type. */
  void remember(Profile noted, boolean pinned) {
    server.setText(noted.server());
    authority.setText(pinned ? "登録済みの認証局の証明書" : "");
    userId.setText(noted.userId());
    certificate.setText("登録済みの電子証明書" + (noted.office() == null ? "" : "（" + noted.office() + "）"));
    certificatePassword.setEnabled(noted.windowsAlias() == null);
    (noted.windowsAlias() == null ? certificatePassword : password).requestFocusInWindow();
  }

  private void choose(Path file) {
    chosen = Optional.of(new Enrolling.Source(file, null));
    certificate.setText(file.toString());
    certificatePassword.setEnabled(true);
  }

  void busy(String what) {
    signIn.setEnabled(false);
    notes.tell(what);
  }

  void tell(String text) {
    notes.tell(text);
  }

  void ready() {
    signIn.setEnabled(true);
    notes.clear();
  }

  /** What was typed stays, but for the password. */
  void refuse(Trouble trouble) {
    signIn.setEnabled(true);
    password.setText("");
    notes.refuse(trouble.problem());
    password.requestFocusInWindow();
  }

  void forgetSecrets() {
    certificatePassword.setText("");
    password.setText("");
    chosen = Optional.empty();
    chosenAuthority = Optional.empty();
  }

  private Typed typed() {
    return new Typed(
        server.getText().strip(),
        chosenAuthority,
        userId.getText().strip(),
        chosen,
        new Secret(certificatePassword.getPassword()),
        new Secret(password.getPassword()));
  }

  private static JLabel heading() {
    var heading = new JLabel("ケアプランデータ連携 ログイン");
    heading.setFont(Theme.large(heading.getFont(), 1.4f));
    return heading;
  }

  private JComponent choosers() {
    var line = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
    line.setBackground(Theme.GROUND);
    var kind = new FileNameExtensionFilter("電子証明書（.p12、.pfx）", "p12", "pfx");
    line.add(FileChooser.button('F', "電子証明書のファイルを選ぶ", kind, this, this::choose));
    if (WindowsStore.isHere()) {
      var store = new JButton("Windowsから選ぶ…(W)");
      store.setMnemonic('W');
      store.getAccessibleContext().setAccessibleName("Windowsの個人用の証明書から選ぶ");
      store.addActionListener(pressed -> chooseInWindows());
      line.add(store);
    }
    return line;
  }

  private JComponent authorityChooser() {
    return FileChooser.ofAuthority('K', this, this::believe);
  }

  private void believe(Path file) {
    chosenAuthority = Optional.of(file);
    authority.setText(file.toString());
  }

  /** Lets the person pick one of the certificates of Windows. */
  void chooseInWindows() {
    try {
      List<WindowsStore.Entry> entries = WindowsStore.entries();
      @Nullable Object picked =
          JOptionPane.showInputDialog(
              this,
              "使う電子証明書を選んでください。",
              "電子証明書",
              JOptionPane.PLAIN_MESSAGE,
              null,
              entries.stream().map(WindowsStore.Entry::alias).toArray(),
              null);
      if (picked instanceof String alias) {
        chosen = Optional.of(new Enrolling.Source(null, alias));
        certificate.setText(alias);
        certificatePassword.setEnabled(false);
      }
    } catch (Trouble trouble) {
      notes.refuse(trouble.problem());
    }
  }
}
