package jp.careplan.application;

import static jp.careplan.application.DeskProblem.DESK_CREDENTIALS;
import static jp.careplan.application.DeskProblem.DESK_PASSWORD_RULE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.internal.Passwords;
import jp.careplan.kernel.DomainException;

/** The order of steps, outside any transaction. */
@ApplicationScoped
class OperatorSigningInService implements OperatorSigningIn {
  @Inject private Passwords passwords;
  @Inject private PasswordRule rule;
  @Inject private SignInBrake brake;
  @Inject private HashingPlaces places;
  @Inject private OperatorStore store;

  @Override
  public SignedIn signIn(Credentials credentials) {
    var id = new OperatorId(credentials.operatorId());
    GuessTrack track = GuessTrack.desk(id);
    brake.refuseIfTooSoon(track);
    return places.in(track, () -> recognised(id, credentials, track));
  }

  /** Whichever of the three is wrong, and whether there is such an operator: one answer. */
  private SignedIn recognised(OperatorId id, Credentials credentials, GuessTrack track) {
    brake.count(track);
    Optional<Operator> known = store.usable(id);
    boolean password = matches(known, credentials.password());
    boolean code = known.filter(it -> store.fits(it, credentials.code())).isPresent();
    try {
      if (!password || !code) {
        throw new DomainException(DESK_CREDENTIALS, "");
      }
      SignedIn signedIn = store.start(known.orElseThrow(), credentials.code());
      brake.succeeded(track);
      return signedIn;
    } catch (DomainException e) {
      store.fail(track, id, known.isPresent());
      throw e;
    }
  }

  /** An unknown ID takes as long. */
  private boolean matches(Optional<Operator> known, String password) {
    if (known.isEmpty()) {
      passwords.waste(password);
    }
    return known.filter(it -> passwords.matches(password, it.passwordHash())).isPresent();
  }

  @Override
  public void check(OperatorSession session, String password) {
    prove(session, password);
    store.unlocked(session);
  }

  private void prove(OperatorSession session, String password) {
    GuessTrack track = GuessTrack.page(session);
    brake.refuseIfTooSoon(track);
    places.in(
        track,
        () -> {
          brake.count(track);
          if (!matches(store.usable(session.operator()), password)) {
            store.fail(track, session.operator(), true);
            throw new DomainException(DESK_CREDENTIALS, "");
          }
          brake.succeeded(track);
          return session;
        });
  }

  @Override
  public void changePassword(OperatorSession session, String present, String wanted) {
    prove(session, present);
    if (wanted.equals(present)) {
      throw new DomainException(DESK_PASSWORD_RULE, "今のパスワードと同じものは使えません。");
    }
    rule.check(session.operator(), wanted);
    String hash = places.in(GuessTrack.desk(session.operator()), () -> passwords.hash(wanted));
    store.changePassword(session, hash);
  }

  @Override
  public List<String> renewRecoveryCodes(OperatorSession session, String password) {
    prove(session, password);
    return store.renewRecoveryCodes(session);
  }

  @Override
  public SetUp setUpOf(String wayIn) {
    return store.setUpOf(wayIn);
  }

  @Override
  public Ready setUp(String wayIn, String password, String code) {
    OperatorId id = store.setUpOf(wayIn).operator();
    rule.check(id, password);
    String hash = places.in(GuessTrack.desk(id), () -> passwords.hash(password));
    return store.setUp(wayIn, hash, code);
  }

  @Override
  public Optional<OperatorSession> resume(String token) {
    return store.resume(token);
  }

  @Override
  public void signOut(OperatorSession session) {
    store.end(session, session.id(), "operator-signed-out");
  }

  @Override
  public List<OperatorSession> sessionsOf(OperatorSession session) {
    return store.sessionsOf(session.operator());
  }

  @Override
  public void end(OperatorSession session, String sessionId) {
    store.end(session, sessionId, "operator-session-ended");
  }
}
