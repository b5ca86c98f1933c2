package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.NOT_IN_THIS_STATE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.careplan.application.ApplicationForm.Description;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/** What follows from an application, in the transaction that decides it. */
@ApplicationScoped
class Completion {
  @Inject private UsageApplications applications;
  @Inject private ApplicationMails mails;
  @Inject private SessionProfile licences;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;
  @Inject private Event<UsageApplicationCompleted> completed;
  @Inject private Event<OfficeStatusChanged> statusChanged;

  /** To be called after each step that an office takes. */
  void follow(UsageApplication application, String actor) {
    follow(application, actor, "");
  }

  /**
   * To be called after each step of an operator.
   *
   * @param reason for the trail
   */
  void follow(UsageApplication application, String actor, String reason) {
    if (application.status() == ApplicationStatus.COMPLETED) {
      takeEffect(application, actor, LocalDate.now(clock));
    }
    OfficeNumber office = application.office();
    String step = application.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    trail.append(
        new AuditTrail.Entry(
            actor, office.value(), "application-" + step, application.id().value(), reason));
    mails.tell(applications.summary(application), addressOf(application));
  }

  /** A change of the address is told to the new one. */
  private String addressOf(UsageApplication application) {
    String typed = application.form().description().mail();
    return typed.isEmpty()
        ? applications
            .locked(application.office())
            .map(Office::profile)
            .map(OfficeProfile::mail)
            .orElse("")
        : typed;
  }

  /**
   * What a completed application does.
   *
   * @param day from which it holds
   */
  void takeEffect(UsageApplication application, String actor, LocalDate day) {
    OfficeNumber office = application.office();
    switch (application.kind()) {
      case INITIAL -> join(application, actor, day);
      case CHANGE -> describe(application);
      case SUSPENSION -> turn(office, OfficeStatus.ACTIVE, OfficeStatus.SUSPENDED);
      case RESUMPTION -> turn(office, OfficeStatus.SUSPENDED, OfficeStatus.ACTIVE);
      case CLOSING -> {
        turn(office, requireOffice(office).status(), OfficeStatus.CLOSED);
        leave(office);
      }
      case TERMINATION -> leave(office);
      case RENEWAL -> {}
    }
    completed.fire(
        new UsageApplicationCompleted(application.id(), office, day, application.kind(), actor));
  }

  private void join(UsageApplication application, String actor, LocalDate day) {
    describe(application).join(day);
    String former = application.form().description().formerNumber();
    if (!former.isEmpty()) {
      succeed(new OfficeNumber(former), application.office(), actor);
    }
  }

  /** The old number takes part until its licence ends and is not renewed. */
  private void succeed(OfficeNumber former, OfficeNumber now, String actor) {
    applications.add(new NumberChange(former, now, clock.instant()));
    applications.locked(former);
    if (applications.valid(former).isPresent()) {
      applications.open(former).ifPresent(open -> open.retract(actor, clock.instant()));
      var id = ApplicationId.next(LocalDate.now(clock));
      var end = new UsageApplication(id, former, ApplicationKind.TERMINATION, clock.instant());
      end.submit(List.of(), actor, clock.instant());
      applications.add(end);
      follow(end, actor);
    }
  }

  private Office describe(UsageApplication application) {
    OfficeNumber number = application.office();
    Description it = application.form().description();
    Office office =
        applications
            .locked(number)
            .orElseGet(() -> {
              var listed = new Office(number, it.name(), ApplicationCheck.kinds(it));
              applications.add(listed);
              return listed;
            });
    office.describe(
        new OfficeProfile(
            number, it.name(), it.kanaName(), it.address(), it.mail(), ApplicationCheck.kinds(it)));
    return office;
  }

  private void turn(OfficeNumber number, OfficeStatus from, OfficeStatus to) {
    Office office = requireOffice(number);
    if (office.status() != from || from == to) {
      throw new DomainException(NOT_IN_THIS_STATE, "");
    }
    office.turn(to);
    statusChanged.fire(new OfficeStatusChanged(number, to));
  }

  private Office requireOffice(OfficeNumber number) {
    return applications
        .locked(number)
        .orElseThrow(() -> new DomainException(ApplicationProblem.UNKNOWN_OFFICE, ""));
  }

  /** It takes part as long as its licence runs. */
  private void leave(OfficeNumber office) {
    applications.valid(office).ifPresent(UsageApplication::end);
    LocalDate today = LocalDate.now(clock);
    LocalDate last =
        licences
            .lastPeriodOf(office)
            .map(SessionProfile.Period::until)
            .filter(today::isBefore)
            .orElse(today);
    requireOffice(office).takePartUntil(last);
  }
}
