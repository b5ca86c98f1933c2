package jp.careplan.launcher.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.careplan.launcher.api.Summary;
import jp.careplan.launcher.trouble.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "sent", description = "送ったものの一覧を、新しい順に出します")
final class SentCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--limit",
      paramLabel = "件数",
      defaultValue = "50",
      description = "出す件数の上限（初めは${DEFAULT-VALUE}）")
  private int limit;

  @Override
  public Integer call() {
    try (var desk = common.desk()) {
      List<Summary> items = InboxCommand.upTo(limit, Optional.empty(), desk.exchange()::sent);
      common.output().result(new InboxCommand.Items(items), SummaryLines.sent(items));
      return Exit.DONE.code();
    }
  }
}
