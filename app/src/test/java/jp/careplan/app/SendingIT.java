package jp.careplan.app;

import static jp.careplan.app.house.OfficeClient.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SendingIT {
  private static Database database;
  private static Node node;

  @BeforeAll
  static void open() {
    database = Database.start();
    node = Node.start(database, Map.of());
  }

  @AfterAll
  static void close() {
    node.close();
    database.close();
  }

  @Test
  void theRecipientDownloadsTheSameBytes() {
    var files = SampleUnit.plan("9970000011", "9970000022", "20260520113000").files();
    var sender = node.office("9970000011").signIn();
    var recipient = node.office("9970000022").signIn();
    var id = TransmissionId.next();

    var sent = sender.offer(id, files);
    recipient.post("/transmissions/" + id + "/receiving", "");
    var downloaded =
        recipient.bytes("/transmissions/" + id + "/files/" + files.getFirst().name()).body();

    assertEquals(201, sent.statusCode(), sent.body());
    assertEquals("U2", json(sent).getString("unit"));
    assertArrayEquals(files.getFirst().content(), downloaded);
  }
}
