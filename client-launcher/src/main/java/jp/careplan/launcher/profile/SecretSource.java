package jp.careplan.launcher.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Where a password comes from: a file only its owner can read, the environment, or the person at
 * the terminal; never the command line, which others see.
 */
public final class SecretSource {
  private final String prompt;
  private final String variable;
  private final @Nullable Path file;
  private final Map<String, String> environment;

  private SecretSource(
      String prompt, String variable, @Nullable Path file, Map<String, String> environment) {
    this.prompt = prompt;
    this.variable = variable;
    this.file = file;
    this.environment = environment;
  }

  public static SecretSource ofAccount(@Nullable Path file) {
    return new SecretSource("パスワード", "CAREPLAN_PASSWORD", file, System.getenv());
  }

  public static SecretSource ofCertificate(@Nullable Path file) {
    return new SecretSource("電子証明書のパスワード", "CAREPLAN_CERTIFICATE_PASSWORD", file, System.getenv());
  }

  public static SecretSource ofIssuing(@Nullable Path file) {
    return new SecretSource("証明書発行用パスワード", "CAREPLAN_ISSUE_PASSWORD", file, System.getenv());
  }

  public Secret read() {
    if (file != null) {
      return fromFile(file);
    }
    return Optional.ofNullable(environment.get(variable))
        .map(Secret::of)
        .or(this::fromPerson)
        .orElseThrow(() -> new Trouble(LauncherProblem.NO_SECRET, prompt + "（" + variable + "）"));
  }

  @SuppressWarnings("SystemConsoleNull") // Main chooses the console that is null without a terminal
  private Optional<Secret> fromPerson() {
    var console = System.console();
    return console == null
        ? Optional.empty()
        : Optional.ofNullable(console.readPassword("%s: ", prompt)).map(Secret::new);
  }

  private static Secret fromFile(Path file) {
    try {
      if (OwnerOnly.isOpenToOthers(file)) {
        throw new Trouble(LauncherProblem.SECRET_FILE_OPEN, "ファイル: " + file);
      }
      byte[] bytes = Files.readAllBytes(file);
      try {
        return Secret.ofUtf8(firstLine(bytes));
      } finally {
        Arrays.fill(bytes, (byte) 0);
      }
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "ファイル: " + file, e);
    }
  }

  private static byte[] firstLine(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return Arrays.copyOf(bytes, end);
  }
}
