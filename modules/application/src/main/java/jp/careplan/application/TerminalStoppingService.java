package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.kernel.KjUserId;

@ApplicationScoped
class TerminalStoppingService implements TerminalStopping {
  @Inject private RecoveryCodeProof codes;
  @Inject private TerminalService terminals;
  @Inject private Clock clock;

  @Override
  public List<TerminalEntry> terminalsOf(Credentials proof) {
    KjUserId user = codes.require(proof);
    return terminals.registeredBy(user.office()).stream()
        .filter(it -> it.usableUntil(clock.instant()).isPresent())
        .toList();
  }

  @Override
  public void stop(Credentials proof, String terminalId, RevocationReason reason) {
    terminals.stop(codes.require(proof), proof.password(), terminalId, reason);
  }
}
