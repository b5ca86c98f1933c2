package jp.careplan.app;

import static jp.careplan.application.ApplicationKind.CLOSING;
import static jp.careplan.application.ApplicationKind.INITIAL;
import static jp.careplan.application.ApplicationKind.RENEWAL;
import static jp.careplan.application.ApplicationKind.RESUMPTION;
import static jp.careplan.application.ApplicationKind.SUSPENSION;
import static jp.careplan.application.ApplicationKind.TERMINATION;
import static jp.careplan.application.ApplicationProblem.ALREADY_USING;
import static jp.careplan.application.ApplicationProblem.BAD_TERMS;
import static jp.careplan.application.ApplicationProblem.FORM_FAULTS;
import static jp.careplan.application.ApplicationProblem.NOTHING_OPEN;
import static jp.careplan.application.ApplicationProblem.NOT_EDITABLE;
import static jp.careplan.application.ApplicationProblem.NOT_IN_THIS_STATE;
import static jp.careplan.application.ApplicationProblem.NOT_USING;
import static jp.careplan.application.ApplicationProblem.NOT_WAITING;
import static jp.careplan.application.ApplicationProblem.OTHER_OPEN;
import static jp.careplan.application.ApplicationProblem.REASON_MISSING;
import static jp.careplan.application.ApplicationProblem.TERMS_NOT_AGREED;
import static jp.careplan.application.ApplicationStatus.COMPLETED;
import static jp.careplan.application.ApplicationStatus.DRAFT;
import static jp.careplan.application.ApplicationStatus.IN_REVIEW;
import static jp.careplan.application.ApplicationStatus.REJECTED;
import static jp.careplan.application.ApplicationStatus.RETRACTED;
import static jp.careplan.application.ApplicationStatus.SENT_BACK;
import static jp.careplan.application.DeskProblem.OWN_PROPOSAL;
import static jp.careplan.licensing.LicensingProblem.CONSENT_MISSING;
import static jp.careplan.licensing.LicensingProblem.NOT_RENEWABLE_YET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.careplan.app.house.Container;
import jp.careplan.application.ApplicationForm.Description;
import jp.careplan.application.ApplicationForm.Fault;
import jp.careplan.application.ApplicationForm.Premises;
import jp.careplan.application.ApplicationReview;
import jp.careplan.application.ApplicationReview.Filter;
import jp.careplan.application.ApplicationStatus;
import jp.careplan.application.ApplicationSummary;
import jp.careplan.application.Applying;
import jp.careplan.application.Approvals;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.OfficeRegistration;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.OperatorId;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.OperatorSession;
import jp.careplan.application.Reporting;
import jp.careplan.application.SigningIn;
import jp.careplan.application.TermsOfUse;
import jp.careplan.application.TermsPublishing;
import jp.careplan.application.TermsPublishing.NewTerms;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ServiceKind;
import jp.careplan.kernel.Worker;
import jp.careplan.licensing.Entitlement;
import jp.careplan.licensing.LicensePeriod;
import jp.careplan.licensing.LicenseStatus.None;
import jp.careplan.licensing.LicenseStatus.Running;
import jp.careplan.licensing.Licensing;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an office joins, and what it tells later; from inside the server, on H2. */
@ArquillianTest
class JoiningIT {
  private static final AtomicInteger OFFICES = new AtomicInteger(9_100_001);
  private static final String PASSWORD = "only-for-this-test";
  private static final OperatorSession OPERATOR = operator("operator-1");
  private static final OperatorSession SECOND_OPERATOR = operator("operator-2");
  private static final Premises PREMISES = new Premises(true, "見本ソフト", false);

  @Inject private OfficeRegistration registration;
  @Inject private OfficeDirectory offices;
  @Inject private SigningIn signingIn;
  @Inject private Applying applying;
  @Inject private Reporting reporting;
  @Inject private ApplicationReview review;
  @Inject private TermsOfUse terms;
  @Inject private TermsPublishing publishing;
  @Inject private Approvals approvals;
  @Inject private Licensing licensing;
  @Inject private Entitlement entitlement;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;
  @Inject @Any private Instance<Worker> workers;
  @Resource private ManagedExecutorService executor;

