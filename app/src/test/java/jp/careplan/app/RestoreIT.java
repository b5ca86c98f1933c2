package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Database.MariaDb;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The restore drill of {@code docs/operations/backup.md}, as it is written there. */
class RestoreIT {
  private static final File NOTHING = new File("/dev/null");

  private final TransmissionId id = TransmissionId.next();
  private final List<OfferedFile> files =
      SampleUnit.plan(CARE_MANAGER, HELPERS, "20260520090000").files();

  @Test
  void whatHadAReceiptComesBackFromTheDumpAndTheKeys(@TempDir Path backup)
      throws IOException, InterruptedException {
    assumeFalse(Database.isEmbedded(), "the drill is that of the database server");
    File dump = backup.resolve("careplan.sql").toFile();
    Path home;
    byte[] receipt;
    try (var database = MariaDb.start();
        var node = Node.start(database, Map.of())) {
      home = node.home();
      var sender = node.office(CARE_MANAGER).signIn();
      assertEquals(201, sender.offer(id, files).statusCode());
      receipt = sender.bytes("/transmissions/" + id + "/receipt").body();
      run(
          NOTHING,
          dump,
          List.of(
              Folders.program("mariadb-dump", "mysqldump"),
              "--socket=" + database.socket(),
              "--single-transaction",
              "--hex-blob",
              "--databases",
              "careplan"));
      copy(home, backup.resolve("home"));
    }

    try (var empty = MariaDb.start()) {
      run(
          dump,
          NOTHING,
          List.of(Folders.program("mariadb", "mysql"), "--socket=" + empty.socket()));
      aNodeWithTheKeysOfAnotherExchangeDoesNotStart(empty);
      copy(backup.resolve("home"), home);
      try (var node = Node.start(home, empty)) {
        var recipient = node.office(HELPERS).signIn();
        recipient.post("/transmissions/" + id + "/receiving", "");
        for (OfferedFile file : files) {
          byte[] saved = recipient.bytes("/transmissions/" + id + "/files/" + file.name()).body();
          assertArrayEquals(file.content(), saved, file.name());
        }
        assertArrayEquals(receipt, recipient.bytes("/transmissions/" + id + "/receipt").body());
      }
    }
  }

  /** A new home has a {@code master-1} of its own: the same name, another key. */
  private static void aNodeWithTheKeysOfAnotherExchangeDoesNotStart(Database database) {
    var refusal =
        assertThrows(IllegalStateException.class, () -> Node.start(database, Map.of()).close());

    String why = String.valueOf(refusal.getCause());
    assertTrue(why.contains("careplan.keys.file does not belong to this database"), why);
  }

  private static void run(File in, File out, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(in)
            .redirectOutput(out)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (!path.getFileName().toString().endsWith(".log")) {
          Files.copy(path, target);
        }
      }
    }
  }
}
