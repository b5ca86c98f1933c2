package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jp.careplan.app.house.Certificates;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a hastily written client sends. Every exchange, here and in the other tests of the house, is
 * held against {@code docs/api/openapi.yaml} by {@link jp.careplan.app.house.Contract}.
 */
@ExtendWith(HouseKeeper.class)
class ContractIT {
  private final House house;

  ContractIT(House house) {
    this.house = house;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "[1]", "null", "\"text\"", "1"})
  void aBodyThatIsNoJsonObjectIsRefused(String body) {
    var office = house.office(CARE_MANAGER);
    String transmission = "/transmissions/" + TransmissionId.next();

    Stream.of("/sessions", transmission + "/import", transmission + "/withdrawal")
        .forEach(path -> assertRefused(400, "KE-202", office.post(path, body)));
  }

  @ParameterizedTest
  @CsvSource({
    "/inbox?after=x, 400, KE-202",
    "/inbox?limit=x, 400, KE-202",
    "/inbox?cursor=x, 400, KE-202",
    "/inbox?state=RECEIVED, 400, KE-202",
    "/inbox?kind=x, 400, KE-202",
    "/inbox?partner=1, 422, KE-101",
    "/inbox?month=1, 422, KE-102",
    "/sent?cursor=1, 400, KE-202",
    "/sent?limit=x, 400, KE-202",
    "/events?after=x, 400, KE-202",
    "/events?wait=x, 400, KE-202",
    "/transmissions/x, 400, EX-101",
    "/nothing, 404, KE-201"
  })
  void aQuestionOfTheWrongShapeIsRefused(String path, int status, String code) {
    assertRefused(status, code, house.office(CARE_MANAGER).get(path));
  }

  @Test
  void twoFilesOfOneNameAreRefused() {
    var unit = house.unit().files();
    var first = unit.getFirst();
    List<OfferedFile> twice =
        Stream.concat(unit.stream(), Stream.of(new OfferedFile(first.name(), new byte[] {1})))
            .toList();

    var answer = house.office(CARE_MANAGER).offer(TransmissionId.next(), twice);

    assertRefused(400, "KE-202", answer);
  }

  @Test
  void aSignatureMayCarryAFileName() {
    var files = house.unit().files();
    byte[] signature =
        Certificates.of(house.node())
            .signature(
                house.node().home().resolve("offices/" + CARE_MANAGER + ".p12"),
                SendingOffer.manifestOf(files));
    var body =
        new Multipart()
            .field("manifest", SendingOffer.manifestOf(files))
            .file("signature", "manifest.p7s", signature);
    files.forEach(file -> body.file("file", file.name(), file.content()));

    var answer = house.office(CARE_MANAGER).put("/transmissions/" + TransmissionId.next(), body);

    assertEquals(201, answer.statusCode(), answer.body());
  }

  @Test
  void oneUnitGoesThroughAllItsCalls() {
    var unit = house.unit().files();
    var sender = house.office(CARE_MANAGER);
    var recipient = house.office(HELPERS);
    var id = TransmissionId.next();
    String path = "/transmissions/" + id;

    sender.offer(id, unit);

    Stream.of(
            recipient.get("/sessions/current"),
            recipient.get("/inbox?state=SENT&kind=plan&month=202606&partner=" + CARE_MANAGER),
            recipient.get("/inbox?after=0&limit=1"),
            recipient.get("/events?after=0&wait=1"),
            recipient.post(path + "/receiving", ""),
            recipient.get(path + "/files/" + unit.getFirst().name()),
            recipient.post(path + "/import", "{\"outcome\":\"IMPORTED\"}"),
            sender.get("/sent?limit=1"),
            sender.get("/overview"),
            sender.get(path))
        .forEach(answer -> assertEquals(200, answer.statusCode(), answer.body()));
    assertEquals(200, recipient.bytes(path + "/bundle").statusCode());
    assertEquals(200, recipient.bytes(path + "/receipt").statusCode());
    assertEquals(201, recipient.post("/handoff", "").statusCode());
    assertEquals(204, leave(recipient));
  }

  private static int leave(OfficeClient office) {
    return office.delete("/sessions/current").statusCode();
  }
}
