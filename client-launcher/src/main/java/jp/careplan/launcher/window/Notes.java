package jp.careplan.launcher.window;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import jp.careplan.launcher.trouble.Problem;

/** What happened and what to do, as text that can be read out, selected and copied. */
final class Notes extends JTextArea {
  private static final long serialVersionUID = 1L;
  private static final int PAD = 12;

  Notes() {
    setEditable(false);
    setLineWrap(true);
    setBorder(BorderFactory.createEmptyBorder(PAD, PAD, PAD, PAD));
    getAccessibleContext().setAccessibleName("お知らせ");
    clear();
  }

  void clear() {
    show("", Theme.SECOND_TEXT, Theme.GROUND);
  }

  void tell(String text) {
    show(text, Theme.TEXT, Theme.KEY_PALE);
  }

  void warn(List<String> warnings) {
    if (warnings.isEmpty()) {
      clear();
    } else {
      String text = warnings.stream().map(it -> "△ " + it).collect(Collectors.joining("\n"));
      show(text, Theme.WARNING, Theme.WARNING_PALE);
    }
  }

  void refuse(Problem problem) {
    String text =
        Stream.of(
                "× " + problem.title(),
                problem.detail(),
                problem.remedy() == null ? null : "→ " + problem.remedy(),
                "コード " + problem.code())
            .filter(line -> line != null && !line.isBlank())
            .collect(Collectors.joining("\n"));
    show(text, Theme.DANGER, Theme.DANGER_PALE);
  }

  private void show(String text, Color colour, Color ground) {
    setText(text);
    setForeground(colour);
    setBackground(ground);
    setFocusable(!text.isBlank());
    setVisible(!text.isBlank());
    setCaretPosition(0);
    SwingUtilities.invokeLater(() -> scrollRectToVisible(new Rectangle(getSize())));
  }
}
