package jp.careplan.application;

import static jp.careplan.application.ApplicationKind.INITIAL;
import static jp.careplan.application.ApplicationProblem.ALREADY_USING;
import static jp.careplan.application.ApplicationProblem.FORM_FAULTS;
import static jp.careplan.application.ApplicationProblem.NOTHING_OPEN;
import static jp.careplan.application.ApplicationProblem.NOT_USING;
import static jp.careplan.application.ApplicationProblem.ONLY_FOR_TRYING;
import static jp.careplan.application.ApplicationProblem.OTHER_OPEN;
import static jp.careplan.application.ApplicationProblem.TERMS_NOT_AGREED;
import static jp.careplan.application.OperatorRole.HELPDESK;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.application.ApplicationForm.Description;
import jp.careplan.application.ApplicationForm.Fault;
import jp.careplan.application.ApplicationForm.Premises;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

@ApplicationScoped
@Transactional
class ApplicationService implements Applying, Reporting, ApplicationReview {
  @Inject private UsageApplications applications;
  @Inject private ApplicationCheck check;
  @Inject private Completion completion;
  @Inject private TermsService terms;
  @Inject private ExchangeSeen exchange;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  public Optional<ApplicationSummary> newest(OfficeNumber office) {
    return applications.of(office).stream()
        .filter(application -> application.kind() == INITIAL)
        .findFirst()
        .map(applications::summary);
  }

  @Override
  public ApplicationSummary draft(OfficeSession by) {
    by.requireAdministrator();
    return applications.summary(writing(by.office()));
  }

  /** The open application to join; a new one where there is none. */
  private UsageApplication writing(OfficeNumber office) {
    Optional<Office> known = applications.locked(office);
    if (applications.valid(office).isPresent()) {
      throw new DomainException(ALREADY_USING, "");
    }
    Optional<UsageApplication> open = applications.open(office);
    if (open.filter(it -> it.kind() != INITIAL).isPresent()) {
      throw new DomainException(OTHER_OPEN, "");
    }
    return open.orElseGet(() -> beginAgain(office, known));
  }

  /** What was written before, and rejected or retracted, need not be typed again. */
  private UsageApplication beginAgain(OfficeNumber office, Optional<Office> known) {
    Optional<ApplicationForm> before =
        applications.of(office).stream()
            .filter(it -> it.kind() == INITIAL && it.status() != ApplicationStatus.COMPLETED)
            .findFirst()
            .map(UsageApplication::form);
    UsageApplication application =
        begin(
            office,
            INITIAL,
            before.map(ApplicationForm::description).orElseGet(() -> described(known)));
    before.map(ApplicationForm::premises).ifPresent(application::write);
    return application;
  }

  private UsageApplication begin(
      OfficeNumber office, ApplicationKind kind, Description description) {
    if (exchange.isForTrying(office)) {
      throw new DomainException(ONLY_FOR_TRYING, "");
    }
    var application =
        new UsageApplication(
            ApplicationId.next(LocalDate.now(clock)), office, kind, clock.instant());
    application.write(description);
    applications.add(application);
    return application;
  }

  private static Description described(Optional<Office> office) {
    return office
        .map(Office::profile)
        .map(ApplicationService::describing)
        .orElseGet(() -> new Description("", "", "", "", "", ""));
  }

  private static Description describing(OfficeProfile it) {
    String kinds =
        it.kinds().stream().sorted().map(ServiceKind::value).collect(Collectors.joining(" "));
    return new Description(it.name(), it.kanaName(), it.address(), it.mail(), kinds, "");
  }

  /** An application that was made elsewhere; nothing is looked at, nobody is told. */
  void enter(OfficeProfile office, KjUserId applicant, LocalDate day) {
    applications.locked(office.number());
    if (applications.valid(office.number()).isPresent()) {
      return;
    }
    UsageApplication application = begin(office.number(), INITIAL, describing(office));
    int edition = terms.present().number();
    application.agreeTo(edition);
    application.submit(List.of(), applicant.value(), clock.instant());
    completion.takeEffect(application, applicant.value(), day);
    terms.agree(applicant.user(), edition);
  }

  @Override
  public List<Fault> keep(OfficeSession by, Premises typed) {
    by.requireAdministrator();
    writing(by.office()).write(typed);
    return check.faultsOf(typed);
  }

  @Override
  public List<Fault> keep(OfficeSession by, Description typed) {
    by.requireAdministrator();
    writing(by.office()).write(typed);
    return check.faultsOf(by.office(), typed);
  }

  @Override
  public void agree(OfficeSession by, int edition) {
    by.requireAdministrator();
    if (edition != terms.present().number()) {
      throw new DomainException(TERMS_NOT_AGREED, "");
    }
    writing(by.office()).agreeTo(edition);
  }

  @Override
  public ApplicationSummary submit(OfficeSession by) {
    by.requireAdministrator();
    UsageApplication application = writing(by.office());
    application.requireEditable();
    int edition = terms.present().number();
    if (application.agreedEdition() != edition) {
      throw new DomainException(TERMS_NOT_AGREED, "");
    }
    ApplicationForm form = application.form();
    requireNoFaults(
        Stream.concat(
                check.faultsOf(form.premises()).stream(),
                check.faultsOf(by.office(), form.description()).stream())
            .toList());
    ApplicationSummary sent = sent(application, by.user().value());
    terms.agree(by, edition);
    return sent;
  }

