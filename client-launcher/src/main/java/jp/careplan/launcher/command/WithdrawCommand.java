package jp.careplan.launcher.command;

import java.util.List;
import java.util.concurrent.Callable;
import jp.careplan.launcher.api.Exchange;
import jp.careplan.launcher.api.Summary;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "withdraw", description = "送ったものを、相手が受け取る前に取り消します")
final class WithdrawCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "ID", description = "取り消すもののID")
  private String id = "";

  @Option(names = "--reason", paramLabel = "理由", required = true, description = "取り消す理由")
  private String reason = "";

  @Override
  public Integer call() {
    try (var desk = common.desk()) {
      Summary withdrawn = withdraw(desk.exchange());
      common
          .output()
          .result(withdrawn, List.of("取り消しました: " + withdrawn.recipient().shown() + " " + id));
      return Exit.DONE.code();
    }
  }

  /** The answer to an earlier try may have been lost: what counts is the state. */
  private Summary withdraw(Exchange exchange) {
    try {
      return exchange.withdraw(id, reason);
    } catch (Trouble trouble) {
      if (trouble.problem().status() == 409) {
        Summary now = exchange.transmission(id);
        if (now.isWithdrawn()) {
          return now;
        }
      }
      throw trouble;
    }
  }
}
