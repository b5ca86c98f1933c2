package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.OfficeClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sender and recipient act on one transmission at once, in random orders. */
@ExtendWith(HouseKeeper.class)
class StatesIT {
  private static final int ACTS = 6;

  /** What may come after what. A download is noted once, whatever was reported before. */
  private static final Map<String, Set<String>> NEXT =
      Map.of(
          "SENT", Set.of("RECEIVED", "WITHDRAWN"),
          "RECEIVED", Set.of("DOWNLOADED", "IMPORTED", "IMPORT_FAILED"),
          "DOWNLOADED", Set.of("IMPORTED", "IMPORT_FAILED"),
          "IMPORTED", Set.of("DOWNLOADED", "IMPORTED", "IMPORT_FAILED"),
          "IMPORT_FAILED", Set.of("DOWNLOADED", "IMPORTED", "IMPORT_FAILED"),
          "WITHDRAWN", Set.of());

  private final House house;

  StatesIT(House house) {
    this.house = house;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverTheOrderTheHistoryIsOneThatMayBe(long seed) throws Exception {
    List<OfferedFile> files = house.unit().files();
    var id = TransmissionId.next();
    OfficeClient sender = house.office(CARE_MANAGER);
    OfficeClient recipient = house.office(HELPERS);
    assertEquals(201, sender.offer(id, files).statusCode());
    String path = "/transmissions/" + id;

    AtOnce.run(
        List.<Callable<Boolean>>of(
            () -> {
              var random = new Random(seed);
              for (int i = 0; i < ACTS; i++) {
                assertAnswered(
                    random.nextInt(ACTS) == 0
                        ? sender.post(path + "/withdrawal", "{\"reason\":\"見本\"}")
                        : sender.get(path));
              }
              return true;
            },
            () -> {
              var random = new Random(-seed);
              for (int i = 0; i < ACTS; i++) {
                assertAnswered(act(recipient, path, files, random.nextInt(5)));
              }
              return true;
            }));

    var told = json(sender.get(path));
    List<String> steps =
        told.getJsonArray("events").stream()
            .map(it -> it.asJsonObject().getString("state"))
            .toList();
    assertEquals("SENT", steps.getFirst());
    for (int i = 1; i < steps.size(); i++) {
      assertTrue(
          NEXT.getOrDefault(steps.get(i - 1), Set.of()).contains(steps.get(i)), steps.toString());
    }
    List<String> settled =
        steps.stream()
            .filter(it -> !it.equals("DOWNLOADED") || steps.stream().noneMatch(StatesIT::isReport))
            .toList();
    assertEquals(settled.getLast(), told.getString("state"), steps.toString());
  }

  private static boolean isReport(String step) {
    return step.startsWith("IMPORT");
  }

  private static HttpResponse<String> act(
      OfficeClient recipient, String path, List<OfferedFile> files, int which) {
    return switch (which) {
      case 0 -> recipient.post(path + "/receiving", "");
      case 1 -> recipient.post(path + "/import", "{\"outcome\":\"IMPORTED\"}");
      case 2 -> recipient.post(path + "/import", "{\"outcome\":\"IMPORT_FAILED\"}");
      case 3 -> recipient.get(path + "/bundle");
      default -> recipient.get(path + "/files/" + files.getFirst().name());
    };
  }

  private static void assertAnswered(HttpResponse<String> answer) {
    assertTrue(Set.of(200, 204, 409).contains(answer.statusCode()), answer.body());
  }
}
