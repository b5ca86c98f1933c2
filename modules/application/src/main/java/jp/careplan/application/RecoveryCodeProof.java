package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.UserId;

/** Whether somebody holds a recovery code that is not used yet; guesses are slowed by source. */
@ApplicationScoped
class RecoveryCodeProof {
  @Inject private SignInBrake brake;
  @Inject private RecoveryCodeStore codes;

  /** Whose code it is; uses nothing up. */
  UserId require(Credentials proof) {
    var user = new UserId(proof.userId());
    GuessTrack track = GuessTrack.code("recovery " + user, proof.source());
    brake.count(track);
    try {
      codes.require(user, proof.password());
    } catch (DomainException e) {
      brake.failed(track);
      throw e;
    }
    brake.succeeded(track);
    return user;
  }
}
