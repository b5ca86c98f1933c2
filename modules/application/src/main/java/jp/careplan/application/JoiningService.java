package jp.careplan.application;

import static jakarta.transaction.Transactional.TxType.NOT_SUPPORTED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jp.careplan.application.internal.Passwords;
import jp.careplan.kernel.UserId;

/** The order of steps; passwords are hashed outside any transaction. */
@ApplicationScoped
@Transactional(NOT_SUPPORTED)
class JoiningService implements Joining {
  @Inject private StaffStore store;
  @Inject private OfficeDirectory offices;
  @Inject private HashingPlaces places;
  @Inject private Passwords passwords;
  @Inject private PasswordRule rule;

  @Override
  public Invited preview(String code) {
    StaffUser staff = store.invited(code);
    return new Invited(
        staff.user(),
        offices.find(staff.user().office()).map(OfficeEntry::name).orElse(""),
        staff.name());
  }

  @Override
  public UserId join(String code, String password) {
    UserId user = store.invited(code).user();
    rule.check(user, "", password);
    rule.checkHolder(user, password);
    String hash = places.in(GuessTrack.open(user), () -> passwords.hash(password));
    return store.join(code, hash);
  }
}
