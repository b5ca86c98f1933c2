package jp.careplan.launcher.command;

import java.awt.GraphicsEnvironment;
import java.util.concurrent.Callable;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.window.LauncherWindow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "window", description = "ウィンドウを開きます")
final class WindowCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() {
    open(common);
    return Exit.DONE.code();
  }

  static void open(CommonOptions common) {
    if (GraphicsEnvironment.isHeadless()) {
      throw new Trouble(LauncherProblem.NO_SCREEN, "登録を置くフォルダ: " + common.launcherHome().path());
    }
    LauncherWindow.open(common.profileFolderOrNew());
  }
}
