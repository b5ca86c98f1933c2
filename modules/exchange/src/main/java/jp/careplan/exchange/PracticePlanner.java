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
import jp.careplan.application.VendorTestPart.Kind;
import jp.careplan.exchange.internal.trial.TestUnit;
import jp.careplan.exchange.internal.trial.TestUnit.Side;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.Worker;

/**
 * 練習用の相手 as a care manager: whenever a sandbox office has received all that was sent to it, the
 * next plan goes out, of care and of prevention in turn. ID and content follow from the office and
 * the plan's number, so that it may die at any step and run on all nodes at once.
 */
@ApplicationScoped
class PracticePlanner implements Worker {
  private static final System.Logger LOG = System.getLogger(PracticePlanner.class.getName());

  private static final int AT_ONCE = 20;

  @Inject private PracticeOffice practice;
  @Inject private PracticePartner partner;
  @Inject private SandboxOffices offices;
  @Inject private Sending sending;
  @Inject private Clock clock;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void work() {
    practice
        .number()
        .ifPresent(from -> {
          for (SandboxOffice office : offices.withoutWaiting(from, AT_ONCE)) {
            try {
              send(from, office);
            } catch (RuntimeException e) { // the others are served all the same
              LOG.log(ERROR, "practice plan failed office=" + office.office(), e);
            }
          }
        });
  }

  private void send(OfficeNumber from, SandboxOffice to) {
    int plan = to.nextPlan();
    boolean care = plan % 2 == 1;
    LocalDateTime made = to.madeAt().atZone(clock.getZone()).toLocalDateTime().plusMinutes(plan);
    List<OfferedFile> files =
        TestUnit.files(
            care ? Kind.D2 : Kind.D6,
            to.office() + " " + plan,
            made,
            new Side(from.value(), care ? "43" : "46"),
            new Side(to.office().value(), care ? "11" : "A2"));
    TransmissionId id = idOf(to, plan);
    var offer =
        new SendingOffer(
            id, SendingOffer.manifestOf(files), Optional.empty(), Optional.empty(), true, files);
    if (sending.send(partner.session(from), offer) instanceof SendingOutcome.Accepted) {
      offices.sent(to.office(), plan);
      LOG.log(INFO, "practice plan sent transmission={0}", id);
    } else {
      LOG.log(ERROR, "practice plan refused office={0} plan={1}", to.office(), plan);
    }
  }

  /** An ID that every node arrives at. */
  private static TransmissionId idOf(SandboxOffice to, int plan) {
    String time = "%012x".formatted(to.madeAt().toEpochMilli() + plan);
    String hash = Sha256.hex("practice plan " + to.office() + " " + plan);
    return new TransmissionId(
        String.join(
            "-",
            time.substring(0, 8),
            time.substring(8),
            "7" + hash.substring(0, 3),
            "8" + hash.substring(3, 6),
            hash.substring(6, 18)));
  }
}
