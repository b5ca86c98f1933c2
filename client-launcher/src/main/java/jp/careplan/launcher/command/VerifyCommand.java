package jp.careplan.launcher.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jp.careplan.launcher.api.ServerTrust;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.unit.Receipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "verify", description = "受付証が本物かどうかを、つながずに確かめます")
final class VerifyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "ファイル", description = "受付証（.p7m）")
  private Path file = Path.of("");

  @Option(
      names = "--signers",
      paramLabel = "ファイル",
      required = true,
      description = "受付証の署名者の認証局の証明書（PEM）")
  private Path signers = Path.of("");

  @Override
  public Integer call() {
    var receipt = Receipt.parse(content());
    receipt.mustBeSignedUnder(ServerTrust.read(signers));
    var shown = new String(Json.pretty(receipt.content()), StandardCharsets.UTF_8);
    common
        .output()
        .result(
            Map.of("valid", true, "content", receipt.content()),
            List.of("この受付証は本物です。受付番号 " + receipt.number(), shown.stripTrailing()));
    return Exit.DONE.code();
  }

  private byte[] content() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "ファイル: " + file, e);
    }
  }
}
