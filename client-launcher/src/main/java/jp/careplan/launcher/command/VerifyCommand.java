package jp.careplan.launcher.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jp.careplan.launcher.api.ServerTrust;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.unit.Manifest;
import jp.careplan.launcher.unit.Receipt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "verify", description = "受付証や連携実績の証明書が本物かどうかを、つながずに確かめます")
final class VerifyCommand implements Callable<Integer> {
  private static final String SIGNERS = "signers.pem";

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "ファイル", description = "受付証か、署名つきの証明書（.p7m）")
  private Path file = Path.of("");

  @Option(
      names = "--signers",
      paramLabel = "ファイル",
      description = "署名者の認証局の証明書（PEM）。書かないと、同じフォルダの signers.pem")
  private @Nullable Path signers;

  @Option(names = "--files", paramLabel = "フォルダ", description = "送ったか受け取ったファイルのフォルダ。受付証のとおりかも確かめます")
  private @Nullable Path files;

  @Override
  public Integer call() {
    var receipt = Receipt.parse(content());
    receipt.mustBeSignedUnder(ServerTrust.read(signers()));
    int checked = checkFiles(receipt);
    List<String> lines = new ArrayList<>();
    lines.add(receipt.isMonthProof() ? monthProof(receipt) : "この受付証は本物です。受付番号 " + receipt.number());
    if (files != null) {
      lines.add("ファイル%d個は、受付証に書かれたとおりです。".formatted(checked));
    }
    lines.add(new String(Json.pretty(receipt.content()), StandardCharsets.UTF_8).stripTrailing());
    common
        .output()
        .result(Map.of("valid", true, "files", checked, "content", receipt.content()), lines);
    return Exit.DONE.code();
  }

  private static String monthProof(Receipt proof) {
    return "この連携実績の証明書は本物です。%s %s、%s、連携した事業所 %d、確認番号 %s"
        .formatted(
            proof.content().path("office").asText(),
            proof.content().path("officeName").asText(),
            proof.content().path("month").asText(),
            proof.content().path("differentOffices").asInt(),
            proof.content().path("checkCode").asText());
  }

  /** Of the files that the receipt names; what lies beside them does not matter. */
  private int checkFiles(Receipt receipt) {
    Path folder = files;
    if (folder == null) {
      return 0;
    }
    if (receipt.isMonthProof()) {
      throw new Trouble(LauncherProblem.BAD_USAGE, "証明書にはファイルがありません。「--files」は受付証にだけ使えます。");
    }
    Manifest manifest = receipt.manifest();
    List<String> wrong = manifest.differing(folder);
    if (!wrong.isEmpty()) {
      throw new Trouble(LauncherProblem.FILES_DIFFER, "ないか、中身が違うファイル: " + String.join("、", wrong));
    }
    return manifest.names().size();
  }

  private Path signers() {
    if (signers != null) {
      return signers;
    }
    Path beside = file.toAbsolutePath().resolveSibling(SIGNERS);
    if (!Files.isReadable(beside)) {
      throw new Trouble(LauncherProblem.NO_SIGNERS, "探した場所: " + beside);
    }
    return beside;
  }

  private byte[] content() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "ファイル: " + file, e);
    }
  }
}
