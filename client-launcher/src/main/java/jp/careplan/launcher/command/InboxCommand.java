package jp.careplan.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import jp.careplan.launcher.api.Exchange;
import jp.careplan.launcher.api.Page;
import jp.careplan.launcher.api.Summary;
import jp.careplan.launcher.trouble.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "inbox", description = "届いたものの一覧を出します。初めは未受信だけです")
final class InboxCommand implements Callable<Integer> {
  record Items(List<Summary> items) {}

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--all", description = "受け取ったものも出します。新しい順です")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "件数",
      defaultValue = "200",
      description = "出す件数の上限（初めは${DEFAULT-VALUE}）")
  private int limit;

  @Override
  public Integer call() {
    try (var desk = common.desk()) {
      List<Summary> items = all ? newest(desk.exchange()) : unread(desk.exchange());
      common.output().result(new Items(items), SummaryLines.inbox(items));
      return Exit.DONE.code();
    }
  }

  private List<Summary> newest(Exchange exchange) {
    return upTo(limit, Optional.empty(), exchange::inbox);
  }

  private List<Summary> unread(Exchange exchange) {
    return upTo(limit, Optional.of("0"), place -> exchange.unread(place.orElse("0")));
  }

  /** Pages through a list until it ends or there is enough. */
  static List<Summary> upTo(
      int limit, Optional<String> start, Function<Optional<String>, Page> pages) {
    var found = new ArrayList<Summary>();
    Page page = pages.apply(start);
    found.addAll(page.items());
    while (found.size() < limit && page.nextPlace().isPresent()) {
      page = pages.apply(page.nextPlace());
      found.addAll(page.items());
    }
    return found.subList(0, Math.min(limit, found.size()));
  }
}
