package jp.careplan.application;

import static jakarta.transaction.Transactional.TxType.NOT_SUPPORTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.application.StaffProblem.CERTIFICATE_SESSION_ONLY;
import static jp.careplan.application.StaffProblem.PASSKEYS_FORBIDDEN;
import static jp.careplan.application.StaffProblem.PASSKEY_REFUSED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import jp.careplan.application.internal.passkey.Ceremony;
import jp.careplan.application.internal.passkey.Ceremony.Claim;
import jp.careplan.application.internal.passkey.Ceremony.Kept;
import jp.careplan.application.internal.passkey.Ceremony.NewPasskey;
import jp.careplan.application.internal.passkey.Ceremony.Use;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.UserId;

/** The order of steps: the challenge is used up first, then the answer is judged. */
@ApplicationScoped
@Transactional(NOT_SUPPORTED)
class PasskeyService implements Passkeys, PasskeySigningIn, PasskeyChecking {
  private static final String OF_NOBODY = "";

  @Inject private PasskeyStore store;
  @Inject private SignInStore sessions;
  @Inject private StaffStore staff;
  @Inject private Ceremony ceremony;

  @Override
  public boolean areAllowed(OfficeSession by) {
    return store.isOpenTo(by.office());
  }

  @Override
  public Invitation begin(OfficeSession by, String name) {
    requireMayRegister(by);
    Passkey.requireName(name);
    return new Invitation(
        store.challenge(by.id()),
        ceremony.relyingParty(),
        by.user(),
        handle(by.user()),
        Ceremony.ALGORITHMS,
        known(by.user()));
  }

  /** As browsers name them. */
  private List<String> known(UserId user) {
    return store.of(user).stream()
        .map(Passkey::kept)
        .map(ceremony::idOf)
        .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
        .toList();
  }

  @Override
  public void register(OfficeSession by, String name, String answer) {
    requireMayRegister(by);
    NewPasskey offered = ceremony.readRegistration(answer).orElseThrow(PasskeyService::refused);
    store.useUp(offered.challenge(), by.id());
    Kept kept = ceremony.judge(offered).orElseThrow(PasskeyService::refused);
    store.add(by, id(ceremony.idOf(kept)), name, kept);
  }

  /** What came in by a passkey makes no further ones. */
  private void requireMayRegister(OfficeSession by) {
    if (!by.cameByCertificate()) {
      throw new DomainException(CERTIFICATE_SESSION_ONLY, "");
    }
    store.requireOpenTo(by.office());
  }

  @Override
  public List<Entry> of(OfficeSession by) {
    return store.of(by.user()).stream().map(Passkey::entry).toList();
  }

  @Override
  public void rename(OfficeSession by, String id, String name) {
    store.rename(by.user(), id, name);
  }

  @Override
  public void remove(OfficeSession by, String id) {
    store.remove(by, by.user(), id);
  }

  @Override
  public List<Entry> of(OfficeSession by, UserId user) {
    requireOwnStaff(by, user);
    return store.of(user).stream().map(Passkey::entry).toList();
  }

  @Override
  public void remove(OfficeSession by, UserId user, String id) {
    requireOwnStaff(by, user);
    store.remove(by, user, id);
  }

  private void requireOwnStaff(OfficeSession by, UserId user) {
    by.requireAdministrator();
    staff.require(by.user().account(), user);
  }

  @Override
  public boolean isOpen() {
    return store.isOpen();
  }

  @Override
  public PasskeySigningIn.Question ask() {
    if (!store.isOpen()) {
      throw new DomainException(PASSKEYS_FORBIDDEN, "");
    }
    return new PasskeySigningIn.Question(store.challenge(OF_NOBODY), ceremony.relyingParty());
  }

  @Override
  public SignedIn signIn(String answer) {
    Claim claim = ceremony.readClaim(answer).orElseThrow(PasskeyService::refused);
    store.useUp(claim.challenge(), OF_NOBODY);
    Passkey passkey =
        store
            .find(id(claim.credentialId()))
            .filter(it -> isHandleOf(it.user(), claim.userHandle()))
            .orElseThrow(PasskeyService::refused);
    Use use = ceremony.judge(claim, passkey.kept()).orElseThrow(PasskeyService::refused);
    store.requireOpenTo(passkey.user().office());
    return sessions.start(passkey, use);
  }

  @Override
  public PasskeyChecking.Question ask(OfficeSession session) {
    store.requireOpenTo(session.office());
    return new PasskeyChecking.Question(
        store.challenge(session.id()), ceremony.relyingParty(), known(session.user()));
  }

  /** A device that is told which passkeys are meant need not say whose they are. */
  @Override
  public void check(OfficeSession session, String answer) {
    Claim claim = ceremony.readClaim(answer).orElseThrow(PasskeyService::refused);
    store.useUp(claim.challenge(), session.id());
    Passkey passkey =
        store
            .find(id(claim.credentialId()))
            .filter(it -> it.user().equals(session.user()))
            .filter(
                it -> claim.userHandle().length == 0 || isHandleOf(it.user(), claim.userHandle()))
            .orElseThrow(PasskeyService::refused);
    Use use = ceremony.judge(claim, passkey.kept()).orElseThrow(PasskeyService::refused);
    store.requireOpenTo(session.office());
    sessions.unlocked(session, passkey, use);
  }

  private static String id(byte[] credentialId) {
    return Sha256.hex(credentialId);
  }

  /** Says nothing of whose it is to whoever looks into the device. */
  private static String handle(UserId user) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Sha256.hex("passkey " + user).getBytes(UTF_8));
  }

  private static boolean isHandleOf(UserId user, byte[] handle) {
    return MessageDigest.isEqual(
        handle(user).getBytes(UTF_8), Base64.getUrlEncoder().withoutPadding().encode(handle));
  }

  private static DomainException refused() {
    return new DomainException(PASSKEY_REFUSED, "");
  }
}
