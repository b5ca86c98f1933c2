package jp.careplan.exchange.internal.standard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private @TempDir Path folder = Path.of("");

  private int run(Object... args) {
    var words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = String.valueOf(args[i]);
    }
    return new CheckCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
        .run(words);
  }

  private String printed() {
    return out.toString(UTF_8);
  }

  @Test
  void answersZeroWhereAllIsAccepted() throws IOException {
    Bundle.slip().writeTo(folder.resolve("送信 6月"));

    assertEquals(0, run("--json", folder));
    assertEquals(
        """
        [
          {"folder": "%s", "sequence": "20260520113000", "unit": "U2", "verdict": "accepted", "findings": []}
        ]
        """
            .formatted(folder.resolve("送信 6月")),
        printed());
  }

  @Test
  void answersOneAndTellsWhereSomethingIsRefused() throws IOException {
    Bundle.deletion().set("DLTPLAN", 1, 3, "12345").writeTo(folder);

    assertEquals(1, run("--json", folder));
    assertTrue(
        printed()
            .contains(
                """
                    {"file": "DLTPLAN_202606_9970000011_43_9970000022_11_20260521080000.CSV", \
                "line": 1, "column": 3, "columnName": "被保険者番号", "code": "CH-059", \
                "severity": "error", "message": \"\
                """));
    assertFalse(printed().contains("12345"));
  }

  @Test
  void tellsNullWhereThereIsNoNumberUnitLineOrColumn() throws IOException {
    Files.writeString(folder.resolve("meibo.csv"), "a,b");

    assertEquals(1, run("--json", folder));
    assertTrue(printed().contains("\"sequence\": null, \"unit\": null, \"verdict\": \"refused\""));
    assertTrue(printed().contains("\"line\": null, \"column\": null, \"columnName\": null"));
  }

  @Test
  void neverGroupsAcrossFolders() throws IOException {
    var slip = Bundle.slip();
    var plan = slip.files().getFirst();
    Files.write(Files.createDirectory(folder.resolve("a")).resolve(plan.name()), plan.bytes());
    Files.createDirectory(folder.resolve("b"));
    for (var file : slip.files().subList(1, 3)) {
      Files.write(folder.resolve("b").resolve(file.name()), file.bytes());
    }

    assertEquals(1, run(folder));
    assertTrue(printed().contains("直しが必要です 2件"));
  }

  @Test
  void groupsFilesGivenOneByOne() throws IOException {
    Bundle.slip().writeTo(folder);
    try (var files = Files.list(folder)) {
      assertEquals(0, run(files.toArray()));
    }
    assertTrue(printed().contains("送れます 1件"));
  }

  @Test
  void aFileGivenTwiceIsCheckedOnce() throws IOException {
    Bundle.deletion().writeTo(folder);

    assertEquals(0, run(folder, folder.resolve(Bundle.deletion().name("DLTPLAN"))));
    assertTrue(printed().contains("送信単位 1件"));
  }

  @Test
  void tellsPeopleInJapanese() throws IOException {
    Bundle.slip().set("UPPLAN", 2, 10, "20260631").writeTo(folder);

    assertEquals(1, run(folder));
    assertTrue(printed().contains("2行目　項目10「サービス利用日」"));
  }

  @Test
  void answersTwoWhereItIsMisused() {
    assertEquals(2, run());
    assertEquals(2, run("--jsno", folder));
    assertEquals(2, run("--json"));
    assertEquals(2, run(folder.resolve("missing")));
    assertEquals(2, run(folder));
    assertTrue(err.toString(UTF_8).contains("見つかりません"));
    assertEquals("", printed());
  }

  @Test
  void explainsItself() {
    assertEquals(0, run("--help"));
    assertEquals(0, run("--version"));
    assertTrue(printed().contains("終了コード"));
  }

  @Test
  void theJarNeedsNothingElse() throws IOException, InterruptedException {
    var jar = jar();
    assumeTrue(jar != null, "built in the package phase");
    Bundle.slip().writeTo(folder);

    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                String.valueOf(jar),
                "--json",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    var text = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertTrue(process.waitFor(30, SECONDS));
    assertEquals(0, process.exitValue(), text);
    assertTrue(text.startsWith("[\n  {\"folder\": "));
  }

  private static @org.jspecify.annotations.Nullable Path jar() throws IOException {
    var target = Path.of("target");
    if (!Files.isDirectory(target)) {
      return null;
    }
    try (var files = Files.list(target)) {
      return files.filter(f -> f.toString().endsWith("-check.jar")).findFirst().orElse(null);
    }
  }
}
