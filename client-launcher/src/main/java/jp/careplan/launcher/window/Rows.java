package jp.careplan.launcher.window;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.Scrollable;

/** A panel of rows, a label over its field, all as wide as the window. */
final class Rows extends JPanel implements Scrollable {
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

  /** A field with what helps to fill it at its side. */
  void field(String text, char key, JComponent field, JComponent beside) {
    field(text, key, field);
    var both = new JPanel(new BorderLayout());
    both.setBackground(Theme.GROUND);
    remove(field);
    both.add(field, BorderLayout.CENTER);
    both.add(beside, BorderLayout.LINE_END);
    line(both);
  }

  void line(JComponent component) {
    add(component, place(0));
  }

  /** Words that help, as long as they are. */
  void words(String text) {
    var words = new JLabel("<html><body>" + text + "</body></html>");
    words.setForeground(Theme.SECOND_TEXT);
    line(words);
  }

  /** Comes last, with the room that is left below it. */
  void rest(JComponent component) {
    add(component, place(0));
    add(Box.createVerticalGlue(), place(1));
  }

  /** The rows in a frame that scrolls where the screen is low. */
  JScrollPane scrolling() {
    var pane = new JScrollPane(this);
    pane.setBorder(BorderFactory.createEmptyBorder());
    return pane;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() instanceof JViewport view && view.getHeight() > getPreferredSize().height;
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return EDGE;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height - EDGE;
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
        GridBagConstraints.HORIZONTAL,
        new Insets(GAP, 0, GAP, 0),
        0,
        0);
  }
}
