package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;

/** The database's disk runs full. Needs a disk that may be filled: runs where it may mount one. */
class FullDiskIT {
  private static final String SIZE = "size=400m";

  @Test
  void aFullDiskRefusesWithoutLosingAndGoesOnWhenThereIsRoom() throws Exception {
    assumeFalse(Database.isEmbedded(), "tried with the database server alone");
    Path disk = Folders.temporary("disk");
    assumeTrue(run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", disk.toString()), "may not mount");
    try (var database = Database.MariaDb.start(disk);
        Node node = Node.start(database, Map.of())) {
      var office = node.office(CARE_MANAGER).signIn();
      var files = SampleUnit.plan(CARE_MANAGER, House.HELPERS, "20260520120000").people(50).files();
      var first = office.offer(TransmissionId.next(), files);
      Path ballast = fill(disk);
      HttpResponse<String> refused = first;
      int receipts = 1;
      for (int i = 0; refused.statusCode() < 400 && i < 2000; i++) {
        refused = office.offer(TransmissionId.next(), files, "resend=true");
        receipts += refused.statusCode() == 201 ? 1 : 0;
      }
      Files.delete(ballast);
      database.restartIfDead();

      var id = TransmissionId.next();
      var healed = office.offer(id, files, "resend=true");

      assertEquals(201, first.statusCode(), first.body());
      assertRefused(503, "KE-208", refused);
      assertEquals(201, healed.statusCode(), healed.body());
      assertEquals(receipts + 1, count(database));
    } finally {
      run("umount", disk.toString());
      Folders.delete(disk);
    }
  }

  private static long count(Database database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM exchange_receipt")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Leaves next to nothing. */
  private static Path fill(Path disk) throws Exception {
    Path ballast = disk.resolve("ballast");
    long free = disk.toFile().getUsableSpace() - 1_000_000;
    run("fallocate", "-l", String.valueOf(free), ballast.toString());
    return ballast;
  }

  private static boolean run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
