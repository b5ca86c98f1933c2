package jp.careplan.launcher.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jp.careplan.launcher.errand.Receipts;
import jp.careplan.launcher.profile.AtomicFile;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.unit.Receipt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "receipt", description = "受付証を取り寄せて保存します")
final class ReceiptCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "ID", description = "送ったもの、または受け取ったもののID")
  private String id = "";

  @Option(names = "--to", paramLabel = "ファイル", description = "保存するファイル。書かないと、登録のフォルダの中")
  private @Nullable Path target;

  @Override
  public Integer call() {
    try (var desk = common.desk()) {
      byte[] der = desk.exchange().receipt(id);
      var receipt = Receipt.parse(der);
      Path file = new Receipts(desk.folder().receipts()).keep(id, der);
      if (target != null) {
        file = target.toAbsolutePath();
        AtomicFile.write(file, der);
      }
      common
          .output()
          .result(
              Map.of("id", id, "file", file.toString(), "content", receipt.content()),
              List.of("受付番号 " + receipt.number(), "保存しました: " + file));
      return Exit.DONE.code();
    }
  }
}
