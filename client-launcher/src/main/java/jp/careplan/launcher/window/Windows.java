package jp.careplan.launcher.window;

import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.util.Arrays;

/** Whether the program goes on because a window is open. */
public final class Windows {
  private Windows() {}

  public static boolean areOpen() {
    return !GraphicsEnvironment.isHeadless()
        && Arrays.stream(Window.getWindows()).anyMatch(Window::isDisplayable);
  }
}