  @Deployment
  static WebArchive house() throws Exception {
    return Container.house();
  }

  private static OperatorSession operator(String id) {
    return new OperatorSession(
        "0".repeat(64),
        new OperatorId(id),
        Set.of(OperatorRole.OPERATOR),
        Set.of(),
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** A session of an office that nobody knew before. */
  private OfficeSession newOffice() {
    var number = new OfficeNumber("999" + OFFICES.getAndIncrement());
    registration.registerOffice(number, "架空の事業所", Set.of(new ServiceKind("11")));
    return account(number);
  }

  private OfficeSession account(OfficeNumber number) {
    registration.openAccount(new KjUserId("KJ99" + number), PASSWORD, false);
    return signingIn
        .signInWithPassword(new SigningIn.Credentials("KJ99" + number, PASSWORD, "192.0.2.1"))
        .session();
  }

  private static Description description(OfficeSession by, String kinds, String formerNumber) {
    return new Description(
        "架空の事業所", "カクウノジギョウショ", "架空県見本市1-1", by.office() + "@example.com", kinds, formerNumber);
  }

  private void write(OfficeSession by, Description description) {
    assertEquals(List.of(), applying.keep(by, PREMISES));
    assertEquals(List.of(), applying.keep(by, description));
    applying.agree(by, terms.present().number());
  }

  private ApplicationSummary apply(OfficeSession by, Description description) {
    write(by, description);
    return applying.submit(by);
  }

  private OfficeSession participant() {
    OfficeSession by = newOffice();
    apply(by, description(by, "11", ""));
    return by;
  }

  private static void assertRefused(ProblemCode code, Runnable action) {
    assertEquals(code, assertThrows(DomainException.class, action::run).code());
  }

  private ApplicationStatus status(OfficeSession by) {
    return applying.newest(by.office()).orElseThrow().status();
  }

  @Test
  void anApplicationIsCompletedAndBringsALicence() throws Exception {
    OfficeSession by = newOffice();

    ApplicationSummary completed = apply(by, description(by, "11 13", ""));

    assertEquals(COMPLETED, completed.status());
    var periods = licensing.overviewOf(by.office()).periods();
    assertEquals(1, periods.size());
    assertEquals(LicensePeriod.beginningOn(LocalDate.now(clock)), periods.getFirst().days());
    assertEquals(
        "架空県見本市1-1", offices.profileOf(by.office()).map(OfficeProfile::address).orElse(""));
    assertEquals(1, terms.consentsOf(by.office()).size());
    assertRefused(ALREADY_USING, () -> applying.submit(by));
    assertRefused(ALREADY_USING, () -> applying.draft(by));
    var mail = mailsTo(by, 1).getFirst();
    assertTrue(mail.getSubject().contains("利用申請が完了しました"), mail.getSubject());
    String text = mail.getContent().toString();
    assertTrue(text.contains(completed.id().value()), text);
    LicensePeriod year = periods.getFirst().days();
    assertTrue(
        text.contains(
            "ライセンスの期間は、" + time.day(year.from()) + "から" + time.day(year.until()) + "までです。"),
        text);
  }

  @Test
  void whatIsTypedWrongIsKeptAndTold() {
    OfficeSession by = newOffice();

    List<Fault> premises = applying.keep(by, new Premises(false, "", false));
    List<Fault> faults =
        applying.keep(by, new Description("", "かな", "", "no-address", "1", "12345"));

    assertEquals(List.of("partnerAsked", "careSoftware"), fields(premises));
    assertEquals(
        List.of("name", "kanaName", "address", "mail", "kinds", "formerNumber"), fields(faults));
    assertEquals("no-address", applying.draft(by).form().description().mail());
    applying.agree(by, terms.present().number());
    assertRefused(FORM_FAULTS, () -> applying.submit(by));
    assertEquals(DRAFT, status(by));
    assertInstanceOf(None.class, entitlement.statusOf(by.office()));
  }

  private static List<String> fields(List<Fault> faults) {
    return faults.stream().map(Fault::field).toList();
  }

  @Test
  void nobodyJoinsWithoutTheTermsOfToday() {
    OfficeSession by = newOffice();
    applying.keep(by, PREMISES);
    applying.keep(by, description(by, "11", ""));

    assertRefused(TERMS_NOT_AGREED, () -> applying.submit(by));
    assertRefused(TERMS_NOT_AGREED, () -> applying.agree(by, 4711));
  }

  @Test
  void ofEightWhoApplyAtOnceOneCompletes() throws Exception {
    OfficeSession by = newOffice();
    write(by, description(by, "11", ""));

    List<Object> outcomes = atOnce(() -> applying.submit(by).status());

    assertEquals(1, outcomes.stream().filter(COMPLETED::equals).count());
    assertEquals(7, outcomes.stream().filter(ALREADY_USING::equals).count());
    assertEquals(1, reporting.history(by.office()).size());
    assertEquals(1, licensing.overviewOf(by.office()).periods().size());
    assertEquals(1, mailsTo(by, 1).size());
  }

  @Test
  void eightWindowsShareOneDraft() {
    OfficeSession by = newOffice();

    List<Object> drafts = atOnce(() -> applying.draft(by).id());

    assertEquals(1, drafts.stream().distinct().count());
  }

  private List<Object> atOnce(Supplier<Object> action) {
    return IntStream.range(0, 8)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> outcome(action), executor))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private static Object outcome(Supplier<Object> action) {
    try {
      return action.get();
    } catch (DomainException e) {
      return e.code();
    }
  }

  @Test
  void anApplicationWithAKindThatIsNotExchangedGoesThroughAReview() throws Exception {
    OfficeSession by = newOffice();
    var sent = apply(by, description(by, "11 33", ""));
    assertEquals(IN_REVIEW, sent.status());
    assertEquals(List.of("連携の対象でないサービス種類があります"), sent.reviewReasons());
    assertTrue(
        review.waiting(OPERATOR, Filter.none(), Optional.empty(), 500).stream()
            .anyMatch(it -> it.id().equals(sent.id())));
    assertRefused(NOT_EDITABLE, () -> applying.keep(by, PREMISES));
    assertRefused(NOT_EDITABLE, () -> applying.submit(by));

    assertRefused(REASON_MISSING, () -> review.sendBack(OPERATOR, sent.id(), " "));
    review.sendBack(OPERATOR, sent.id(), "サービス種類を確かめてください。");
    assertEquals(SENT_BACK, status(by));
    assertRefused(NOT_WAITING, () -> review.approve(OPERATOR, sent.id(), "確かめました。"));
    applying.submit(by);
    review.reject(OPERATOR, sent.id(), "対象のサービスがありません。");
    assertEquals(REJECTED, status(by));
    assertInstanceOf(None.class, entitlement.statusOf(by.office()));

    var again = apply(by, description(by, "33", ""));
    review.approve(OPERATOR, again.id(), "確かめました。");
    assertEquals(COMPLETED, status(by));
    assertInstanceOf(Running.class, entitlement.statusOf(by.office()));
    assertEquals(6, mailsTo(by, 6).size());
  }

  @Test
  void aRuleThatIsSwitchedOffAsksForNoReview() {
    OfficeSession by = newOffice();
    review.switchRule(OPERATOR, "KIND_OUT_OF_SCOPE", false, "見本");
    try {
      assertEquals(COMPLETED, apply(by, description(by, "33", "")).status());
    } finally {
      review.switchRule(OPERATOR, "KIND_OUT_OF_SCOPE", true, "見本");
    }
  }

  @Test
  void anOfficeThatNoListNamesIsReviewedAndThenListed() {
    OfficeSession by = account(new OfficeNumber("999" + OFFICES.getAndIncrement()));

    var sent = apply(by, description(by, "11", ""));
    review.approve(OPERATOR, sent.id(), "確かめました。");

    assertEquals(List.of("この事業所番号が、事業所の一覧にまだありません"), sent.reviewReasons());
    assertTrue(offices.find(by.office()).isPresent());
  }

  @Test
  void anApplicationIsRetractedUntilItIsDecided() {
    OfficeSession by = newOffice();
    assertRefused(NOTHING_OPEN, () -> applying.retract(by));
    apply(by, description(by, "33", ""));

    applying.retract(by);

    assertEquals(RETRACTED, status(by));
    assertEquals(COMPLETED, apply(by, description(by, "11", "")).status());
    assertRefused(NOTHING_OPEN, () -> applying.retract(by));
  }

  @Test
  void aNewNumberTakesTheOldOnesPlaceWhenItsLicenceEnds() {
    OfficeSession former = participant();
    OfficeSession by = newOffice();

    var sent = apply(by, description(by, "11", former.office().value()));
    assertEquals(List.of("事業所番号の変更を確かめます"), sent.reviewReasons());
    review.approve(OPERATOR, sent.id(), "確かめました。");

    assertEquals(Optional.of(by.office()), reporting.successorOf(former.office()));
    assertInstanceOf(Running.class, entitlement.statusOf(former.office()));
    assertFalse(licensing.overviewOf(former.office()).autoRenewal());
    assertEquals(TERMINATION, reporting.history(former.office()).getFirst().kind());
    assertInstanceOf(Running.class, entitlement.statusOf(by.office()));
  }

  @Test
  void aSuspendedOfficeResumesAndAClosedOneIsOver() {
    OfficeSession by = participant();

    reporting.report(by, SUSPENSION);
    assertFalse(offices.find(by.office()).map(OfficeEntry::active).orElse(true));
    assertRefused(NOT_IN_THIS_STATE, () -> reporting.report(by, SUSPENSION));
    reporting.report(by, RESUMPTION);
    assertTrue(offices.find(by.office()).map(OfficeEntry::active).orElse(false));
    reporting.report(by, CLOSING);

    assertFalse(licensing.overviewOf(by.office()).autoRenewal());
    assertThrows(DomainException.class, () -> account(by.office()));
  }

  @Test
  void whoLeavesSendsUntilTheEndAndMayComeBack() {
    OfficeSession by = participant();

    reporting.report(by, TERMINATION);
    assertFalse(licensing.overviewOf(by.office()).autoRenewal());
    assertInstanceOf(Running.class, entitlement.statusOf(by.office()));
    assertRefused(NOT_USING, () -> reporting.report(by, TERMINATION));

    apply(by, description(by, "11", ""));
    assertTrue(licensing.overviewOf(by.office()).autoRenewal());
    assertEquals(1, licensing.overviewOf(by.office()).periods().size());
  }

  @Test
  void aChangeIsTakenOverOrReviewed() {
    OfficeSession by = participant();
    var moved = new Description("新しい名前", "アタラシイナマエ", "架空県例示市2-2", "new@example.com", "11", "");

    assertEquals(COMPLETED, reporting.change(by, moved).status());
    assertEquals("新しい名前", offices.find(by.office()).map(OfficeEntry::name).orElse(""));
    var reviewed = reporting.change(by, description(by, "33", ""));
    assertEquals(IN_REVIEW, reviewed.status());
    assertRefused(OTHER_OPEN, () -> reporting.report(by, SUSPENSION));
    review.reject(OPERATOR, reviewed.id(), "対象のサービスがありません。");
    assertEquals("新しい名前", offices.find(by.office()).map(OfficeEntry::name).orElse(""));
    assertRefused(FORM_FAULTS, () -> reporting.change(by, description(by, "", "")));
  }

  @Test
  void aRefusedRenewalLeavesNothingBehind() {
    OfficeSession by = participant();

    assertRefused(NOT_RENEWABLE_YET, () -> reporting.report(by, RENEWAL));

    assertEquals(
        List.of(INITIAL),
        reporting.history(by.office()).stream().map(ApplicationSummary::kind).toList());
  }

  @Test
  void whoDoesNotAgreeToNewTermsInTimeCannotSend() throws Exception {
    OfficeSession late = participant();
    OfficeSession prompt = participant();
    LocalDate today = LocalDate.now(clock);
    assertRefused(
        BAD_TERMS,
        () -> publishing.propose(OPERATOR, new NewTerms("新しい規約", today, today.minusDays(1)), "見本"));

    String draft =
        publishing.propose(
            OPERATOR, new NewTerms("{operator}の新しい規約", today, today.plusDays(30)), "見本");
    int before = publishing.all(OPERATOR).getFirst().edition().number();
    String proposal =
        approvals.waiting(SECOND_OPERATOR).stream()
            .filter(it -> it.matter().subject().equals(draft))
            .findFirst()
            .orElseThrow()
            .id();
    assertRefused(OWN_PROPOSAL, () -> approvals.approve(OPERATOR, proposal, "よい"));
    assertEquals(before, publishing.all(OPERATOR).getFirst().edition().number());
    approvals.approve(SECOND_OPERATOR, proposal, "よい");
    int edition = publishing.all(OPERATOR).getFirst().edition().number();
    assertEquals(before + 1, edition);
    terms.agree(prompt, edition);

    assertEquals("架空データ連携センター（お試し）の新しい規約", terms.present().text());
    assertEquals(edition, terms.wantedOf(late.office()).orElseThrow().number());
    assertTrue(terms.wantedOf(prompt.office()).isEmpty());
    at(today.plusDays(30));
    entitlement.requireRunning(late.office());
    at(today.plusDays(31));
    assertRefused(CONSENT_MISSING, () -> entitlement.requireRunning(late.office()));
    entitlement.requireRunning(prompt.office());
    terms.agree(late, edition);
    entitlement.requireRunning(late.office());
  }

  @Test
  void theEndOfALicenceIsToldThreeTimesAndEachOnce() throws Exception {
    OfficeSession goesOn = participant();
    OfficeSession stops = participant();
    licensing.setAutoRenewal(stops.office(), false, "test");
    LocalDate end = licensing.overviewOf(stops.office()).periods().getFirst().days().until();

    for (int days : List.of(91, 90, 89, 30, 7, 6, 0)) {
      at(end.minusDays(days));
      workers.forEach(Worker::work);
      workers.forEach(Worker::work);
    }

    List<MimeMessage> told = mailsTo(stops, 4);
    assertEquals(4, told.size());
    String last = told.getLast().getContent().toString();
    assertTrue(last.contains("自動更新は止まっています"), last);
    assertTrue(last.contains("次の期間の料金: 無料"), last);
    String renewed = mailsTo(goesOn, 4).getLast().getContent().toString();
    assertTrue(renewed.contains("自動更新になっているため"), renewed);
    assertTrue(renewed.contains("/account/license"), renewed);
  }

  @Test
  void afterAStandstillOnlyTheNearestNoticeIsTold() throws Exception {
    OfficeSession by = participant();
    LocalDate end = licensing.overviewOf(by.office()).periods().getFirst().days().until();

    at(end.minusDays(5));
    workers.forEach(Worker::work);

    List<MimeMessage> mails = mailsTo(by, 2);
    assertEquals(2, mails.size());
    assertTrue(mails.getLast().getSubject().contains("あと5日"));
  }

  private void at(LocalDate day) throws Exception {
    long ahead = ChronoUnit.DAYS.between(LocalDate.now(ZoneId.of("Asia/Tokyo")), day);
    Files.writeString(home().resolve("clock-ahead"), Duration.ofDays(ahead).toString());
    TimeUnit.MILLISECONDS.sleep(150);
    assertEquals(day, LocalDate.now(clock));
  }

  @AfterEach
  void backToToday() throws Exception {
    if (clock != null) {
      Files.deleteIfExists(home().resolve("clock-ahead"));
      TimeUnit.MILLISECONDS.sleep(150);
    }
  }

  private static Path home() {
    return Path.of(ConfigProvider.getConfig().getValue("careplan.data", String.class));
  }

  /** What went out to an office so far, in the order of sending; waits until there are so many. */
  private static List<MimeMessage> mailsTo(OfficeSession by, int expected) throws Exception {
    List<MimeMessage> mails = mailsTo(by);
    for (int i = 0; i < 200 && mails.size() < expected; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      mails = mailsTo(by);
    }
    return mails;
  }

  private static List<MimeMessage> mailsTo(OfficeSession by) throws Exception {
    List<MimeMessage> mails = new ArrayList<>();
    for (Path file : mailFiles()) {
      try (InputStream in = Files.newInputStream(file)) {
        var mail = new MimeMessage(Session.getInstance(new Properties()), in);
        if ((by.office() + "@example.com").equals(mail.getHeader("To", ","))) {
          mails.add(mail);
        }
      }
    }
    return mails;
  }

  private static List<Path> mailFiles() throws IOException {
    Path folder = Files.createDirectories(home().resolve("mails"));
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
