package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.House.WITHOUT_LICENCE;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.Certificates;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Multipart;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(HouseKeeper.class)
class SendingIT {
  private static final Charset MS932 = Charset.forName("MS932");

  /** A sex that the standard does not know: graver than a warning, but not fatal. */
  private static final String SEX = ",1,19380203,";

  private static final String WRONG_SEX = ",8,19380203,";
  private static final String PERSON = "架空　太郎";
  private static final String REASON = "介護ソフトの更新を待っているため";

  private final House house;

  SendingIT(House house) {
    this.house = house;
  }

  @Test
  void aWholeUnitIsAcceptedWithAReceipt() {
    var files = house.unit().files();
    var id = TransmissionId.next();

    var answer = house.office(CARE_MANAGER).offer(id, files);

    var accepted = json(answer);
    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals(id.value(), accepted.getString("id"));
    assertEquals("U2", accepted.getString("unit"));
    assertEquals(HELPERS, accepted.getJsonObject("recipient").getString("number"));
    assertEquals("見本ヘルパーステーション", accepted.getJsonObject("recipient").getString("name"));
    assertTrue(
        accepted.getString("receiptNumber").matches("[0-9]{8}-[0-9A-Z]{5}-[0-9A-Z]{5}"),
        answer.body());
  }

  @Test
  void theSameAgainGivesTheSameReceiptByteForByte() {
    var files = house.unit().files();
    var office = house.office(CARE_MANAGER);
    var id = TransmissionId.next();
    var first = office.offer(id, files);

    var again = office.offer(id, files);

    assertEquals(200, again.statusCode());
    assertEquals(first.body(), again.body());
  }

  @Test
  void theMomentIsStoredInUtcToTheMicrosecond() {
    var id = TransmissionId.next();
    String sentAt =
        json(house.office(CARE_MANAGER).offer(id, house.unit().files())).getString("sentAt");

    long found =
        house.count(
            "SELECT COUNT(*) FROM exchange_transmission WHERE id = ? AND sent_at = ?",
            id.value(),
            sentAt.replace('T', ' ').replace("Z", ""));

    assertEquals(1, found, sentAt);
  }

  @Test
  void anotherContentUnderTheSameIdIsRefused() {
    var office = house.office(CARE_MANAGER);
    var id = TransmissionId.next();
    office.offer(id, house.unit().files());

    var answer = office.offer(id, house.unit().files());

    assertRefused(409, "EX-103", answer);
  }

  @Test
  void anIdThatAnotherOfficeUsedIsRefused() {
    var id = TransmissionId.next();
    house.office(CARE_MANAGER).offer(id, house.unit().files());

    var answer =
        house
            .office(SECOND_CARE_MANAGER)
            .offer(id, house.unit(SECOND_CARE_MANAGER, HELPERS).files());

    assertRefused(409, "EX-103", answer);
  }

  @Test
  void theSameContentUnderANewIdIsRefusedAndNamesTheEarlierOne() {
    var files = house.unit().files();
    var office = house.office(CARE_MANAGER);
    var earlier = TransmissionId.next();
    office.offer(earlier, files);

    var answer = office.offer(TransmissionId.next(), files);

    assertEquals(earlier.value(), assertRefused(409, "EX-104", answer).getString("earlier"));
  }

  @Test
  void theSameContentIsSentOnceMoreWhenThatIsMeant() {
    var files = house.unit().files();
    var office = house.office(CARE_MANAGER);
    office.offer(TransmissionId.next(), files);

    var answer = office.offer(TransmissionId.next(), files, "resend=true");

    assertEquals(201, answer.statusCode(), answer.body());
  }

  @Test
  void whatWasTakenBackMayBeSentAgain() {
    var files = house.unit().files();
    var office = house.office(CARE_MANAGER);
    var earlier = TransmissionId.next();
    office.offer(earlier, files);
    office.post("/transmissions/" + earlier + "/withdrawal", "{}");

    var answer = office.offer(TransmissionId.next(), files);

    assertEquals(201, answer.statusCode(), answer.body());
  }

