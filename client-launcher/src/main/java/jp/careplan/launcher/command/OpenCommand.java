package jp.careplan.launcher.command;

import java.util.List;
import java.util.concurrent.Callable;
import jp.careplan.launcher.api.HandOff;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.window.Browser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "open", description = "ログインした状態で、ブラウザーの画面を開きます")
final class OpenCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--print", description = "ブラウザーを開かず、アドレスだけを出します")
  private boolean print;

  @Override
  public Integer call() {
    var desk = common.desk();
    try {
      HandOff handOff = desk.exchange().handOff();
      boolean opened = !print && Browser.open(handOff.url());
      common
          .output()
          .result(
              handOff,
              opened
                  ? List.of("ブラウザーを開きました。")
                  : List.of("次のアドレスを、60秒のうちにブラウザーで開いてください。1回だけ使えます。", handOff.url()));
    } catch (Trouble trouble) {
      desk.close();
      throw trouble;
    }
    desk.leaveSignedIn();
    return Exit.DONE.code();
  }
}
