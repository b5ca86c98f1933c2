package jp.careplan.application;

import static jakarta.transaction.Transactional.TxType.NOT_SUPPORTED;
import static jp.careplan.application.ApplicationProblem.CARE_DATA_CLOSED;
import static jp.careplan.application.ApplicationProblem.ISSUE_REFUSED;
import static jp.careplan.application.ApplicationProblem.UNKNOWN_OFFICE;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.application.internal.Passwords;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.UserId;

/** Hashes outside any transaction, as the sign-in does. */
@ApplicationScoped
@Transactional(NOT_SUPPORTED)
class IssuePasswordService implements IssuePasswords {
  /** Without those that look like another in a letter; 12 of 31 are 59 bits. */
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 12;

  private final SecureRandom random = new SecureRandom();
  @Inject private CertificateStore store;
  @Inject private Passwords passwords;
  @Inject private PasswordRule rule;
  @Inject private HashingPlaces places;
  @Inject private SignInBrake brake;
  @Inject private OfficeDirectory offices;

  @Override
  public boolean isSet(OfficeNumber office) {
    return store.issuePassword(office).isPresent();
  }

  @Override
  public void set(OfficeSession session, String wanted) {
    session.requireAdministrator();
    if (!session.cameByCertificate()) {
      throw new DomainException(CARE_DATA_CLOSED, "証明書発行用パスワードは、電子証明書で入った画面でだけ変えられます。");
    }
    UserId user = session.user();
    rule.check(user, "", wanted);
    replace(user.account(), wanted, GuessTrack.page(session), user.value(), "");
  }

  @Override
  public PasswordIssuing.Letter reissue(OperatorSession by, KjUserId user, String reason) {
    by.requireFor(user.office(), OPERATOR);
    String kept = OperatorSession.reason(reason);
    OfficeProfile office =
        offices.profileOf(user.office()).orElseThrow(() -> new DomainException(UNKNOWN_OFFICE, ""));
    String drawn =
        random
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(LETTERS::charAt)
            .map(String::valueOf)
            .collect(Collectors.joining());
    String actor = by.operator().value();
    replace(user, drawn, GuessTrack.certificate(user.user(), actor), actor, kept);
    return new PasswordIssuing.Letter(
        office, user, drawn, PasswordLetter.issuing(office, user, drawn));
  }

  private void replace(KjUserId user, String wanted, GuessTrack line, String actor, String reason) {
    String hash = places.in(line, () -> passwords.hash(wanted));
    store.setIssuePassword(user, hash, actor, reason);
    brake.forget(GuessTrack.issue(user));
  }

  /** Refuses a wrong password; an unknown ID takes as long and is told the same. */
  void require(KjUserId user, String password) {
    GuessTrack track = GuessTrack.issue(user);
    brake.refuseIfTooSoon(track);
    places.in(
        track,
        () -> {
          brake.count(track);
          Optional<String> hash =
              store.issuePassword(user.office()).filter(it -> store.hasAccount(user));
          boolean right = hash.map(it -> passwords.matches(password, it)).orElse(false);
          if (hash.isEmpty()) {
            passwords.waste(password);
          }
          if (!right) {
            store.refused(track, user, hash.isPresent());
            throw new DomainException(ISSUE_REFUSED, "");
          }
          brake.succeeded(track);
          return user;
        });
  }
}