  @Test
  void offersUnderOneIdAtOnceGiveOneReceipt() {
    assumeFalse(Database.isEmbedded(), "H2 is not for many at once");
    var files = house.unit().files();
    var office = house.office(CARE_MANAGER);
    var id = TransmissionId.next();

    List<HttpResponse<String>> answers =
        AtOnce.run(Collections.nCopies(6, () -> office.offer(id, files)));

    List<Integer> statuses = answers.stream().map(HttpResponse::statusCode).sorted().toList();
    assertEquals(List.of(200, 200, 200, 200, 200, 201), statuses);
    assertEquals(1, answers.stream().map(HttpResponse::body).distinct().count());
    assertEquals(
        1,
        house.count("SELECT COUNT(*) FROM exchange_event WHERE transmission_id = ?", id.value()));
  }

  @Test
  void theFirstLettersIntoANewMailboxMayComeAtOnce() {
    assumeFalse(Database.isEmbedded(), "H2 is not for many at once");
    String newcomer = "9970000101";
    house.update(
        "INSERT INTO application_office (number, name, service_kinds, status, joined_on, version)"
            + " VALUES (?, '新しい事業所', '11', 'ACTIVE', '2026-01-01', 1)",
        newcomer);
    var office = house.office(CARE_MANAGER);
    List<Callable<HttpResponse<String>>> offers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      var files = house.unit(CARE_MANAGER, newcomer).files();
      offers.add(() -> office.offer(TransmissionId.next(), files));
    }

    List<HttpResponse<String>> answers = AtOnce.run(offers);

