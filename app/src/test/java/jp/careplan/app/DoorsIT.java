package jp.careplan.app;

import static java.util.Map.entry;
import static jp.careplan.application.ApplicationProblem.CARE_DATA_CLOSED;
import static jp.careplan.application.ApplicationProblem.HANDOFF_OVER;
import static jp.careplan.application.ApplicationProblem.ISSUE_REFUSED;
import static jp.careplan.application.ApplicationProblem.LOCKED;
import static jp.careplan.application.ApplicationProblem.TEMPORARY_PASSWORD;
import static jp.careplan.application.DeskProblem.ALREADY_PROPOSED;
import static jp.careplan.application.DeskProblem.DESK_PREFECTURE;
import static jp.careplan.application.DeskProblem.DESK_ROLE;
import static jp.careplan.application.DeskProblem.LAST_ANCHOR;
import static jp.careplan.application.DeskProblem.OWN_PROPOSAL;
import static jp.careplan.application.DeskProblem.PROPOSAL_OVER;
import static jp.careplan.kernel.KernelProblem.BAD_SETTING;
import static jp.careplan.kernel.KernelProblem.CHANGED_MEANWHILE;
import static jp.careplan.licensing.LicensingProblem.BAD_FEE;
import static jp.careplan.licensing.LicensingProblem.LICENSE_SUSPENDED;
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
import jakarta.transaction.TransactionalException;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import jp.careplan.app.house.Container;
import jp.careplan.application.AccountImport;
import jp.careplan.application.AccountProblem;
import jp.careplan.application.ApplicationId;
import jp.careplan.application.ApplicationProblem;
import jp.careplan.application.ApplicationReview;
import jp.careplan.application.Approvals;
import jp.careplan.application.DeskProblem;
import jp.careplan.application.Enrolling;
import jp.careplan.application.IssuePasswords;
import jp.careplan.application.KokuhoRen;
import jp.careplan.application.KokuhoRens;
import jp.careplan.application.OfficeDesk;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeRegistration;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.OfficeSession.Door;
import jp.careplan.application.OperatorAccounts;
import jp.careplan.application.OperatorId;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.OperatorSession;
import jp.careplan.application.Passkeys;
import jp.careplan.application.PasswordChanging;
import jp.careplan.application.PasswordIssuing;
import jp.careplan.application.Reporting;
import jp.careplan.application.RevocationReason;
import jp.careplan.application.RunningSessions;
import jp.careplan.application.SettingsDesk;
import jp.careplan.application.SignedIn;
import jp.careplan.application.SigningIn;
import jp.careplan.application.StaffProblem;
import jp.careplan.application.TermsPublishing;
import jp.careplan.application.TermsPublishing.NewTerms;
import jp.careplan.application.TrustAnchors;
import jp.careplan.exchange.Traffic;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.Mailing;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.Vault;
import jp.careplan.kernel.Worker;
import jp.careplan.licensing.Entitlement;
import jp.careplan.licensing.FeeSchedule;
import jp.careplan.licensing.LicenseDesk;
import jp.careplan.licensing.LicenseStatus.Ended;
import jp.careplan.licensing.LicenseStatus.Running;
import jp.careplan.licensing.Licensing;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The doors of the modules from inside the server: what no call of the API reaches. On H2. */
@ArquillianTest
class DoorsIT {
  private static final String HARUKAZE = "9970000011";

  @Inject private SigningIn signingIn;
  @Inject private PasswordChanging passwords;
  @Inject private OfficeDirectory offices;
  @Inject private Entitlement entitlement;
  @Inject private AuditTrail trail;
  @Inject private Vault vault;
  @Inject private Licensing licensing;
  @Inject private FeeSchedule fees;
  @Inject @Any private Instance<Worker> workers;
  @Resource private ManagedExecutorService executor;
  @Inject private Mailing mailing;
  @Inject private Enrolling enrolling;
  @Inject private IssuePasswords issuePasswords;
  @Inject private Clock clock;
  @Inject private UserTransaction transaction;
  @Inject private OfficeDesk officeDesk;
  @Inject private OfficeRegistration registration;
  @Inject private LicenseDesk licenseDesk;
  @Inject private OperatorAccounts operators;
  @Inject private Approvals approvals;
  @Inject private Traffic traffic;
  @Inject private AccountImport accounts;
  @Inject private PasswordIssuing issuing;
  @Inject private KokuhoRens kokuhoRens;
  @Inject private ApplicationReview review;
  @Inject private TermsPublishing publishing;
  @Inject private Reporting reporting;
  @Inject private SettingsDesk settingsDesk;
  @Inject private TrustAnchors anchors;
  @Inject private RunningSessions sessions;
  @Inject private Passkeys passkeys;

