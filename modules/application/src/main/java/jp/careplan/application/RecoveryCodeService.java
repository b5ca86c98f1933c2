package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.kernel.UserId;

@ApplicationScoped
class RecoveryCodeService implements RecoveryCodes {
  @Inject private PasswordChecking checking;
  @Inject private RecoveryCodeStore codes;
  @Inject private RecoveryCodeProof holder;

  @Override
  public List<String> renew(OfficeSession session, String password) {
    checking.check(session, password);
    return codes.renew(session.user());
  }

  @Override
  public int left(UserId user) {
    return codes.left(user);
  }

  @Override
  public void use(Credentials proof) {
    codes.use(holder.require(proof), proof.password());
  }
}
