package jp.careplan.launcher.command;

import java.util.concurrent.Callable;
import jp.careplan.launcher.trouble.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "careplan",
    description = "ケアプランのデータを、事業所どうしで送り、受け取ります。何も書かないと、ウィンドウを開きます。",
    subcommands = {
      EnrollCommand.class,
      RenewCommand.class,
      StatusCommand.class,
      DiagnoseCommand.class,
      CheckCommand.class,
      SendCommand.class,
      SentCommand.class,
      InboxCommand.class,
      ReceiveCommand.class,
      WithdrawCommand.class,
      ReceiptCommand.class,
      VerifyCommand.class,
      OpenCommand.class,
      WindowCommand.class
    })
@SuppressWarnings("UnusedVariable") // picocli reads the switches
final class CareplanCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description = "使い方を出します")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "版を出します")
  private boolean version;

  @Override
  public Integer call() {
    WindowCommand.open(common);
    return Exit.DONE.code();
  }
}
