package jp.careplan.exchange.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.Rights;
import jp.careplan.exchange.CheckedUnit;
import jp.careplan.exchange.ExchangeProblem;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.Party;
import jp.careplan.exchange.Receipt;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.SendingOutcome;
import jp.careplan.exchange.SendingOutcome.Accepted;
import jp.careplan.exchange.TransmissionDetail;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.UserId;
import org.junit.jupiter.api.Test;

class SendDeskTest {
  private static final SendDesk.Limits LIMITS = new SendDesk.Limits(100, 3);
  private static final OfficeSession BY = session("KJ999970000011");
  private static final Party PARTNER =
      new Party(new OfficeNumber("9970000022"), "見本ヘルパーステーション", "11");

  private final SendDesk desk = new SendDesk();

  @Test
  void keepsTheIdOfAUnitThatIsCheckedAgain() {
    desk.put("", List.of(file("a", "1")), LIMITS);
    TransmissionId first = checked().getFirst().id();

    desk.put("", List.of(file("b", "1")), LIMITS);

    assertTrue(checked().stream().anyMatch(unit -> unit.id().equals(first)));
  }

  @Test
  void givesAnotherIdToOtherContentOfTheSameName() {
    desk.put("", List.of(file("a", "1")), LIMITS);
    TransmissionId first = checked().getFirst().id();

    desk.put("", List.of(file("a", "2")), LIMITS);

    assertNotEquals(first, checked().getFirst().id());
  }

  @Test
  void asksAnewWhatWasSentAndIsLaidOutAgain() {
    desk.put("", List.of(file("a", "1")), LIMITS);
    DeskUnit sent = checked().getFirst();
    desk.sent(sent, result(sent));

    desk.put("", List.of(file("a", "1")), LIMITS);

    assertNotEquals(sent.id(), checked().getFirst().id());
  }

  @Test
  void letsGoOfTheFilesOfASentUnitAlone() {
    desk.put("", List.of(file("a", "1"), file("b", "1")), LIMITS);
    DeskUnit sent = checked().getFirst();

    desk.sent(sent, result(sent));

    assertEquals(1, desk.units().size());
    assertEquals(1, desk.done().size());
  }

  @Test
  void neverMixesFolders() {
    desk.put("one", List.of(file("a", "1")), LIMITS);
    desk.put("two", List.of(file("a", "1")), LIMITS);

    assertEquals(2, checked().size());
  }

  @Test
  void capitalsMakeNoOtherFile() {
    desk.put("", List.of(file("a.CSV", "1")), LIMITS);

    desk.put("", List.of(file("a.csv", "2")), LIMITS);

    assertEquals(List.of("a.csv"), checked().getFirst().getFileNames());
    assertEquals(1, desk.units().size());
  }

  @Test
  void tellsTheLimitWhenTooMuchIsLaidOut() {
    var files = List.of(file("a", "1"), file("b", "1"), file("c", "1"), file("d", "1"));

    var refusal = assertThrows(DomainException.class, () -> desk.put("", files, LIMITS));

    assertEquals(ExchangeProblem.TOO_MANY_FILES, refusal.code());
    assertTrue(checked().isEmpty());
  }

  @Test
  void showsNothingOfItToWhoeverComesAfter() {
    desk.of(BY).put("", List.of(file("a", "1")), LIMITS);

    desk.of(session("KJ999970000022"));

    assertTrue(checked().isEmpty());
  }

  @Test
  void staysForWhoComesBack() {
    desk.of(BY).put("", List.of(file("a", "1")), LIMITS);

    desk.of(session("KJ999970000011"));

    assertEquals(1, checked().size());
  }

  private List<DeskUnit> checked() {
    desk.check(new EachFileIsAUnit(), BY);
    return desk.units();
  }

  private static OfficeSession session(String user) {
    var id = new UserId(user);
    return new OfficeSession(
        "s",
        id,
        id.office(),
        "",
        "",
        OfficeSession.Door.HANDED_OFF,
        Instant.MAX,
        Instant.MAX,
        Rights.OF_OFFICE);
  }

  private static SentUnit result(DeskUnit unit) {
    var receipt = new Receipt("20260625-AAAAA-AAAAA", Instant.EPOCH, "", new byte[0]);
    return new SentUnit(unit, new Accepted(unit.id(), PARTNER, "U4", receipt, false, List.of()));
  }

  private static OfferedFile file(String name, String content) {
    return new OfferedFile(name, content.getBytes(UTF_8));
  }

  /** Takes every file for a whole unit. */
  private static final class EachFileIsAUnit implements Sending {
    @Override
    public List<CheckedUnit> check(OfficeSession by, List<OfferedFile> files) {
      return files.stream()
          .map(file ->
              new CheckedUnit(
                  List.of(file),
                  Optional.of("U4"),
                  Optional.of("delete"),
                  Optional.empty(),
                  Optional.of(PARTNER),
                  Optional.of("202606"),
                  Optional.of("20260625101200"),
                  1,
                  List.of(),
                  false))
          .toList();
    }

    @Override
    public List<List<CheckedUnit>> checkEach(OfficeSession by, List<List<OfferedFile>> folders) {
      return folders.stream().map(files -> check(by, files)).toList();
    }

    @Override
    public SendingOutcome send(OfficeSession by, SendingOffer offer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public TransmissionDetail withdraw(OfficeSession by, TransmissionId id, String reason) {
      throw new UnsupportedOperationException();
    }
  }
}
