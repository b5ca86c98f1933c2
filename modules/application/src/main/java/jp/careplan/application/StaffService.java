package jp.careplan.application;

import static jp.careplan.application.StaffProblem.BAD_STAFF;
import static jp.careplan.application.StaffProblem.NOT_OFFICE_ID;
import static jp.careplan.application.StaffProblem.TOO_MANY_STAFF;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.internal.Secrets;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.UserId;

@ApplicationScoped
@Transactional
class StaffService implements StaffUsers {
  private static final int MOST = 999;

  @Inject private StaffStore store;
  @Inject private AccountStore accounts;
  @Inject private AccountMails mails;
  @Inject private OfficeDirectory offices;
  @Inject private Clock clock;
  @Inject private Event<StaffRemoved> removed;

  @Override
  public List<Entry> all(OfficeSession by) {
    by.requireAdministrator();
    Instant now = clock.instant();
    return store.of(accountOf(by)).stream()
        .map(staff -> staff.entry(now))
        .sorted(Comparator.comparing(entry -> entry.state() == State.REMOVED))
        .toList();
  }

  @Override
  public String nameOf(OfficeSession session) {
    return session.user().isStaff()
        ? store.find(session.user()).map(StaffUser::name).orElse("")
        : "";
  }

  @Override
  public Optional<Rights> rightsOf(UserId user) {
    return store.rightsOf(user);
  }

  @Override
  public Invitation invite(OfficeSession by, Description description) {
    by.requireAdministrator();
    KjUserId account = accountOf(by);
    store.lock(account);
    requireKindsOfOffice(by, description);
    int number = store.of(account).stream().mapToInt(StaffUser::number).max().orElse(0) + 1;
    if (number > MOST) {
      throw new DomainException(TOO_MANY_STAFF, "");
    }
    var staff = new StaffUser(account, number, description, clock.instant());
    store.add(staff);
    return invited(by, staff, staff.mail().isEmpty(), "staff-invited");
  }

  @Override
  public Invitation inviteAgain(OfficeSession by, UserId user, boolean onPaper) {
    by.requireAdministrator();
    store.lock(accountOf(by));
    StaffUser staff = store.require(accountOf(by), user);
    return invited(by, staff, onPaper || staff.mail().isEmpty(), "staff-invited-again");
  }

  private Invitation invited(OfficeSession by, StaffUser staff, boolean onPaper, String action) {
    Instant now = clock.instant();
    String code = Secrets.newWrittenCode();
    staff.invite(code, now);
    accounts.audit(staff.user(), by.user().value(), action);
    Instant until = now.plus(StaffUser.INVITATION);
    if (!onPaper) {
      mails.staffInvited(staff.mail(), staff.user(), code);
    }
    return new Invitation(staff.user(), onPaper ? Optional.of(code) : Optional.empty(), until);
  }

  @Override
  public void change(OfficeSession by, UserId user, Description description) {
    by.requireAdministrator();
    Account office = store.lock(accountOf(by));
    requireKindsOfOffice(by, description);
    StaffUser staff = store.require(accountOf(by), user);
    staff.describe(description);
    store.requireAdministrator(office);
    if (accounts.find(user).isPresent()) {
      accounts.changeSecurityMail(user, staff.mail(), by.user());
    }
    accounts.audit(user, by.user().value(), "staff-changed");
  }

  @Override
  public void remove(OfficeSession by, UserId user) {
    by.requireAdministrator();
    Account office = store.lock(accountOf(by));
    store.require(accountOf(by), user).remove(clock.instant());
    store.requireAdministrator(office);
    store.forget(user);
    accounts.audit(user, by.user().value(), "staff-removed");
    removed.fire(new StaffRemoved(user));
  }

  @Override
  public boolean isOfficeAtRest(OfficeSession by) {
    return accounts.find(accountOf(by).user()).filter(Account::isAtRest).isPresent();
  }

  @Override
  public void rest(OfficeSession by) {
    if (by.user().isStaff()) {
      throw new DomainException(NOT_OFFICE_ID, "");
    }
    Account office = store.lock(accountOf(by));
    office.rest(clock.instant());
    store.requireAdministrator(office);
    accounts.endSessions(office.user(), "");
    accounts.audit(office.user(), by.user().value(), "office-id-rested");
  }

  @Override
  public void wake(OfficeSession by) {
    by.requireAdministrator();
    Account office = store.lock(accountOf(by));
    office.wake();
    accounts.audit(office.user(), by.user().value(), "office-id-woken");
  }

  private static KjUserId accountOf(OfficeSession by) {
    return by.user().account();
  }

  private void requireKindsOfOffice(OfficeSession by, Description description) {
    boolean known =
        offices
            .find(by.office())
            .filter(office -> office.kinds().containsAll(description.rights().kinds()))
            .isPresent();
    if (!known) {
      throw new DomainException(BAD_STAFF, "サービス種類は、事業所のものから選んでください。");
    }
  }
}