    answers.forEach(answer -> assertEquals(201, answer.statusCode(), answer.body()));
    assertEquals(
        8, house.count("SELECT last_number FROM exchange_mailbox WHERE office = ?", newcomer));
  }

  @Test
  void aRefusedUnitDoesNotUseItsIdUp() {
    var unit = house.unit();
    var office = house.office(CARE_MANAGER);
    var id = TransmissionId.next();
    assertRefused(422, "EX-201", office.offer(id, unit.files(SEX, WRONG_SEX)));

    var answer = office.offer(id, unit.files());

    assertEquals(201, answer.statusCode(), answer.body());
  }

  @Test
  void anOfficeWhoseLicenceEndedCannotSend() {
    var answer =
        house
            .office(WITHOUT_LICENCE)
            .offer(TransmissionId.next(), house.unit(WITHOUT_LICENCE, HELPERS).files());

    assertRefused(403, "LI-102", answer);
  }

  @Test
  void aRetryOfWhatWasSentBeforeTheLicenceEndedStillGetsItsReceipt() {
    var files = house.unit(SECOND_CARE_MANAGER, HELPERS).files();
    var office = house.office(SECOND_CARE_MANAGER);
    var id = TransmissionId.next();
    var first = office.offer(id, files);
    house.setLicence(SECOND_CARE_MANAGER, LocalDate.of(2019, 4, 1), LocalDate.of(2020, 3, 31));
    try {
      var retry = office.offer(id, files);
      var another =
          office.offer(TransmissionId.next(), house.unit(SECOND_CARE_MANAGER, HELPERS).files());

      assertEquals(200, retry.statusCode(), retry.body());
      assertEquals(first.body(), retry.body());
      assertRefused(403, "LI-102", another);
    } finally {
      house.setLicence(SECOND_CARE_MANAGER, LocalDate.of(2019, 4, 1), LocalDate.of(2099, 3, 31));
    }
  }

  @Test
  void filesThatDoNotMeetTheManifestAreRefused() {
    var files = house.unit().files();
    var body = new Multipart().field("manifest", SendingOffer.manifestOf(house.unit().files()));
    files.forEach(file -> body.file("file", file.name(), file.content()));

    var answer = house.office(CARE_MANAGER).put("/transmissions/" + TransmissionId.next(), body);

    assertRefused(422, "EX-202", answer);
  }

  @Test
  void aManifestWithoutFilesIsRefused() {
    var body = new Multipart().field("manifest", SendingOffer.manifestOf(house.unit().files()));

    var answer = house.office(CARE_MANAGER).put("/transmissions/" + TransmissionId.next(), body);

    assertRefused(422, "EX-203", answer);
  }

  @Test
  void findingsTellTheSpotAndNeitherValueNorPerson() {
    var answer =
        house.office(CARE_MANAGER).offer(TransmissionId.next(), house.unit().files(SEX, WRONG_SEX));

    var problem = assertRefused(422, "EX-201", answer);
    JsonObject finding = problem.getJsonArray("findings").getJsonObject(0);
    assertTrue(problem.getBoolean("overridable"), answer.body());
    assertTrue(finding.getString("file").startsWith("UPHOSOKU_"));
    assertEquals(1, finding.getInt("line"));
    assertEquals("error", finding.getString("severity"));
    assertFalse(finding.getString("remedy").isBlank());
    assertFalse(answer.body().contains(PERSON));
    assertFalse(answer.body().contains("9900000001"));
  }

  @Test
  void anErrorIsSentKnowinglyWithAReasonThatTheRecipientSees() {
    var id = TransmissionId.next();

    var answer =
        house
            .office(CARE_MANAGER)
            .offer(id, house.unit().files(SEX, WRONG_SEX), "reason=" + REASON);

    assertEquals(201, answer.statusCode(), answer.body());
    var seen = json(house.office(HELPERS).get("/transmissions/" + id));
    assertEquals(REASON, seen.getString("reason"));
  }

  @Test
  void aReasonDoesNotHelpAgainstWhatIsFatal() {
    var incomplete = house.unit().files().subList(0, 1);

    var answer =
        house.office(CARE_MANAGER).offer(TransmissionId.next(), incomplete, "reason=" + REASON);

    assertFalse(assertRefused(422, "EX-201", answer).getBoolean("overridable"));
  }

  @Test
  void aReasonMayHaveFiveHundredCharactersAndNoMore() {
    var office = house.office(CARE_MANAGER);
    var longest =
        office.offer(
            TransmissionId.next(), house.unit().files(SEX, WRONG_SEX), "reason=" + "理".repeat(500));

    var longer =
        office.offer(
            TransmissionId.next(), house.unit().files(SEX, WRONG_SEX), "reason=" + "理".repeat(501));

    assertEquals(201, longest.statusCode(), longest.body());
    assertRefused(422, "EX-304", longer);
  }

  @Test
  void aReasonForAWithdrawalMayNotBeLongerEither() {
    var office = house.office(CARE_MANAGER);
    var id = TransmissionId.next();
    office.offer(id, house.unit().files());

    var answer =
        office.post(
            "/transmissions/" + id + "/withdrawal", "{\"reason\":\"" + "理".repeat(501) + "\"}");

    assertRefused(422, "EX-304", answer);
  }

  @Test
  void aRecipientThatNobodyKnowsIsAFinding() {
    var answer =
        house
            .office(CARE_MANAGER)
            .offer(TransmissionId.next(), house.unit(CARE_MANAGER, "9970009999").files());

    assertTrue(codes(assertRefused(422, "EX-201", answer)).contains("EX-402"), answer.body());
  }

  @Test
  void aRecipientThatStoppedIsAFinding() {
    String closed = "9970000102";
    house.update(
        "INSERT INTO application_office (number, name, service_kinds, status, version)"
            + " VALUES (?, '休止中の事業所', '11', 'SUSPENDED', 1)",
        closed);

    var answer =
        house
            .office(CARE_MANAGER)
            .offer(TransmissionId.next(), house.unit(CARE_MANAGER, closed).files());

    assertTrue(codes(assertRefused(422, "EX-201", answer)).contains("EX-403"), answer.body());
  }

  @Test
  void aUnitOfAnotherSenderIsAFinding() {
    var answer =
        house
            .office(CARE_MANAGER)
            .offer(TransmissionId.next(), house.unit(SECOND_CARE_MANAGER, HELPERS).files());

    var problem = assertRefused(422, "EX-201", answer);
    assertTrue(codes(problem).contains("EX-401"), answer.body());
    assertFalse(problem.getBoolean("overridable"));
  }

  @Test
  void twoUnitsInOneRequestAreRefused() {
    List<OfferedFile> files = new ArrayList<>(house.unit().files());
    files.addAll(house.unit().files());

    var answer = house.office(CARE_MANAGER).offer(TransmissionId.next(), files);

    assertRefused(422, "EX-204", answer);
  }

  private HttpResponse<String> offerSigned(
      TransmissionId id, List<OfferedFile> files, byte[] signature) {
    var body =
        new Multipart()
            .field("manifest", SendingOffer.manifestOf(files))
            .field("signature", signature);
    files.forEach(file -> body.file("file", file.name(), file.content()));
    return house.office(CARE_MANAGER).put("/transmissions/" + id, body);
  }

  /** The signed JSON stands in the CMS as it is. */
  private static String receiptText(JsonObject answer) {
    return new String(
        Base64.getDecoder().decode(answer.getString("receipt")), StandardCharsets.UTF_8);
  }

  private Path ownCertificate() {
    return house.node().home().resolve("offices/" + CARE_MANAGER + ".p12");
  }

  @Test
  void whatTheOfficeSignedIsToldOnBothSidesAndInTheReceipt() {
    var files = house.unit().files();
    var id = TransmissionId.next();
    byte[] signature =
        Certificates.of(house.node()).signature(ownCertificate(), SendingOffer.manifestOf(files));

    var answer = offerSigned(id, files, signature);

    assertEquals(201, answer.statusCode(), answer.body());
    for (String side : List.of(CARE_MANAGER, HELPERS)) {
      assertTrue(json(house.office(side).get("/transmissions/" + id)).getBoolean("signedBySender"));
    }
    assertTrue(receiptText(json(answer)).contains("\"signedBySender\":true"));
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM exchange_receipt WHERE transmission_id = ?"
                + " AND office_signature = ?",
            id.value(),
            signature));
  }

  @Test
  void whatTheOfficeDidNotSignIsAcceptedAndToldToo() {
    var id = TransmissionId.next();

    var answer = house.office(CARE_MANAGER).offer(id, house.unit().files());

    assertFalse(
        json(house.office(HELPERS).get("/transmissions/" + id)).getBoolean("signedBySender"));
    assertTrue(receiptText(json(answer)).contains("\"signedBySender\":false"));
  }

  @Test
  void aSignatureOverAnotherManifestIsRefused() {
    var files = house.unit().files();
    byte[] signature =
        Certificates.of(house.node())
            .signature(ownCertificate(), SendingOffer.manifestOf(files) + "\n");

    var answer = offerSigned(TransmissionId.next(), files, signature);

    assertRefused(422, "EX-205", answer);
  }

  @Test
  void aSignatureByAnotherCertificateOfTheSameOfficeIsRefused() {
    var files = house.unit().files();
    var certificates = Certificates.of(house.node());
    byte[] signature =
        certificates.signature(certificates.valid(CARE_MANAGER), SendingOffer.manifestOf(files));

    var answer = offerSigned(TransmissionId.next(), files, signature);

    assertRefused(422, "EX-205", answer);
  }

  @Test
  void aSignatureThatIsNoneIsRefusedAndLeavesNothing() {
    var id = TransmissionId.next();

    var answer = offerSigned(id, house.unit().files(), new byte[] {0x30, 0});

    assertRefused(422, "EX-205", answer);
    assertEquals(
        0, house.count("SELECT COUNT(*) FROM exchange_transmission WHERE id = ?", id.value()));
  }

  @Test
  void theDatabaseKeepsNoTwoFilesOfOneName() {
    var id = TransmissionId.next();
    house.office(CARE_MANAGER).offer(id, house.unit().files());

    var second =
        assertThrows(
            IllegalStateException.class,
            () ->
                house.update(
                    "INSERT INTO exchange_file (transmission_id, position_number, name,"
                        + " record_type, byte_count, record_count, sha256)"
                        + " SELECT transmission_id, 99, name, record_type, byte_count,"
                        + " record_count, sha256 FROM exchange_file"
                        + " WHERE transmission_id = ? AND position_number = 0",
                    id.value()));

    assertInstanceOf(SQLIntegrityConstraintViolationException.class, second.getCause());
  }

  @Test
  void aPathInAFileNameLeadsNowhere() {
    var files = house.unit().files();
    var body = new Multipart().field("manifest", SendingOffer.manifestOf(files));
    files.forEach(file -> body.file("file", "../../../tmp/" + file.name(), file.content()));
    var id = TransmissionId.next();
    var office = house.office(CARE_MANAGER);

    var answer = office.put("/transmissions/" + id, body);

    assertEquals(201, answer.statusCode(), answer.body());
    assertFalse(office.get("/transmissions/" + id).body().contains(".."));
    assertFalse(Files.exists(Path.of("/tmp", files.getFirst().name())));
  }

  @Test
  void aFileNameThatIsNotOfTheStandardIsRefusedHoweverLong() {
    var odd = new OfferedFile("x".repeat(200) + "\u0001；.CSV", new byte[] {1});

    var answer = house.office(CARE_MANAGER).offer(TransmissionId.next(), List.of(odd));

    assertEquals(422, answer.statusCode(), answer.body());
  }

  @Test
  void theCheckAnswersForEveryUnitAndKeepsNothing() {
    long before = house.count("SELECT COUNT(*) FROM exchange_transmission");
    var body = new Multipart();
    house.unit().files().forEach(file -> body.file("file", file.name(), file.content()));
    house
        .unit()
        .files(SEX, WRONG_SEX)
        .forEach(file -> body.file("file", file.name(), file.content()));

    var answer = house.office(CARE_MANAGER).postMultipart("/checks", body);

    var units = json(answer).getJsonArray("units");
    assertEquals(2, units.size(), answer.body());
    assertEquals("accepted", units.getJsonObject(0).getString("verdict"));
    assertEquals("refused", units.getJsonObject(1).getString("verdict"));
    assertFalse(answer.body().contains(PERSON));
    assertEquals(before, house.count("SELECT COUNT(*) FROM exchange_transmission"));
  }

  @Test
  void anyoneCanVerifyAReceiptWithOpenssl(@TempDir Path folder) throws Exception {
    var id = TransmissionId.next();
    var answer = json(house.office(CARE_MANAGER).offer(id, house.unit().files()));
    byte[] receipt = Base64.getDecoder().decode(answer.getString("receipt"));
    Path signers = folder.resolve("signers.pem");
    Files.writeString(signers, house.node().publicly("GET", "/public/v1/receipt-signers").body());

    String signed = opensslVerify(signers, Files.write(folder.resolve("receipt.p7m"), receipt));
    receipt[receipt.length / 2] ^= 1;
    String changed = opensslVerify(signers, Files.write(folder.resolve("changed.p7m"), receipt));

    assertTrue(signed.contains(id.value()), signed);
    assertTrue(signed.contains(answer.getString("contentHash")), signed);
    assertTrue(signed.contains("successful"), signed);
    assertFalse(changed.contains("successful"), changed);
  }

  private static String opensslVerify(Path signers, Path receipt)
      throws IOException, InterruptedException {
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "cms",
                "-verify",
                "-inform",
                "DER",
                "-in",
                receipt.toString(),
                "-CAfile",
                signers.toString(),
                "-purpose",
                "any")
            .redirectErrorStream(true)
            .start();
    String text = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    openssl.waitFor();
    return text;
  }

  @Test
  void bothSidesFetchTheSameReceiptLater() {
    var id = TransmissionId.next();
    var sender = house.office(CARE_MANAGER);
    var answer = json(sender.offer(id, house.unit().files()));
    byte[] receipt = Base64.getDecoder().decode(answer.getString("receipt"));

    byte[] ofSender = sender.bytes("/transmissions/" + id + "/receipt").body();
    byte[] ofRecipient = house.office(HELPERS).bytes("/transmissions/" + id + "/receipt").body();

    assertEquals(
        Base64.getEncoder().encodeToString(receipt), Base64.getEncoder().encodeToString(ofSender));
    assertEquals(
        Base64.getEncoder().encodeToString(receipt),
        Base64.getEncoder().encodeToString(ofRecipient));
  }

  @Test
  void nothingOfTheContentCanBeReadInTheDatabase() throws SQLException {
    var id = TransmissionId.next();
    house.office(CARE_MANAGER).offer(id, house.unit().people(3).files());

    String everything = house.everyRowOf("exchange_", "kernel_");

    assertTrue(everything.contains(id.value()));
    for (String secret : List.of(PERSON, "カクウ", "19380203", "9900000002")) {
      assertFalse(everything.contains(secret), secret);
      assertFalse(
          everything.contains(new String(secret.getBytes(MS932), StandardCharsets.ISO_8859_1)));
    }
  }

  @Test
  void theLogTellsNothingOfPeopleOrFiles() throws IOException {
    var files = house.unit().files(SEX, WRONG_SEX);
    var office = house.office(CARE_MANAGER);
    office.offer(TransmissionId.next(), files);
    office.offer(TransmissionId.next(), files, "reason=" + REASON);
    office.offer(TransmissionId.next(), house.unit().files("202407", "古い"));

    String log = Files.readString(house.node().log());

    for (String secret :
        List.of(PERSON, "カクウ", "9900000001", "19380203", "UPHOSOKU_", REASON, "計画　作成子")) {
      assertFalse(log.contains(secret), secret);
    }
  }

  private static List<String> codes(JsonObject problem) {
    return problem.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
        .map(finding -> finding.getString("code"))
        .toList();
  }
}