  private ApplicationSummary sent(UsageApplication application, String actor) {
    List<String> reviews =
        application.kind() == INITIAL || application.kind() == ApplicationKind.CHANGE
            ? check.reviewsOf(
                application, applications.locked(application.office()), applications.rules())
            : List.of();
    application.submit(reviews, actor, clock.instant());
    completion.follow(application, actor);
    return applications.summary(application);
  }

  private static void requireNoFaults(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new DomainException(
          FORM_FAULTS, faults.stream().map(Fault::words).collect(Collectors.joining("")));
    }
  }

  @Override
  public void retract(OfficeSession by) {
    by.requireAdministrator();
    applications.locked(by.office());
    UsageApplication application =
        applications.open(by.office()).orElseThrow(() -> new DomainException(NOTHING_OPEN, ""));
    application.retract(by.user().value(), clock.instant());
    completion.follow(application, by.user().value());
  }

  @Override
  public List<Fault> faultsOf(OfficeNumber office, Description typed) {
    return check.faultsOf(office, typed);
  }

  @Override
  public ApplicationSummary change(OfficeSession by, Description description) {
    by.requireAdministrator();
    requireNoFaults(check.faultsOf(by.office(), description));
    return sent(toBeSent(by.office(), ApplicationKind.CHANGE, description), by.user().value());
  }

  @Override
  public ApplicationSummary report(OfficeSession by, ApplicationKind kind) {
    by.requireAdministrator();
    if (kind == INITIAL || kind == ApplicationKind.CHANGE) {
      throw new IllegalArgumentException(kind + " needs its form");
    }
    var nothing = new Description("", "", "", "", "", "");
    return sent(toBeSent(by.office(), kind, nothing), by.user().value());
  }

  private UsageApplication toBeSent(
      OfficeNumber office, ApplicationKind kind, Description description) {
    applications.locked(office);
    if (applications.valid(office).isEmpty() && kind != ApplicationKind.RENEWAL) {
      throw new DomainException(NOT_USING, "");
    }
    Optional<UsageApplication> open = applications.open(office);
    if (open.filter(it -> it.kind() != kind || !it.status().isEditable()).isPresent()) {
      throw new DomainException(OTHER_OPEN, "");
    }
    open.ifPresent(sentBack -> sentBack.write(description));
    return open.orElseGet(() -> begin(office, kind, description));
  }

  @Override
  public List<ApplicationSummary> history(OfficeNumber office) {
    return applications.of(office).stream().map(applications::summary).toList();
  }

  @Override
  public Optional<OfficeNumber> successorOf(OfficeNumber office) {
    return applications.successorOf(office);
  }

  @Override
  public List<ApplicationSummary> waiting(
      OperatorSession by, Filter filter, Optional<Mark> after, int most) {
    by.require(OPERATOR, HELPDESK);
    return applications
        .waiting(by.prefectures(), filter, filter.until().map(this::endOf), after, most)
        .stream()
        .map(applications::summary)
        .toList();
  }

  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
  }

  @Override
  public long countWaiting(OperatorSession by) {
    by.require(OPERATOR, HELPDESK);
    return applications.countWaiting(by.prefectures());
  }

  @Override
  public Detail detailOf(OperatorSession by, ApplicationId id) {
    UsageApplication application = applications.require(id);
    by.requireFor(application.office(), OPERATOR, HELPDESK);
    String former = application.form().description().formerNumber();
    return new Detail(
        applications.summary(application),
        applications.find(application.office()).map(Office::profile),
        OfficeNumber.isValid(former)
            ? applications.find(new OfficeNumber(former)).map(Office::profile)
            : Optional.empty());
  }

  @Override
  public void approve(OperatorSession by, ApplicationId id, String reason) {
    UsageApplication application = reviewed(by, id);
    String kept = OperatorSession.reason(reason);
    application.approve(by.operator().value(), clock.instant());
    completion.follow(application, by.operator().value(), kept);
  }

  @Override
  public void reject(OperatorSession by, ApplicationId id, String reason) {
    UsageApplication application = reviewed(by, id);
    application.reject(reason, by.operator().value(), clock.instant());
    completion.follow(application, by.operator().value(), reason.strip());
  }

  @Override
  public void sendBack(OperatorSession by, ApplicationId id, String reason) {
    UsageApplication application = reviewed(by, id);
    application.sendBack(reason, by.operator().value(), clock.instant());
    completion.follow(application, by.operator().value(), reason.strip());
  }

  private UsageApplication reviewed(OperatorSession by, ApplicationId id) {
    UsageApplication application = applications.require(id);
    by.requireFor(application.office(), OPERATOR);
    applications.locked(application.office());
    return applications.fresh(application);
  }

  @Override
  public List<Rule> rules(OperatorSession by) {
    by.require(OPERATOR, HELPDESK);
    return applications.rules().values().stream().sorted(Comparator.comparing(Rule::code)).toList();
  }

  @Override
  public void switchRule(OperatorSession by, String code, boolean on, String reason) {
    by.requireWholeCountry(OPERATOR);
    String kept = OperatorSession.reason(reason);
    applications.switchRule(code, on);
    trail.append(
        new AuditTrail.Entry(
            by.operator().value(),
            "",
            on ? "review-rule-switched-on" : "review-rule-switched-off",
            code,
            kept));
  }
}
