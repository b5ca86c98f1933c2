package jp.careplan.launcher.window;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;

/** The browser of this PC. */
public final class Browser {
  private Browser() {}

  /** Whether it could be asked to open a web address; nothing but a web address is tried. */
  public static boolean open(String address) {
    var uri = URI.create(address);
    boolean ofTheWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!ofTheWeb || GraphicsEnvironment.isHeadless() || !canBrowse()) {
      return false;
    }
    try {
      Desktop.getDesktop().browse(uri);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean canBrowse() {
    return Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
  }
}