  @Deployment
  static WebArchive house() throws Exception {
    return Container.house();
  }

  private SignedIn signIn(String office) throws IOException, CertificateException {
    return signingIn.signIn(List.of(certificate(office)), credentials(office, password()));
  }

  private static SigningIn.Credentials credentials(String office, String password) {
    return new SigningIn.Credentials("KJ99" + office, password, "192.0.2.1");
  }

  private static Path home() {
    return Path.of(ConfigProvider.getConfig().getValue("careplan.data", String.class));
  }

  private static String password() throws IOException {
    return Files.readString(home().resolve("demo-password"));
  }

  private static X509Certificate certificate(String office)
      throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(home().resolve("offices/" + office + ".pem"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @SuppressWarnings("BanJNDI") // the name is our own
  private static Connection database() throws SQLException, NamingException {
    return InitialContext.<DataSource>doLookup("java:app/careplan").getConnection();
  }

  private static void update(String sql, Object... values) throws SQLException, NamingException {
    try (Connection connection = database();
        PreparedStatement statement = prepared(connection, sql, values)) {
      statement.executeUpdate();
    }
  }

  private static long count(String sql) throws SQLException, NamingException {
    try (Connection connection = database();
        PreparedStatement statement = prepared(connection, sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void aTemporaryPasswordOpensTheDoorOnceItIsChanged() throws Exception {
    String office = "99A0000077";
    var refusal = assertThrows(DomainException.class, () -> signIn(office));

    passwords.change(credentials(office, password()), "a-better-password");

    var signedIn =
        signingIn.signIn(List.of(certificate(office)), credentials(office, "a-better-password"));
    assertEquals(TEMPORARY_PASSWORD, refusal.code());
    assertEquals(Door.CONNECTOR, signedIn.session().door());
  }

  @Test
  void aHandOffOpensTheBrowserOnce() throws Exception {
    var parent = signIn(HARUKAZE);
    String code = signingIn.handOff(parent.session()).code();
    assertEquals(HARUKAZE, signingIn.preview(code).number().value());

    var browser = signingIn.redeem(code);
    var again = assertThrows(DomainException.class, () -> signingIn.redeem(code));

    assertEquals(Door.HANDED_OFF, browser.session().door());
    assertTrue(browser.session().seesCareData());
    assertTrue(signingIn.resume(browser.token(), Optional.empty()).isPresent());
    assertEquals(HANDOFF_OVER, again.code());
  }

  @Test
  void aHandOffEndsAfterAMinute() throws Exception {
    String code = signingIn.handOff(signIn(HARUKAZE).session()).code();
    update(
        "UPDATE application_hand_off SET expires_at = '2026-01-01' WHERE id = ?", Sha256.hex(code));

    var refusal = assertThrows(DomainException.class, () -> signingIn.redeem(code));

    assertEquals(HANDOFF_OVER, refusal.code());
  }

  @Test
  void signingOutInTheLauncherEndsTheBrowserToo() throws Exception {
    var parent = signIn(HARUKAZE);
    var browser = signingIn.redeem(signingIn.handOff(parent.session()).code());

    signingIn.signOut(parent.session());

    assertTrue(signingIn.resume(browser.token(), Optional.empty()).isEmpty());
  }

  @Test
  void aRevokedCertificateEndsTheBrowserToo() throws Exception {
    String office = "9970000033";
    var browser = signingIn.redeem(signingIn.handOff(signIn(office).session()).code());

    update("UPDATE application_certificate SET revoked_at = '2026-01-01' WHERE office = ?", office);

    assertTrue(signingIn.resume(browser.token(), Optional.empty()).isEmpty());
  }

  @Test
  void aBrowserTokenIsNoConnectorToken() throws Exception {
    var browser = signingIn.redeem(signingIn.handOff(signIn(HARUKAZE).session()).code());

    var resumed = signingIn.resume(browser.token(), Optional.of(certificate(HARUKAZE)));

    assertTrue(resumed.isEmpty());
  }

  @Test
  void threeWrongPasswordsLockTheOpenDoorButNotTheCertificates() throws Exception {
    String office = "9970000022";
    for (int i = 0; i < 3; i++) {
      var wrong = new SigningIn.Credentials("KJ99" + office, "wrong-password", "198.51.100." + i);
      assertThrows(DomainException.class, () -> signingIn.signInWithPassword(wrong));
    }

    var locked =
        assertThrows(
            DomainException.class,
            () -> signingIn.signInWithPassword(credentials(office, password())));

    assertEquals(LOCKED, locked.code());
    assertEquals(Door.CONNECTOR, signIn(office).session().door());
  }

  @Test
  void aNewPasswordGivenInAPageLeavesThatPageOpenAndEndsTheLauncher() throws Exception {
    String office = "9900000066";
    var parent = signIn(office);
    var page = signingIn.redeem(signingIn.handOff(parent.session()).code());
    String unused = signingIn.handOff(parent.session()).code();

    passwords.change(page.session(), password(), "a-better-password");

    assertTrue(signingIn.resume(page.token(), Optional.empty()).isPresent());
    assertTrue(signingIn.resume(parent.token(), Optional.of(certificate(office))).isEmpty());
    assertThrows(DomainException.class, () -> signingIn.redeem(unused));
    update("UPDATE application_certificate SET revoked_at = '2026-01-01' WHERE office = ?", office);
    assertTrue(signingIn.resume(page.token(), Optional.empty()).isEmpty());
  }

  @Test
  void whatIsRolledBackLeavesNoTrail() throws Exception {
    transaction.begin();
    trail.append(new AuditTrail.Entry("KJ999970000011", HARUKAZE, "tried", "rolled-back"));
    transaction.rollback();

    long rows = count("SELECT COUNT(*) FROM kernel_audit_entry WHERE subject = 'rolled-back'");

    assertEquals(0, rows);
  }

  @Test
  void thereIsNoTrailWithoutATransaction() {
    var entry = new AuditTrail.Entry("KJ999970000011", HARUKAZE, "tried", "alone");

    assertThrows(TransactionalException.class, () -> trail.append(entry));
  }

  @Test
  void aMailLeavesOnceItsTransactionIsCommitted() throws Exception {
    transaction.begin();
    mailing.queue(new Mailing.Mail("committed@example.com", "subject", "text"));
    transaction.commit();
    transaction.begin();
    mailing.queue(new Mailing.Mail("rolled-back@example.com", "subject", "text"));
    transaction.rollback();

    awaitNone("SELECT COUNT(*) FROM kernel_mail");

    assertEquals(1, mailsTo("committed@example.com", 1).size());
    assertTrue(mails().stream().noneMatch(it -> it.contains("To: rolled")));
  }

  /** Waits for so many. */
  private static List<String> mailsTo(String address, int wanted)
      throws IOException, InterruptedException {
    List<String> found = List.of();
    for (int i = 0; i < 100 && found.size() < wanted; i++) {
      TimeUnit.MILLISECONDS.sleep(200);
      found = mails().stream().filter(it -> it.contains("To: " + address)).toList();
    }
    return found;
  }

  private static List<String> mails() throws IOException {
    List<String> mails = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(home().resolve("mails"))) {
      for (Path file : files) {
        mails.add(Files.readString(file));
      }
    }
    return mails;
  }

  private static void awaitNone(String sql) throws Exception {
    for (int i = 0; i < 300 && count(sql) > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertEquals(0, count(sql));
  }

  @Test
  void whatIsSealedOpensInItsPlaceAlone() {
    byte[] sealed = vault.seal("here", "秘密".getBytes(StandardCharsets.UTF_8));

    assertEquals("秘密", new String(vault.open("here", sealed), StandardCharsets.UTF_8));
    assertThrows(IllegalStateException.class, () -> vault.open("there", sealed));
  }

  @Test
  void theDirectoryFindsManyAtOnce() {
    List<OfficeNumber> asked = List.of(new OfficeNumber(HARUKAZE), new OfficeNumber("9999999999"));

    var found = offices.findAll(asked);

    assertEquals(List.of(HARUKAZE), found.keySet().stream().map(OfficeNumber::value).toList());
    assertFalse(offices.find(new OfficeNumber("9999999999")).isPresent());
  }

  private void at(LocalDate day) throws Exception {
    long ahead = ChronoUnit.DAYS.between(LocalDate.now(ZoneId.of("Asia/Tokyo")), day);
    Files.writeString(home().resolve("clock-ahead"), Duration.ofDays(ahead).toString());
    TimeUnit.MILLISECONDS.sleep(150);
    assertEquals(day, LocalDate.now(clock));
  }

  private void dayPasses() {
    workers.forEach(Worker::work);
  }

  private void assertRuns(OfficeNumber office, boolean runs) {
    assertEquals(runs, entitlement.statusOf(office) instanceof Running);
  }

  @Test
  void anIssuingPasswordIsDrawnForALetterAndOpensItsDoor() throws Exception {
    var user = new KjUserId("KJ999970000033");
    var operator = operator("operator-1", "", OperatorRole.OPERATOR);
    String drawn = issuePasswords.reissue(operator, user, "見本").password();

    var old =
        assertThrows(
            DomainException.class,
            () -> enrolling.enrollAsFile(applicant(user, password()), "for-this-file"));
    byte[] file = enrolling.enrollAsFile(applicant(user, drawn), "for-this-file");

    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(file), "for-this-file".toCharArray());
    var chain = store.getCertificateChain(store.aliases().nextElement());
    assertEquals(ISSUE_REFUSED, old.code());
    assertTrue(drawn.matches("[2-9A-HJ-NP-Z]{12}"), "drawn");
    assertEquals(3, chain.length);
  }

  private static Enrolling.Applicant applicant(KjUserId user, String password) {
    return new Enrolling.Applicant(user.value(), password, "増やす端末", Optional.empty());
  }

  @Test
  void onlyASessionThroughACertificateSetsTheIssuingPassword() throws Exception {
    var byPassword = signingIn.signInWithPassword(credentials("9970000022", password()));
    var byCertificate = signIn("9970000022");

    var refusal =
        assertThrows(
            DomainException.class,
            () -> issuePasswords.set(byPassword.session(), "a-word-of-our-own"));
    issuePasswords.set(byCertificate.session(), "a-word-of-our-own");

    assertEquals(CARE_DATA_CLOSED, refusal.code());
    enrolling.enrollAsFile(
        applicant(new KjUserId("KJ999970000022"), "a-word-of-our-own"), "for-this-file");
  }

  @Test
  void anOfficeIsWarnedOnceAtEachStepBeforeItsCertificateEnds() throws Exception {
    update(
        "UPDATE application_office SET mail = ? WHERE number = ?", "warned@example.jp", HARUKAZE);
    update( // other tests move the clock too, and the worker may have met it there
        "UPDATE application_certificate SET warned_days = 0 WHERE office = ?", HARUKAZE);
    var warnings =
        workers.stream()
            .filter(it -> it.getClass().getSimpleName().startsWith("ExpiryWarnings"))
            .findFirst()
            .orElseThrow();

    List<Long> queued = new ArrayList<>();
    for (String ahead :
        List.of("P900D", "P1020D", "P1020D", "P1070D", "P1071D", "P1090D", "P1091D")) {
      Files.writeString(home().resolve("clock-ahead"), ahead);
      TimeUnit.MILLISECONDS.sleep(150);
      warnings.work();
      queued.add(
          count(
              "SELECT warned_days FROM application_certificate WHERE office = '" + HARUKAZE + "'"));
    }

    assertEquals(List.of(0L, 90L, 90L, 30L, 30L, 7L, 7L), queued);
    List<String> mails = mailsTo("warned@example.jp", 3);
    assertEquals(3, mails.size());
  }

  @AfterEach
  void backToToday() throws Exception {
    if (clock != null) {
      Files.deleteIfExists(home().resolve("clock-ahead"));
    }
  }

  @Test
  void aLicenceLivesThreeYearsAndEndsWhenItsOfficeWantsSo() throws Exception {
    var office = new OfficeNumber("9999000001");
    var first = LocalDate.now(clock);
    licensing.begin(office, first, "test");
    licensing.begin(office, first, "test");
    fees.decide(first.plusYears(2), 5000, "test");

    at(first.plusYears(1).minusDays(1));
    assertRuns(office, true);
    dayPasses();
    at(first.plusYears(1));
    assertRuns(office, true);
    at(first.plusYears(2).minusDays(1));
    dayPasses();
    at(first.plusYears(3).minusDays(2));
    dayPasses();
    licensing.setAutoRenewal(office, false, "test");
    at(first.plusYears(3).minusDays(1));
    dayPasses();
    assertRuns(office, true);
    at(first.plusYears(3));
    dayPasses();
    assertRuns(office, false);
    licensing.renew(office, "test");
    assertRuns(office, true);

    var periods = licensing.overviewOf(office).periods();
    assertEquals(4, periods.size());
    assertEquals("2026年度の無料期間", periods.get(0).campaign());
    assertEquals(List.of(0, 0, 5000, 5000), periods.stream().map(Licensing.Period::yen).toList());
    assertEquals(first.plusYears(3), periods.get(3).days().from());
  }

  @Test
  void aFollowingYearIsTakenBackOnTheLastDay() throws Exception {
    var office = new OfficeNumber("9999000002");
    var first = LocalDate.now(clock);
    licensing.begin(office, first, "test");
    at(first.plusYears(1).minusDays(1));
    dayPasses();
    int granted = licensing.overviewOf(office).periods().size();

    licensing.setAutoRenewal(office, false, "test");

    assertEquals(2, granted);
    assertEquals(1, licensing.overviewOf(office).periods().size());
    at(first.plusYears(1));
    assertInstanceOf(Ended.class, entitlement.statusOf(office));
  }

  @Test
  void whoAppliedBeforeJune2025RenewsByHand() {
    var office = new OfficeNumber("9999000003");
    licensing.begin(office, LocalDate.of(2025, 5, 31), "test");

    dayPasses();

    assertEquals(new Ended(LocalDate.of(2026, 5, 30)), entitlement.statusOf(office));
    assertEquals(21_000, licensing.overviewOf(office).periods().getFirst().yen());
  }

  @Test
  void yearsOfStandstillAreCaughtUp() {
    var office = new OfficeNumber("9999000004");
    licensing.begin(office, LocalDate.of(2025, 6, 1), "test");

    dayPasses();

    assertEquals(2, licensing.overviewOf(office).periods().size());
    assertRuns(office, true);
  }

  @Test
  void ofTwoWhoRenewAtOnceOneIsRefused() throws Exception {
    var office = new OfficeNumber("9999000005");
    licensing.begin(office, LocalDate.now(clock).minusDays(300), "test");
    licensing.setAutoRenewal(office, false, "test");

    List<Object> outcomes =
        Stream.of(1, 2, 3, 4)
            .map(i -> CompletableFuture.supplyAsync(() -> renewal(office), executor))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertEquals(1, outcomes.stream().filter("renewed"::equals).count());
    assertEquals(3, outcomes.stream().filter(NOT_RENEWABLE_YET::equals).count());
    assertEquals(2, licensing.overviewOf(office).periods().size());
  }

  private Object renewal(OfficeNumber office) {
    try {
      licensing.renew(office, "test");
      return "renewed";
    } catch (DomainException e) {
      return e.code();
    }
  }

  @Test
  void aSuspendedLicenceRunsAgainWhenItIsResumed() {
    var office = new OfficeNumber("9999000006");
    licensing.begin(office, LocalDate.now(clock), "test");
    assertRuns(office, true);

    licensing.suspend(office, "test");
    var suspended =
        assertThrows(DomainException.class, () -> entitlement.requireRunning(office)).code();
    licensing.resume(office, "test");

    assertEquals(LICENSE_SUSPENDED, suspended);
    assertRuns(office, true);
  }

  @Test
  void noFeeIsDecidedForThePast() {
    var today = LocalDate.now(clock);

    var refusal = assertThrows(DomainException.class, () -> fees.decide(today, 1000, "test"));

    assertEquals(BAD_FEE, refusal.code());
  }

  private static OperatorSession operator(String id, String prefecture, OperatorRole... roles) {
    return new OperatorSession(
        "0".repeat(64),
        new OperatorId(id),
        Set.of(roles),
        prefecture.isEmpty() ? Set.of() : Set.of(prefecture),
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** Everything that an operator does to an office, or to the house. */
  private List<Consumer<OperatorSession>> deeds(OfficeNumber office) {
    var day = LocalDate.now(clock).plusYears(5);
    return List.of(
        by -> officeDesk.suspend(by, office, "r"),
        by -> officeDesk.resume(by, office, "r"),
        by -> officeDesk.proposeClosing(by, office, "r"),
        by -> officeDesk.revoke(by, office, "0".repeat(64), RevocationReason.KEY_COMPROMISE, "r"),
        by -> officeDesk.endSessions(by, office, "r"),
        by -> licenseDesk.suspend(by, office, "r"),
        by -> licenseDesk.resume(by, office, "r"),
        by -> licenseDesk.renew(by, office, "r"),
        by -> licenseDesk.setAutoRenewal(by, office, true, "r"),
        by -> licenseDesk.decide(by, day, 1, "r"),
        by -> licenseDesk.announce(by, "n", day, day, "r"),
        by -> licenseDesk.callOff(by, "x", "r"),
        by ->
            operators.add(
                by, new OperatorId("nobody"), Set.of(OperatorRole.OPERATOR), Set.of(), "r"),
        by -> accounts.preview(() -> InputStream.nullInputStream(), by),
        by -> issuing.issue(by, new KjUserId("KJ99" + office), "r"),
        by -> issuePasswords.reissue(by, new KjUserId("KJ99" + office), "r"),
        by -> kokuhoRens.edit(by, new KokuhoRen("27", "名", "", ""), "r"),
        by -> review.approve(by, applicationOf(office), "r"),
        by -> review.sendBack(by, applicationOf(office), "r"),
        by -> review.reject(by, applicationOf(office), "r"),
        by -> review.switchRule(by, "KIND_OUT_OF_SCOPE", false, "r"),
        by -> settingsDesk.change(by, "terminals.most", "3", "4", "r"),
        by -> anchors.proposeRemoving(by, "0".repeat(64), "r"),
        by -> publishing.propose(by, new NewTerms("規約", day, day), "r"),
        by -> operators.disable(by, new OperatorId("unyo"), "r"),
        by -> operators.reset(by, new OperatorId("unyo"), "r"),
        by ->
            operators.change(
                by, new OperatorId("unyo"), Set.of(OperatorRole.AUDITOR), Set.of(), "r"));
  }

  private ApplicationId applicationOf(OfficeNumber office) {
    return reporting.history(office).getFirst().id();
  }

  @Test
  void whoHasNotTheRoleDoesNothing() {
    var helper =
        operator("helper", "", OperatorRole.HELPDESK, OperatorRole.EDITOR, OperatorRole.AUDITOR);

    for (Consumer<OperatorSession> deed : deeds(new OfficeNumber(HARUKAZE))) {
      var refusal = assertThrows(DomainException.class, () -> deed.accept(helper));

      assertEquals(DESK_ROLE, refusal.code());
    }
  }

  @Test
  void whatIsNotThereOrNotSoIsRefusedByItsCode() throws Exception {
    var by = operator("refused", "", OperatorRole.OPERATOR);
    var office = new OfficeNumber(HARUKAZE);
    OfficeSession session = signIn(HARUKAZE).session();
    Map<ProblemCode, Executable> refusals =
        Map.ofEntries(
            entry(
                AccountProblem.UNKNOWN_ACCOUNT,
                () -> issuing.issue(by, new KjUserId("KJ999999999999"), "r")),
            entry(
                ApplicationProblem.UNKNOWN_OFFICE,
                () -> officeDesk.stateOf(by, new OfficeNumber("9999999999"))),
            entry(
                AccountProblem.UNKNOWN_PREFECTURE,
                () -> kokuhoRens.edit(by, new KokuhoRen("99", "名", "", ""), "r")),
            entry(
                DeskProblem.OPERATOR_EXISTS,
                () ->
                    operators.add(
                        by, new OperatorId("unyo"), Set.of(OperatorRole.OPERATOR), Set.of(), "r")),
            entry(
                DeskProblem.BAD_OPERATOR,
                () -> operators.add(by, new OperatorId("nobody"), Set.of(), Set.of(), "r")),
            entry(
                DeskProblem.UNKNOWN_OPERATOR,
                () -> operators.disable(by, new OperatorId("no-such-one"), "r")),
            entry(DeskProblem.OFFICE_STATE, () -> officeDesk.resume(by, office, "r")),
            entry(DeskProblem.ANCHOR_STATE, () -> anchors.proposeRemoving(by, "0".repeat(64), "r")),
            entry(
                ApplicationProblem.FILE_PASSWORD,
                () ->
                    enrolling.enrollAsFile(
                        new Enrolling.Applicant(
                            "KJ99" + HARUKAZE, password(), "見本", Optional.empty()),
                        "short")),
            entry(AccountProblem.UNKNOWN_SESSION, () -> sessions.end(session, "no-such-one")),
            entry(
                StaffProblem.UNKNOWN_PASSKEY,
                () -> passkeys.rename(session, "no-such-one", "訪問用の電話")));

    refusals.forEach((code, deed) -> {
      var refusal = assertThrows(DomainException.class, deed, code.code());
      assertEquals(code, refusal.code());
    });
  }

  @Test
  void whoLooksAfterOtherPrefecturesDoesNothing() {
    var elsewhere = operator("elsewhere", "13", OperatorRole.values());
    var office = new OfficeNumber(HARUKAZE);

    for (Consumer<OperatorSession> deed : deeds(office)) {
      var refusal = assertThrows(DomainException.class, () -> deed.accept(elsewhere));

      assertEquals(DESK_PREFECTURE, refusal.code());
    }
    assertThrows(DomainException.class, () -> officeDesk.stateOf(elsewhere, office));
    assertThrows(DomainException.class, () -> licenseDesk.overviewOf(elsewhere, office));
    assertThrows(DomainException.class, () -> traffic.of(elsewhere, office));
    assertThrows(DomainException.class, () -> review.detailOf(elsewhere, applicationOf(office)));
    assertEquals(List.of(), officeDesk.search(elsewhere, "", Optional.empty(), 10).items());
  }

  @Test
  void aSettingHoldsAtOnceAndNobodyOverwritesWhatTheyHaveNotSeen() {
    var by = operator("decider", "", OperatorRole.OPERATOR);
    var third = settingsDesk.stateOf(by, "terminals.most");

    settingsDesk.change(by, "terminals.most", third.value(), "７", "もっと要る");
    var late =
        assertThrows(
            DomainException.class,
            () -> settingsDesk.change(by, "terminals.most", third.value(), "9", "遅れて"));
    var bad =
        assertThrows(
            DomainException.class, () -> settingsDesk.change(by, "terminals.most", "7", "0", "なし"));

    var state = settingsDesk.stateOf(by, "terminals.most");
    assertEquals(CHANGED_MEANWHILE, late.code());
    assertEquals(BAD_SETTING, bad.code());
    assertEquals("7", state.value());
    assertEquals(third.value(), state.history().getFirst().before());
    settingsDesk.change(by, "terminals.most", "7", third.value(), "元に戻す");
    assertEquals(third.value(), settingsDesk.stateOf(by, "terminals.most").value());
  }

  @Test
  void aSettingThatAnotherNodeChangedIsSeenByTheNextRound() throws Exception {
    var by = operator("decider", "", OperatorRole.OPERATOR);
    String key = "operator.phone";
    String before = settingsDesk.stateOf(by, key).value();
    settingsDesk.change(by, key, before, "0120-000-000", "見本");
    settingsDesk.stateOf(by, key);

    update("UPDATE kernel_setting SET content = 'いつでも' WHERE setting_key = ?", key);
    update("UPDATE kernel_setting_revision SET counted = counted + 1 WHERE id = ?", 1);
    workers.stream()
        .filter(it -> it.getClass().getSimpleName().startsWith("SettingsService"))
        .findFirst()
        .orElseThrow()
        .work();

    assertEquals("いつでも", settingsDesk.stateOf(by, key).value());
    settingsDesk.change(by, key, "いつでも", before, "元に戻す");
  }

  @Test
  void anOfficeIsFoundPageByPage() {
    var by = operator("finder", "", OperatorRole.HELPDESK);

    var first = officeDesk.search(by, "", Optional.empty(), 3);
    var second = officeDesk.search(by, "", first.next(), 3);

    assertEquals(3, first.items().size());
    assertTrue(
        first
                .items()
                .getLast()
                .office()
                .number()
                .compareTo(second.items().getFirst().office().number())
            < 0);
  }

  @Test
  void aProposalIsApprovedByAnotherWithinSevenDaysAndOnce() throws Exception {
    var office = new OfficeNumber("9970000055");
    var proposer = operator("proposer", "", OperatorRole.OPERATOR);
    var second = operator("second", "", OperatorRole.OPERATOR);
    officeDesk.proposeClosing(proposer, office, "廃業");
    var again =
        assertThrows(DomainException.class, () -> officeDesk.proposeClosing(second, office, "廃業"));
    String id = approvals.waiting(second).getFirst().id();
    var own = assertThrows(DomainException.class, () -> approvals.approve(proposer, id, "自分で"));

    at(LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(8));
    var over = assertThrows(DomainException.class, () -> approvals.approve(second, id, "遅い"));
    assertEquals(List.of(), approvals.waiting(second));
    at(LocalDate.now(ZoneId.of("Asia/Tokyo")));
    approvals.reject(proposer, id, "取りやめ");
    var decided = assertThrows(DomainException.class, () -> approvals.approve(second, id, "後から"));

    assertEquals(ALREADY_PROPOSED, again.code());
    assertEquals(OWN_PROPOSAL, own.code());
    assertEquals(PROPOSAL_OVER, over.code());
    assertEquals(PROPOSAL_OVER, decided.code());
    assertTrue(offices.find(office).orElseThrow().active());
  }

  @Test
  void ofTwoWhoDecideAtOnceOneIsTooLate() throws Exception {
    registration.registerOffice(new OfficeNumber("9970000201"), "同時の見本", Set.of());
    var office = new OfficeNumber("9970000201");
    officeDesk.proposeClosing(operator("proposer", "", OperatorRole.OPERATOR), office, "廃業");
    var waiting = approvals.waiting(operator("looking", "", OperatorRole.OPERATOR));
    String id = waiting.stream().filter(it -> it.concerns(office)).findFirst().orElseThrow().id();

    List<Object> outcomes =
        Stream.of("one", "two", "three", "four")
            .map(name -> CompletableFuture.supplyAsync(() -> approval(name, id), executor))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertEquals(1, outcomes.stream().filter("approved"::equals).count());
    assertEquals(3, outcomes.stream().filter(PROPOSAL_OVER::equals).count());
    assertEquals(
        1,
        count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'office-closed'"
                + " AND office = '9970000201'"));
  }

  /** Made by openssl, so that it stands beside the trust file's: 100 years, P-256. */
  private static String anotherAuthority() throws Exception {
    Path key = Files.createTempFile("authority", ".key");
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "36500",
                "-subj",
                "/CN=見本の認証局",
                "-utf8",
                "-keyout",
                key.toString(),
                "-addext",
                "keyUsage=critical,keyCertSign,cRLSign")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String pem = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    Files.delete(key);
    return pem;
  }

  private List<String> proposals(String action) {
    return approvals.waiting(operator("looking", "", OperatorRole.OPERATOR)).stream()
        .filter(it -> it.matter().action().equals(action))
        .map(Approvals.Proposal::id)
        .toList();
  }

  @Test
  void ofThoseWhoRemoveTheLastAuthoritiesAtOnceOneIsRefused() throws Exception {
    var proposer = operator("proposer", "", OperatorRole.OPERATOR);
    for (int round = 0; round < 5; round++) {
      anchors.proposeAdding(proposer, anotherAuthority(), "見本");
      approval("second", proposals("add-trust-anchor").getFirst());
      for (TrustAnchors.Anchor each : anchors.all(proposer)) {
        anchors.proposeRemoving(proposer, each.fingerprint(), "見本");
      }
      List<String> ids = proposals("remove-trust-anchor");

      List<Object> outcomes =
          ids.stream()
              .map(id -> CompletableFuture.supplyAsync(() -> approval("second", id), executor))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();

      assertTrue(ids.size() > 1, "authorities: " + ids.size());
      assertEquals(1, outcomes.stream().filter(LAST_ANCHOR::equals).count(), "" + outcomes);
      assertEquals(ids.size() - 1, outcomes.stream().filter("approved"::equals).count());
      assertEquals(
          1,
          anchors.all(proposer).stream()
              .filter(it -> it.state() != TrustAnchors.State.REMOVED_AT_NEXT_START)
              .count());
      approvals.reject(proposer, proposals("remove-trust-anchor").getFirst(), "後片付け");
      update("DELETE FROM application_trust_anchor");
    }
  }

  private Object approval(String name, String id) {
    try {
      approvals.approve(operator(name, "", OperatorRole.OPERATOR), id, "確かめた");
      return "approved";
    } catch (DomainException e) {
      return e.code();
    }
  }
}
