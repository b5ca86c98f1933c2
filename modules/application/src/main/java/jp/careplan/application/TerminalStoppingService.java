package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.UserId;

@ApplicationScoped
class TerminalStoppingService implements TerminalStopping {
  @Inject private RecoveryCodeProof codes;
  @Inject private TerminalService terminals;
  @Inject private Clock clock;

  @Override
  public List<TerminalEntry> terminalsOf(Credentials proof) {
    return terminals.registeredBy(holder(proof).office()).stream()
        .filter(it -> it.usableUntil(clock.instant()).isPresent())
        .toList();
  }

  /** The office's own ID alone: a member of its staff looks after no terminals. */
  private UserId holder(Credentials proof) {
    return codes.require(
        new Credentials(new KjUserId(proof.userId()).value(), proof.password(), proof.source()));
  }

  @Override
  public void stop(Credentials proof, String terminalId, RevocationReason reason) {
    terminals.stop(holder(proof), proof.password(), terminalId, reason);
  }
}
