package jp.careplan.application;

import static jakarta.transaction.Transactional.TxType.NOT_SUPPORTED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jp.careplan.application.internal.Passwords;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.UserId;

/** The order of steps; passwords are hashed outside any transaction. */
@ApplicationScoped
@Transactional(NOT_SUPPORTED)
class JoiningService implements Joining {
  @Inject private StaffStore store;
  @Inject private OfficeDirectory offices;
  @Inject private SignInBrake brake;
  @Inject private HashingPlaces places;
  @Inject private Passwords passwords;
  @Inject private PasswordRule rule;

  @Override
  public Invited preview(String code, String source) {
    StaffUser staff = invited(code, source);
    return new Invited(
        staff.user(),
        offices.find(staff.user().office()).map(OfficeEntry::name).orElse(""),
        staff.name());
  }

  @Override
  public UserId join(String code, String password, String source) {
    UserId user = invited(code, source).user();
    rule.check(user, "", password);
    rule.checkHolder(user, password);
    String hash = places.in(GuessTrack.open(user), () -> passwords.hash(password));
    return store.join(code, hash);
  }

  private StaffUser invited(String code, String source) {
    GuessTrack track = GuessTrack.code("join", source);
    brake.count(track);
    try {
      StaffUser staff = store.invited(code);
      brake.succeeded(track);
      return staff;
    } catch (DomainException e) {
      brake.failed(track);
      throw e;
    }
  }
}
