package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeRegistration;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.Rights;
import jp.careplan.exchange.SendingOutcome.Refused;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.Worker;

/**
 * 練習用の相手: receives what is sent to it and answers a plan of form 6 with a result in which all went
 * as planned, through the same doors as any office. What has been answered is known by the incoming
 * transmission's last state; the answer's ID and content follow from the incoming one, so that it
 * may die at any step and run on all nodes at once.
 */
@ApplicationScoped
class PracticePartner implements Worker {
  private static final System.Logger LOG = System.getLogger(PracticePartner.class.getName());
  private static final int AT_ONCE = 20;

  /** 第6表, 第7表 and 利用者補足情報; of everything else the arrival alone is told. */
  private static final Set<String> PLAN_UNITS = Set.of("U2", "P4");

  @Inject private PracticeOffice practice;
  @Inject private OfficeDirectory offices;
  @Inject private OfficeRegistration registration;
  @Inject private PracticeStore store;
  @Inject private Receiving receiving;
  @Inject private Sending sending;
  @Inject private Clock clock;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void work() {
    practice.number().ifPresent(this::answerAll);
  }

  private void answerAll(OfficeNumber office) {
    if (offices.find(office).isEmpty()) {
      registration.registerOffice(office, PracticeOffice.NAME, SandboxOffices.kinds());
    }
    for (TransmissionSummary waiting : store.unanswered(office, AT_ONCE)) {
      try {
        answer(session(office), waiting);
      } catch (RuntimeException e) { // the others are answered all the same
        LOG.log(ERROR, "practice failed transmission=" + waiting.id(), e);
      }
    }
  }

  private void answer(OfficeSession by, TransmissionSummary incoming) {
    try {
      receiving.receive(by, incoming.id());
      List<OfferedFile> files =
          receiving.downloadAll(by, incoming.id()).stream()
              .filter(file -> !Enclosure.isOf(file.name()))
              .toList();
      String trouble = PLAN_UNITS.contains(incoming.unit()) ? reply(by, incoming, files) : "";
      receiving.reportImport(by, incoming.id(), trouble.isEmpty(), trouble);
      LOG.log(INFO, "practice answered transmission={0}", incoming.id());
    } catch (DomainException e) { // taken back meanwhile, or answered by another node
      LOG.log(INFO, "practice left transmission={0} code={1}", incoming.id(), e.code().code());
    }
  }

  /** Why there is no result; empty text where there is one. */
  private String reply(OfficeSession by, TransmissionSummary incoming, List<OfferedFile> files) {
    LocalDateTime made = incoming.sentAt().atZone(clock.getZone()).toLocalDateTime();
    Optional<OfferedFile> result = Standard.load().resultAsPlanned(files, made);
    if (result.isEmpty()) {
      return "練習用事業所の番号の予定が1行もないため、実績を返せません。サービス事業者の番号を確かめてください。";
    }
    List<OfferedFile> unit = List.of(result.get());
    var offer =
        new SendingOffer(
            answerTo(incoming.id()),
            SendingOffer.manifestOf(unit),
            Optional.empty(),
            Optional.empty(),
            true,
            unit);
    try {
      return sending.send(by, offer) instanceof Refused ? "この予定からは、実績を作れません。" : "";
    } catch (DomainException e) {
      return "実績を返せません。" + e.code().title() + "（コード " + e.code().code() + "）";
    }
  }

  /** Same time, same shape, other place: an ID for the answer that every node arrives at. */
  static TransmissionId answerTo(TransmissionId incoming) {
    String id = incoming.value();
    String hash = Sha256.hex("practice " + id);
    return new TransmissionId(
        id.substring(0, 15)
            + hash.substring(0, 3)
            + id.substring(18, 20)
            + hash.substring(3, 6)
            + "-"
            + hash.substring(6, 18));
  }

  /** As whom it acts. */
  OfficeSession session(OfficeNumber office) {
    var user = new KjUserId("KJ" + office.value().substring(0, 2) + office.value());
    return new OfficeSession(
        "practice",
        user.user(),
        office,
        "",
        "",
        OfficeSession.Door.CONNECTOR,
        clock.instant(),
        clock.instant(),
        Rights.OF_OFFICE);
  }
}
