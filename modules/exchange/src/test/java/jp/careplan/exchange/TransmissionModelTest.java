package jp.careplan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.Rights;
import jp.careplan.application.StaffRole;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The states of a transmission beside a model of them, through random orders of acts. */
class TransmissionModelTest {
  private static final Instant NOON = Instant.parse("2026-06-25T03:00:00Z");
  private static final OfficeNumber SENDER = new OfficeNumber("9970000011");
  private static final OfficeNumber RECIPIENT = new OfficeNumber("9970000022");
  private static final int ACTS = 12;

  private enum Who {
    SENDER,
    RECIPIENT,
    STRANGER,
    RECIPIENT_FOR_ANOTHER_KIND
  }

  private enum Act {
    RECEIVE,
    OPEN,
    DOWNLOADED,
    IMPORTED,
    IMPORT_FAILED,
    WITHDRAW
  }

  /** What must become of it, written down apart from the entity. */
  private static final class Model {
    private TransmissionStatus status = TransmissionStatus.SENT;

    /** The code of the refusal; empty where it is done. */
    String act(Who who, Act act) {
      return switch (act) {
        case RECEIVE -> receive(who);
        case OPEN -> who == Who.RECIPIENT ? open() : "";
        case DOWNLOADED -> {
          status = status == TransmissionStatus.RECEIVED ? TransmissionStatus.DOWNLOADED : status;
          yield "";
        }
        case IMPORTED -> report(who, TransmissionStatus.IMPORTED);
        case IMPORT_FAILED -> report(who, TransmissionStatus.IMPORT_FAILED);
        case WITHDRAW -> withdraw(who);
      };
    }

    private String receive(Who who) {
      if (who != Who.RECIPIENT) {
        return "EX-108";
      }
      if (status == TransmissionStatus.WITHDRAWN) {
        return "EX-107";
      }
      status = status == TransmissionStatus.SENT ? TransmissionStatus.RECEIVED : status;
      return "";
    }

    private String open() {
      return switch (status) {
        case SENT -> "EX-106";
        case WITHDRAWN -> "EX-107";
        default -> "";
      };
    }

    private String report(Who who, TransmissionStatus told) {
      if (who != Who.RECIPIENT) {
        return "EX-108";
      }
      String refusal = open();
      status = refusal.isEmpty() ? told : status;
      return refusal;
    }

    private String withdraw(Who who) {
      if (who != Who.SENDER) {
        return "EX-109";
      }
      if (status != TransmissionStatus.SENT) {
        return "EX-105";
      }
      status = TransmissionStatus.WITHDRAWN;
      return "";
    }
  }

  private static OfficeSession session(Who who) {
    OfficeNumber office =
        switch (who) {
          case SENDER -> SENDER;
          case STRANGER -> new OfficeNumber("9970000033");
          case RECIPIENT, RECIPIENT_FOR_ANOTHER_KIND -> RECIPIENT;
        };
    Rights rights =
        who == Who.RECIPIENT_FOR_ANOTHER_KIND
            ? new Rights(StaffRole.USER, Set.of(new ServiceKind("15")))
            : Rights.OF_OFFICE;
    return new OfficeSession(
        "session",
        new KjUserId("KJ99" + office.value()).user(),
        office,
        "",
        "",
        OfficeSession.Door.CONNECTOR,
        NOON,
        NOON,
        rights);
  }

  private static Transmission transmission() {
    var unit =
        new SealedUnit(
            new Party(SENDER, "", "43"),
            new Party(RECIPIENT, "", "11"),
            "U2",
            "plan",
            "202606",
            "20260520113000",
            "202407",
            1,
            List.of(),
            List.of(),
            List.of());
    var offer =
        new SendingOffer(
            TransmissionId.next(), "", Optional.empty(), Optional.empty(), false, List.of());
    return new Transmission(
        unit, offer, new Receipt("", NOON, "", new byte[0]), Optional.empty(), 1);
  }

  private static String act(Transmission transmission, Who who, Act act) {
    OfficeSession by = session(who);
    try {
      switch (act) {
        case RECEIVE -> transmission.receive(by, NOON);
        case OPEN -> transmission.requireOpenTo(by);
        case DOWNLOADED -> transmission.downloaded(NOON);
        case IMPORTED -> transmission.reportImport(by, true, "", NOON);
        case IMPORT_FAILED -> transmission.reportImport(by, false, "", NOON);
        case WITHDRAW -> transmission.withdraw(by, "", NOON);
      }
      return "";
    } catch (DomainException e) {
      return e.code().code();
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverTheOrderTheStatesAreThoseOfTheModel(long seed) {
    var random = new Random(seed);
    var transmission = transmission();
    var model = new Model();
    List<String> done = new ArrayList<>();

    for (int i = 0; i < ACTS; i++) {
      Who who = Who.values()[random.nextInt(Who.values().length)];
      Act act = Act.values()[random.nextInt(Act.values().length)];
      done.add(who + " " + act);
      // A download is noted by the service, of a recipient who may open it.
      boolean noted = who == Who.RECIPIENT && act(transmission, who, Act.OPEN).isEmpty();
      if (act != Act.DOWNLOADED || noted) {
        assertEquals(model.act(who, act), act(transmission, who, act), done.toString());
      }

      assertEquals(model.status, transmission.status(), done.toString());
      var summary = transmission.summary(Map.of(), Versions.Changed.NOTHING);
      assertEquals(model.status == TransmissionStatus.WITHDRAWN, summary.withdrawnAt().isPresent());
      assertEquals(model.status.isReceived(), summary.receivedAt().isPresent(), done.toString());
    }
  }
}
