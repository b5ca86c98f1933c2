package jp.careplan.launcher.window;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** A panel of rows, a label over its field, all as wide as the window. */
final class Rows extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int EDGE = 24;
  private static final int GAP = 4;

  private int row;

  Rows() {
    super(new GridBagLayout());
    setBackground(Theme.GROUND);
    setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
  }

  /** The label is also what a screen reader says, and its letter jumps to the field. */
  void field(String text, char key, JComponent field) {
    var label = new JLabel(text + "(" + key + ")");
    label.setLabelFor(field);
    label.setDisplayedMnemonic(key);
    field.getAccessibleContext().setAccessibleName(text);
    add(label, place(0));
    add(field, place(0));
  }

  void line(JComponent component) {
    add(component, place(0));
  }

  /** Takes the room that is left. */
  void rest(JComponent component) {
    add(component, place(1));
  }

  private GridBagConstraints place(double weight) {
    return new GridBagConstraints(
        0,
        row++,
        1,
        1,
        1,
        weight,
        GridBagConstraints.NORTHWEST,
        weight > 0 ? GridBagConstraints.BOTH : GridBagConstraints.HORIZONTAL,
        new Insets(GAP, 0, GAP, 0),
        0,
        0);
  }
}
