package jp.careplan.application;

import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.application.internal.Passwords;
import jp.careplan.application.internal.Secrets;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.UserId;

/** The order of steps; passwords are hashed outside any transaction. */
@ApplicationScoped
class PasswordResetService implements PasswordReset, PasswordIssuing {
  @Inject private SignInBrake brake;
  @Inject private HashingPlaces places;
  @Inject private Passwords passwords;
  @Inject private AccountPasswords sealing;
  @Inject private PasswordRule rule;
  @Inject private PasswordResets resets;
  @Inject private RecoveryCodeStore codes;
  @Inject private RecoveryCodeProof holder;
  @Inject private AccountStore accounts;
  @Inject private OfficeDirectory offices;

  @Override
  public void askByMail(String userId) {
    var user = new UserId(userId);
    brake.count(GuessTrack.asked("reset " + user));
    resets.ask(user);
  }

  @Override
  public UserId preview(String code) {
    return resets.userOf(code);
  }

  @Override
  public void byMail(String code, String newPassword) {
    UserId user = resets.userOf(code);
    rule.check(user, "", newPassword);
    rule.checkHolder(user, newPassword);
    resets.complete(code, hash(user, newPassword));
  }

  @Override
  public void byRecoveryCode(Credentials proof, String newPassword) {
    var user = new UserId(proof.userId());
    rule.check(user, "", newPassword);
    holder.require(proof);
    rule.checkHolder(user, newPassword);
    codes.resetPassword(user, proof.password(), hash(user, newPassword));
  }

  @Override
  public Letter issue(OperatorSession by, KjUserId user, String reason) {
    by.requireFor(user.office(), OPERATOR);
    String kept = OperatorSession.reason(reason);
    String password = Secrets.newWrittenCode();
    byte[] sealed = sealing.seal(user.user(), password);
    accounts.giveTemporaryPassword(user, sealed, by.operator(), kept);
    OfficeProfile office = offices.profileOf(user.office()).orElseThrow();
    return new Letter(office, user, password, PasswordLetter.text(office, user, password));
  }

  private String hash(UserId user, String password) {
    return places.in(GuessTrack.open(user), () -> passwords.hash(password));
  }
}
