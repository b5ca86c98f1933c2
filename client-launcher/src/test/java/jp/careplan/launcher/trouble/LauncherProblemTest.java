package jp.careplan.launcher.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LauncherProblemTest {
  @Test
  void hasALineInTheDocumentForEveryCode() throws IOException {
    String document = Files.readString(Path.of("../docs/launcher.md"));

    for (LauncherProblem each : LauncherProblem.values()) {
      String line = "| " + each.code() + " | " + each.exit().code() + " | " + each.title() + " |";
      assertTrue(document.contains(line), line);
    }
  }

  @Test
  void usesNoCodeTwice() {
    long different =
        Arrays.stream(LauncherProblem.values()).map(LauncherProblem::code).distinct().count();

    assertEquals(LauncherProblem.values().length, different);
  }
}
