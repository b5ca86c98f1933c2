package jp.careplan.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The launcher in a process of its own, with the passwords in the environment as scripts do. */
final class LauncherProcess {
  private LauncherProcess() {}

  static Process start(TestOffice office, Path output, String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path", ""),
                "jp.careplan.launcher.Main"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().remove("DISPLAY");
    builder.environment().put("CAREPLAN_HOME", office.home().toString());
    builder.environment().put("CAREPLAN_PASSWORD", "kaigo-no-aikotoba");
    builder.environment().put("CAREPLAN_CERTIFICATE_PASSWORD", TestAuthority.PASSWORD);
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }
}
