package jp.careplan.launcher.window;

import java.awt.Component;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;

/** The button beside a field that a file stands in. */
final class FileChooser {
  private FileChooser() {}

  /** For the certificates of authorities. */
  static JButton ofAuthority(char key, Component parent, Consumer<Path> taking) {
    var kind = new FileNameExtensionFilter("証明書（.pem、.crt、.cer）", "pem", "crt", "cer");
    return button(key, "認証局の証明書のファイルを選ぶ", kind, parent, taking);
  }

  static JButton button(
      char key,
      String title,
      FileNameExtensionFilter kind,
      Component parent,
      Consumer<Path> taking) {
    var button = new JButton("選ぶ…(" + key + ")");
    button.setMnemonic(key);
    button.getAccessibleContext().setAccessibleName(title);
    button.addActionListener(pressed -> {
      var files = new JFileChooser();
      files.setDialogTitle(title);
      files.setFileFilter(kind);
      if (files.showOpenDialog(parent) == JFileChooser.APPROVE_OPTION) {
        taking.accept(files.getSelectedFile().toPath());
      }
    });
    return button;
  }
}
