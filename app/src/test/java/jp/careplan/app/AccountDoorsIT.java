package jp.careplan.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static jp.careplan.application.AccountProblem.ACCOUNT_CLOSED;
import static jp.careplan.application.AccountProblem.ASKED_TOO_OFTEN;
import static jp.careplan.application.AccountProblem.BAD_RECOVERY_CODE;
import static jp.careplan.application.AccountProblem.ID_REQUEST_INCOMPLETE;
import static jp.careplan.application.AccountProblem.ID_REQUEST_SETTLED;
import static jp.careplan.application.AccountProblem.IMPORT_FINDINGS;
import static jp.careplan.application.AccountProblem.OTHER_ACCOUNTS;
import static jp.careplan.application.AccountProblem.OTHER_FILE;
import static jp.careplan.application.AccountProblem.RESET_OVER;
import static jp.careplan.application.AccountProblem.UNKNOWN_ID_REQUEST;
import static jp.careplan.application.ApplicationProblem.BAD_CREDENTIALS;
import static jp.careplan.application.ApplicationProblem.LOCKED;
import static jp.careplan.application.ApplicationProblem.NO_SUCH_TERMINAL;
import static jp.careplan.application.ApplicationProblem.PASSWORD_RULE;
import static jp.careplan.application.ApplicationProblem.SLOWED;
import static jp.careplan.application.ApplicationProblem.TEMPORARY_PASSWORD;
import static jp.careplan.application.DeskProblem.DESK_PREFECTURE;
import static jp.careplan.application.GroupProblem.NOT_LINKED;
import static jp.careplan.application.GroupProblem.OWN_NUMBER;
import static jp.careplan.application.GroupProblem.TOO_MANY_LINKED;
import static jp.careplan.application.RevocationReason.KEY_COMPROMISE;
import static jp.careplan.application.StaffProblem.BAD_STAFF;
import static jp.careplan.application.StaffProblem.INVITATION_OVER;
import static jp.careplan.application.StaffProblem.LAST_ADMINISTRATOR;
import static jp.careplan.application.StaffProblem.NOT_ADMINISTRATOR;
import static jp.careplan.application.StaffProblem.NOT_OFFICE_ID;
import static jp.careplan.application.StaffProblem.OFFICE_AT_REST;
import static jp.careplan.application.StaffProblem.STAFF_REMOVED;
import static jp.careplan.application.StaffProblem.TOO_MANY_STAFF;
import static jp.careplan.application.StaffProblem.UNKNOWN_STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import jp.careplan.app.house.Container;
import jp.careplan.application.AccountImport;
import jp.careplan.application.AccountImport.Approval;
import jp.careplan.application.ApplicationKind;
import jp.careplan.application.ApplicationStatus;
import jp.careplan.application.Applying;
import jp.careplan.application.CareSoftwareDesk;
import jp.careplan.application.Enrolling;
import jp.careplan.application.IdAsking;
import jp.careplan.application.IdQuestion;
import jp.careplan.application.IdQuestion.Missing;
import jp.careplan.application.IdRequests;
import jp.careplan.application.ImportCounts;
import jp.careplan.application.Introduction;
import jp.careplan.application.Introduction.Check;
import jp.careplan.application.Introduction.Step;
import jp.careplan.application.IssuePasswords;
import jp.careplan.application.Joining;
import jp.careplan.application.KokuhoRen;
import jp.careplan.application.KokuhoRens;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeGroup;
import jp.careplan.application.OfficeGroup.Member;
import jp.careplan.application.OfficeRegistration;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.OperatorId;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.OperatorSession;
import jp.careplan.application.PasswordChanging;
import jp.careplan.application.PasswordIssuing;
import jp.careplan.application.PasswordReset;
import jp.careplan.application.RecoveryCodes;
import jp.careplan.application.Reporting;
import jp.careplan.application.RevocationReason;
import jp.careplan.application.Rights;
import jp.careplan.application.RunningSession;
import jp.careplan.application.RunningSessions;
import jp.careplan.application.SecurityMail;
import jp.careplan.application.SignedIn;
import jp.careplan.application.SigningIn;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.application.StaffRole;
import jp.careplan.application.StaffUsers;
import jp.careplan.application.StaffUsers.Description;
import jp.careplan.application.TerminalEntry;
import jp.careplan.application.TerminalStopping;
import jp.careplan.application.Terminals;
import jp.careplan.application.TermsOfUse;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ServiceKind;
import jp.careplan.kernel.UserId;
import jp.careplan.kernel.Worker;
import jp.careplan.licensing.Licensing;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The doors of accounts from inside the server, on the database that the run asks for. */
@ArquillianTest
class AccountDoorsIT {
  private static final String HEADINGS = "ユーザID,事業所番号,事業所名,フリガナ,所在地,サービス種類,仮パスワード,セキュリティメール\r\n";
  private static final String CHOSEN = "mizu ringo tokei 26";
  private static final String SOURCE = "192.0.2.7";
  private static final String REASON = "見本";
  private static final OperatorSession OPERATOR = operator(Set.of());
  private static final OperatorSession ELSEWHERE = operator(Set.of("13"));
  private static final Pattern CODE = Pattern.compile("code=([A-Za-z0-9_-]{43})");

  @Inject private AccountImport accounts;
  @Inject private OfficeDirectory offices;
  @Inject private OfficeRegistration registration;
  @Inject private SigningIn signingIn;
  @Inject private PasswordChanging passwords;
  @Inject private PasswordReset reset;
  @Inject private PasswordIssuing issuing;
  @Inject private RecoveryCodes codes;
  @Inject private TerminalStopping stopping;
  @Inject private Introduction introduction;
  @Inject private OfficeGroup group;
  @Inject private Clock clock;
  @Inject private Enrolling enrolling;
  @Inject private RunningSessions sessions;
  @Inject private SecurityMail mails;
  @Inject private IdAsking asking;
  @Inject private IdRequests requests;
  @Inject private KokuhoRens kokuhoRens;
  @Inject private StaffUsers staff;
  @Inject private Joining joining;
  @Inject private Applying applying;
  @Inject private Reporting reporting;
  @Inject private TermsOfUse terms;
  @Inject private Terminals terminals;
  @Inject private IssuePasswords issuePasswords;
  @Inject private Licensing licensing;
  @Inject private CareSoftwareDesk software;
  @Resource private ManagedExecutorService executor;
  @Inject @Any private Instance<Worker> workers;

  @Deployment
  static WebArchive house() throws Exception {
    return Container.house();
  }

  private static OperatorSession operator(Set<String> prefectures) {
    return new OperatorSession(
        "0".repeat(64),
        new OperatorId("operator-1"),
        Set.of(OperatorRole.OPERATOR),
        prefectures,
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static Path home() {
    return Path.of(ConfigProvider.getConfig().getValue("careplan.data", String.class));
  }

  @SuppressWarnings("BanJNDI") // the name is our own
  private static long count(String sql) throws Exception {
    try (Connection connection =
            InitialContext.<DataSource>doLookup("java:app/careplan").getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @SuppressWarnings("BanJNDI") // the name is our own
  private static void update(String sql) throws Exception {
    try (Connection connection =
            InitialContext.<DataSource>doLookup("java:app/careplan").getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  /** What somebody with a copy of the database reads. */
  @SuppressWarnings("BanJNDI") // the name is our own
  private static String stored(String sql) throws Exception {
    try (Connection connection =
            InitialContext.<DataSource>doLookup("java:app/careplan").getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      byte[] bytes = row.getBytes(1);
      assertTrue(bytes.length > 50);
      return new String(bytes, ISO_8859_1);
    }
  }

  private static void pass(Duration time) throws Exception {
    Files.writeString(home().resolve("clock-ahead"), time.toString());
    TimeUnit.MILLISECONDS.sleep(150);
  }

  @AfterEach
  void backToNow() throws Exception {
    if (accounts != null) {
      Files.deleteIfExists(home().resolve("clock-ahead"));
      TimeUnit.MILLISECONDS.sleep(150);
    }
  }

  private static ProblemCode refused(Executable call) {
    return assertThrows(DomainException.class, call).code();
  }

  private static AccountImport.Source file(String... lines) {
    byte[] bytes = (HEADINGS + String.join("\r\n", lines) + "\r\n").getBytes(UTF_8);
    return () -> new ByteArrayInputStream(bytes);
  }

  private static String line(int prefecture, int number, String password, String mail) {
    String office = office(number);
    return "KJ%02d%s,%s,見本事業所%d,ミホン,架空県見本市,11 15,%s,%s"
        .formatted(prefecture, office, office, number, password, mail);
  }

  private static String office(int number) {
    return "99%08d".formatted(number);
  }

  private static KjUserId user(int prefecture, int number) {
    return new KjUserId("KJ%02d%s".formatted(prefecture, office(number)));
  }

  private static Credentials credentials(KjUserId user, String password) {
    return credentials(user.user(), password);
  }

  private static Credentials credentials(UserId user, String password) {
    return new Credentials(user.value(), password, SOURCE);
  }

  private ImportCounts take(AccountImport.Source file) {
    return accounts.apply(file, Approval.of(accounts.preview(file, OPERATOR), REASON), OPERATOR);
  }

  /** An account with a password of its own and a security mail, signed in. */
  private SignedIn settled(int number, String mail) {
    var user = user(98, number);
    registration.registerOffice(user.office(), "見本の里", Set.of(new ServiceKind("11")));
    registration.openAccount(user, CHOSEN, false);
    SignedIn signedIn = signingIn.signInWithPassword(credentials(user, CHOSEN));
    if (!mail.isEmpty()) {
      mails.change(signedIn.session(), CHOSEN, mail);
    }
    return signedIn;
  }

  /** Twice, so that the mails that one round made go out in the next. */
  private void work() throws Exception {
    workers.forEach(Worker::work);
    workers.forEach(Worker::work);
  }

  private static List<String> mailsTo(String address) throws Exception {
    TimeUnit.MILLISECONDS.sleep(200);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(home().resolve("mails"))) {
      return Stream.iterate(files.iterator(), it -> it.hasNext(), it -> it)
          .map(it -> text(it.next(), address))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private static Optional<String> text(Path file, String address) {
    try (InputStream in = Files.newInputStream(file)) {
      var mail = new MimeMessage(null, in);
      return mail.getAllRecipients()[0].toString().equals(address)
          ? Optional.of(mail.getSubject() + "\n" + mail.getContent())
          : Optional.empty();
    } catch (IOException | jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String codeIn(List<String> mails) {
    Matcher code = CODE.matcher(String.join("\n", mails));
    assertTrue(code.find(), () -> "no code in " + mails.size() + " mails");
    return code.group(1);
  }

  @Test
  void aFileOpensAccountsWhoseTemporaryPasswordLeadsToOnesOwn() throws Exception {
    var counts =
        take(
            file(
                line(51, 1, "Kari-4821-mihon", "m51@example.jp"),
                line(51, 2, "Kari-4822-mihon", "")));

    assertEquals(new ImportCounts(2, 2, 0, 0, 0, 0), counts);
    assertEquals("見本事業所1", offices.find(new OfficeNumber(office(1))).orElseThrow().name());
    assertEquals("m51@example.jp", mails.of(user(51, 1).user()));
    assertEquals(
        TEMPORARY_PASSWORD,
        refused(() -> signingIn.signInWithPassword(credentials(user(51, 1), "Kari-4821-mihon"))));
    assertEquals(
        BAD_CREDENTIALS,
        refused(() -> signingIn.signInWithPassword(credentials(user(51, 1), "Kari-0000-mihon"))));
    passwords.change(credentials(user(51, 1), "Kari-4821-mihon"), CHOSEN);
    signingIn.signInWithPassword(credentials(user(51, 1), CHOSEN));
    assertEquals(
        2,
        count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'account-opened' AND subject LIKE 'KJ51%'"));
    assertFalse(
        stored("SELECT sealed_password FROM application_account WHERE user_id = 'KJ519900000002'")
            .contains("Kari"));
  }

  @Test
  void theSameFileAgainChangesNothing() {
    var file = file(line(52, 11, "Kari-4821-mihon", "a@example.jp"), line(52, 12, hashed(), ""));
    take(file);

    assertEquals(new ImportCounts(2, 0, 0, 2, 0, 0), take(file));
    assertEquals(
        TEMPORARY_PASSWORD,
        refused(() -> signingIn.signInWithPassword(credentials(user(52, 11), "Kari-4821-mihon"))));
  }

  /** A hash of the shape that is taken over, of no password that anyone knows. */
  private static String hashed() {
    return "\"$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA"
        + "$MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE\"";
  }

  @Test
  void aLaterFileChangesWhatIsTheClaimSystemsAndLeavesWhatIsTheOffices() {
    take(
        file(
            line(53, 21, "Kari-4821-mihon", "old@example.jp"),
            line(53, 22, "Kari-4822-mihon", ""),
            line(53, 23, "Kari-4823-mihon", "")));
    passwords.change(credentials(user(53, 21), "Kari-4821-mihon"), CHOSEN);
    var signedIn = signingIn.signInWithPassword(credentials(user(53, 21), CHOSEN));
    mails.change(signedIn.session(), CHOSEN, "own@example.jp");
    String letter = issuing.issue(OPERATOR, user(53, 23), REASON).password();

    var counts =
        take(
            file(
                line(53, 21, "Kari-9999-mihon", "new@example.jp"),
                line(53, 22, "Kari-8888-mihon", ""),
                line(53, 23, "Kari-7777-mihon", "")));

    assertEquals(new ImportCounts(3, 0, 2, 1, 0, 0), counts);
    assertEquals("own@example.jp", mails.of(user(53, 21).user()));
    signingIn.signInWithPassword(credentials(user(53, 21), CHOSEN));
    assertEquals(
        TEMPORARY_PASSWORD,
        refused(() -> signingIn.signInWithPassword(credentials(user(53, 22), "Kari-8888-mihon"))));
    assertEquals(
        TEMPORARY_PASSWORD,
        refused(() -> signingIn.signInWithPassword(credentials(user(53, 23), letter))));
  }

  @Test
  void aFileWithAFindingIsNotTakenOverAtAll() throws Exception {
    var file =
        file(
            line(54, 31, "Kari-4821-mihon", ""),
            line(54, 32, "", ""),
            line(54, 33, "Kari-4823-mihon", "no-mail"),
            "HD549900000034,9900000034,見本,,,11,Kari-4824-mihon,");

    var preview = accounts.preview(file, OPERATOR);

    assertEquals(
        List.of("4/8 AI-214", "5/1 AI-202", "3/7 AI-213"),
        preview.findings().stream()
            .map(it -> it.line() + "/" + it.column() + " " + it.code())
            .toList());
    assertEquals(
        IMPORT_FINDINGS,
        refused(() -> accounts.apply(file, Approval.of(preview, REASON), OPERATOR)));
    assertEquals(0, count("SELECT COUNT(*) FROM application_account WHERE user_id LIKE 'KJ54%'"));
  }

  @Test
  void otherBytesThanThoseThatWereSeenAreRefused() throws Exception {
    var seen = accounts.preview(file(line(55, 41, "Kari-4821-mihon", "")), OPERATOR);
    var other = file(line(55, 41, "Kari-4822-mihon", ""));

    assertEquals(
        OTHER_FILE, refused(() -> accounts.apply(other, Approval.of(seen, REASON), OPERATOR)));
    assertEquals(0, count("SELECT COUNT(*) FROM application_account WHERE user_id LIKE 'KJ55%'"));
  }

  @Test
  void bytesThatChangeWhileTheyAreReadLeaveNothing() throws Exception {
    byte[] first = bytes(file(line(56, 51, "Kari-4821-mihon", "")));
    byte[] second = bytes(file(line(56, 51, "Kari-4822-mihon", "")));
    var opened = new int[1];
    AccountImport.Source changing =
        () -> new ByteArrayInputStream(opened[0]++ < 2 ? first : second);
    var seen = accounts.preview(() -> new ByteArrayInputStream(first), OPERATOR);

    assertEquals(
        OTHER_FILE, refused(() -> accounts.apply(changing, Approval.of(seen, REASON), OPERATOR)));
    assertEquals(0, count("SELECT COUNT(*) FROM application_account WHERE user_id LIKE 'KJ56%'"));
  }

  private static byte[] bytes(AccountImport.Source file) throws IOException {
    try (InputStream in = file.open()) {
      return in.readAllBytes();
    }
  }

  @Test
  void whatVanishedIsListedAndClosedOnlyWhenAskedFor() {
    String first = line(57, 61, "Kari-4821-mihon", "");
    String second = line(57, 62, "Kari-4822-mihon", "");
    take(file(first, second, line(58, 63, "Kari-4823-mihon", "")));
    take(file(line(58, 63, "Kari-4823-mihon", "")));
    passwords.change(credentials(user(57, 62), "Kari-4822-mihon"), CHOSEN);
    var signedIn = signingIn.signInWithPassword(credentials(user(57, 62), CHOSEN));
    var later = file(first);

    var preview = accounts.preview(later, OPERATOR);
    assertEquals(List.of(user(57, 62).value()), preview.vanished());
    assertEquals(0, accounts.apply(later, Approval.of(preview, REASON), OPERATOR).closed());
    assertTrue(signingIn.resume(signedIn.token(), Optional.empty()).isPresent());
    assertEquals(
        OTHER_ACCOUNTS,
        refused(() ->
            accounts.apply(later, new Approval(preview.sha256(), true, 7, REASON), OPERATOR)));

    assertEquals(1, accounts.apply(later, Approval.closing(preview, REASON), OPERATOR).closed());

    assertTrue(signingIn.resume(signedIn.token(), Optional.empty()).isEmpty());
    assertEquals(
        ACCOUNT_CLOSED,
        refused(() -> signingIn.signInWithPassword(credentials(user(57, 62), CHOSEN))));
    assertEquals(0, accounts.preview(later, OPERATOR).counts().vanished());
    assertEquals(1, take(file(first, second)).opened());
    signingIn.signInWithPassword(credentials(user(57, 62), CHOSEN));
  }

  /** With {@code CAREPLAN_TEST_ACCOUNTS=50000} it takes minutes and measures a whole region. */
  @Test
  void aLongListOfAccountsComesInWithLittleMemory() throws Exception {
    int many = Integer.parseInt(System.getenv().getOrDefault("CAREPLAN_TEST_ACCOUNTS", "5000"));
    AccountImport.Source file =
        file(
            IntStream.range(0, many)
                .mapToObj(i ->
                    line(
                        60, 1_000_000 + i, "Kari-%05d-mihon".formatted(i), "m" + i + "@example.jp"))
                .toArray(String[]::new));

    String preview =
        measured(() -> assertEquals(many, accounts.preview(file, OPERATOR).counts().opened()));
    String apply = measured(() -> assertEquals(many, take(file).opened()));
    String again = measured(() -> assertEquals(many, take(file).unchanged()));

    Files.writeString(
        home().resolveSibling("import.txt"),
        "preview %s%npreview and apply %s%nsame again %s%n".formatted(preview, apply, again));
    assertEquals(
        many, count("SELECT COUNT(*) FROM application_account WHERE user_id LIKE 'KJ60%'"));
  }

  private static String measured(Runnable work) {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long begun = System.nanoTime();
    work.run();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.gc();
    long after = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    return "%d ms, heap before %d MB, peak with garbage %d MB, after %d MB"
        .formatted(millis, before >> 20, peak >> 20, after >> 20);
  }

  @Test
  void aMailedCodeSetsANewPasswordOnceAndEndsAllSessions() throws Exception {
    var signedIn = settled(101, "m101@example.jp");
    reset.askByMail(user(98, 101).value());
    reset.askByMail("KJ989900000999");
    work();
    work();
    String code = codeIn(mailsTo("m101@example.jp"));
    assertEquals(user(98, 101).user(), reset.preview(code));
    assertEquals(PASSWORD_RULE, refused(() -> reset.byMail(code, "short-one")));
    assertEquals(PASSWORD_RULE, refused(() -> reset.byMail(code, "Kaigo-2026-2026")));
    assertEquals(PASSWORD_RULE, refused(() -> reset.byMail(code, "watashi no 見本の里 desu")));

    reset.byMail(code, "a-better-password");

    assertEquals(RESET_OVER, refused(() -> reset.byMail(code, "an-even-better-one")));
    assertTrue(signingIn.resume(signedIn.token(), Optional.empty()).isEmpty());
    signingIn.signInWithPassword(credentials(user(98, 101), "a-better-password"));
    work();
    assertTrue(mailsTo("m101@example.jp").stream().anyMatch(it -> it.contains("パスワードが変わりました")));
    assertEquals(
        0,
        count(
            "SELECT COUNT(*) FROM application_password_reset"
                + " WHERE user_id IN ('KJ989900000101', 'KJ989900000999')"));
  }

  @Test
  void aMailedCodeIsOverAfterHalfAnHour() throws Exception {
    settled(102, "m102@example.jp");
    reset.askByMail(user(98, 102).value());
    work();
    work();
    String code = codeIn(mailsTo("m102@example.jp"));

    pass(Duration.ofMinutes(30).plusSeconds(5));

    assertEquals(RESET_OVER, refused(() -> reset.byMail(code, "a-better-password")));
  }

  @Test
  void theFourthAskingIsRefusedWhetherThereIsAnAccountOrNot() {
    settled(103, "m103@example.jp");
    for (String id : List.of(user(98, 103).value(), "KJ989900000998")) {
      for (int i = 0; i < 3; i++) {
        reset.askByMail(id);
      }
      assertEquals(ASKED_TOO_OFTEN, refused(() -> reset.askByMail(id)));
    }
  }

  @Test
  void aLetterCarriesATemporaryPasswordAndEndsTheOldOne() throws Exception {
    var signedIn = settled(104, "m104@example.jp");

    var letter = issuing.issue(OPERATOR, user(98, 104), REASON);

    assertTrue(letter.text().contains(letter.password()));
    assertTrue(letter.text().contains("見本の里　御中"));
    assertFalse(letter.toString().contains(letter.password()));
    assertTrue(signingIn.resume(signedIn.token(), Optional.empty()).isEmpty());
    assertEquals(
        BAD_CREDENTIALS,
        refused(() -> signingIn.signInWithPassword(credentials(user(98, 104), CHOSEN))));
    assertEquals(
        TEMPORARY_PASSWORD,
        refused(() -> signingIn.signInWithPassword(credentials(user(98, 104), letter.password()))));
    assertEquals(
        1,
        count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'password-issued'"
                + " AND actor = 'operator-1' AND subject = 'KJ989900000104'"));
  }

  @Test
  void whatLedIntoAnAccountLeadsNowhereOnceALetterTookItBack() throws Exception {
    var user = user(98, 197);
    var session = settled(197, "m197@example.jp").session();
    List<String> fresh = codes.renew(session, CHOSEN);
    reset.askByMail(user.value());
    update(
        "INSERT INTO application_passkey (id, user_id, name, terminal_id, credential, sign_count,"
            + " backup_eligible, backed_up, registered_at, version) VALUES ('"
            + "7".repeat(64)
            + "', '"
            + user
            + "', 'だれかの電話', '', '', 0, FALSE, FALSE, '2026-01-01', 1)");

    var letter = issuing.issue(OPERATOR, user, REASON);

    assertTrue(letter.text().contains("パスキー、回復コードは、使えなくなりました"));
    assertEquals(0, codes.left(user.user()));
    assertEquals(BAD_RECOVERY_CODE, refused(() -> codes.use(credentials(user, fresh.get(0)))));
    assertEquals(
        0, count("SELECT COUNT(*) FROM application_passkey WHERE user_id = '" + user + "'"));
  }

  @Test
  void aRecoveryCodeWorksOnceAndANewSetVoidsTheOldOne() {
    var session = settled(105, "").session();
    List<String> old = codes.renew(session, CHOSEN);
    List<String> fresh = codes.renew(session, CHOSEN);
    var user = user(98, 105);
    assertEquals(10, codes.left(user.user()));

    assertEquals(BAD_RECOVERY_CODE, refused(() -> codes.use(credentials(user, old.get(0)))));
    codes.use(credentials(user, fresh.get(0)));
    assertEquals(BAD_RECOVERY_CODE, refused(() -> codes.use(credentials(user, fresh.get(0)))));
    reset.byRecoveryCode(credentials(user, fresh.get(1)), "a-better-password");

    assertEquals(8, codes.left(user.user()));
    signingIn.signInWithPassword(credentials(user, "a-better-password"));
  }

  @Test
  void aWrongRecoveryCodeIsSlowedAndNeverClosed() throws Exception {
    var session = settled(106, "").session();
    List<String> fresh = codes.renew(session, CHOSEN);
    for (int i = 0; i < 4; i++) {
      refused(() -> codes.use(credentials(user(98, 106), "AAAA-AAAA-AAAA-AAAA")));
    }

    pass(Duration.ofMinutes(6));

    codes.use(credentials(user(98, 106), fresh.get(0)));
  }

  @Test
  void aLostTerminalIsStoppedWithARecoveryCode() throws Exception {
    var session = settled(121, "lost@example.jp").session();
    var user = user(98, 121);
    List<String> fresh = codes.renew(session, CHOSEN);
    registration.giveIssuePassword(user.office(), CHOSEN);
    for (String name : List.of("受付のパソコン", "奥のパソコン")) {
      enrolling.enrollAsFile(
          new Enrolling.Applicant(user.value(), CHOSEN, name, Optional.empty()), CHOSEN);
    }
    String lost = stopping.terminalsOf(credentials(user, fresh.get(0))).getFirst().id();
    assertEquals(10, codes.left(user.user()));

    assertEquals(
        NO_SUCH_TERMINAL,
        refused(() -> stopping.stop(credentials(user, fresh.get(0)), "another", KEY_COMPROMISE)));
    assertEquals(10, codes.left(user.user()));
    stopping.stop(credentials(user, fresh.get(0)), lost, KEY_COMPROMISE);

    assertEquals(
        List.of("奥のパソコン"),
        stopping.terminalsOf(credentials(user, fresh.get(1))).stream()
            .map(TerminalEntry::name)
            .toList());
    assertEquals(
        BAD_RECOVERY_CODE, refused(() -> stopping.terminalsOf(credentials(user, fresh.get(0)))));
    assertEquals(
        1,
        count(
            "SELECT COUNT(*) FROM application_certificate WHERE terminal_id = '"
                + lost
                + "' AND revoked_reason = 'KEY_COMPROMISE'"));
    work();
    assertTrue(
        mailsTo("lost@example.jp").stream().anyMatch(it -> it.contains("「受付のパソコン」を、回復コードで止めました")));
  }

  @Test
  void guessesAtStoppingATerminalAreSlowed() {
    settled(122, "");
    for (int i = 0; i < 3; i++) {
      refused(() -> stopping.terminalsOf(credentials(user(98, 122), "AAAA-AAAA-AAAA-AAAA")));
    }

    assertEquals(
        SLOWED,
        refused(() ->
            stopping.stop(
                credentials(user(98, 122), "AAAA-AAAA-AAAA-AAAA"), "any", KEY_COMPROMISE)));
  }

  @Test
  void theIntroductionTicksItselfWhereTheSystemCanKnow() {
    var by = settled(123, "").session();
    assertEquals(EnumSet.of(Step.ACCOUNT), doneBy(by));

    introduction.takeOver(by, EnumSet.of(Step.PARTNER, Step.SOFTWARE, Step.FIRST_EXCHANGE));
    introduction.tick(by, Step.SOFTWARE, false);
    introduction.takeOver(by, EnumSet.of(Step.SOFTWARE)); // an older tick does not win
    assertEquals(EnumSet.of(Step.PARTNER, Step.ACCOUNT), doneBy(by));

    introduction.diagnosed(
        by, Introduction.Source.BROWSER, Map.of(Check.CLOCK, false, Check.TLS, true));
    var computer = introduction.of(by).states().get(2);
    assertFalse(computer.done());
    assertEquals(List.of(Check.CLOCK), computer.told().orElseThrow().failed());
    introduction.diagnosed(by, Introduction.Source.LAUNCHER, Map.of(Check.CLOCK, true));

    registration.giveIssuePassword(by.office(), CHOSEN);
    enrolling.enrollAsFile(
        new Enrolling.Applicant(by.user().value(), CHOSEN, "受付", Optional.empty()), CHOSEN);
    registration.enterApplication(
        offices.profileOf(by.office()).orElseThrow(), by.user().account(), LocalDate.now(clock));

    assertEquals(EnumSet.complementOf(EnumSet.of(Step.SOFTWARE, Step.FIRST_EXCHANGE)), doneBy(by));
    assertFalse(introduction.of(by).launcherSeen());
  }

  private Set<Step> doneBy(OfficeSession by) {
    return introduction.of(by).states().stream()
        .filter(Introduction.State::done)
        .map(Introduction.State::step)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
  }

  @Test
  void officesOfOneCorporationAreSeenTogetherOnceProven() throws Exception {
    var by = settled(124, "").session();
    var other = settled(125, "branch@example.jp").session();
    registration.enterApplication(
        offices.profileOf(other.office()).orElseThrow(),
        other.user().account(),
        LocalDate.now(clock));

    assertEquals(
        BAD_CREDENTIALS, refused(() -> group.link(by, credentials(other.user(), "guess"))));
    assertEquals(OWN_NUMBER, refused(() -> group.link(by, credentials(by.user(), CHOSEN))));
    group.link(by, credentials(other.user(), CHOSEN));
    group.link(by, credentials(other.user(), CHOSEN));

    var members = group.members(by);
    assertEquals(
        List.of(by.office(), other.office()), members.stream().map(Member::number).toList());
    assertEquals(Optional.empty(), members.getFirst().application());
    assertEquals(Optional.of(ApplicationStatus.COMPLETED), members.getLast().application());
    assertEquals("RUNNING", members.getLast().licence().state());
    assertEquals(0, members.getLast().terminals());
    assertEquals(1, group.members(other).size()); // it goes one way
    assertEquals(by.office(), group.viewers(other).getFirst().number());
    assertEquals(2, trailOf("office-linked", by.office(), other.office()));
    work();
    assertTrue(
        mailsTo("branch@example.jp").stream().anyMatch(it -> it.contains(by.office().value())));

    assertEquals(NOT_LINKED, refused(() -> group.shutOut(by, other.office())));
    group.shutOut(other, by.office());
    assertEquals(1, group.members(by).size());
    group.link(by, credentials(other.user(), CHOSEN));
    group.unlink(by, other.office());
    assertEquals(List.of(), group.viewers(other));
    assertEquals(4, trailOf("office-unlinked", by.office(), other.office()));
  }

  private static long trailOf(String action, OfficeNumber one, OfficeNumber other)
      throws Exception {
    return count(
        "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = '%s' AND office IN ('%s', '%s')"
            .formatted(action, one, other));
  }

  @Test
  void anOfficeLooksAtTwoHundredOthersAndNoMore() throws Exception {
    var by = settled(128, "").session();
    var other = settled(129, "").session();
    update(
        IntStream.rangeClosed(1, 200)
            .mapToObj(it -> "('%s', '%d', NOW())".formatted(by.office(), 9_700_000_000L + it))
            .collect(
                Collectors.joining(
                    ", ",
                    "INSERT INTO application_office_link (viewer, office, linked_at) VALUES ",
                    "")));

    assertEquals(TOO_MANY_LINKED, refused(() -> group.link(by, credentials(other.user(), CHOSEN))));
    group.unlink(by, new OfficeNumber("9700000001"));
    group.link(by, credentials(other.user(), CHOSEN));

    assertTrue(group.members(by).stream().anyMatch(it -> it.number().equals(other.office())));
  }

  @Test
  void careSoftwareThatSomebodyTookOffIsNotTakenOffAgain() {
    assertEquals("AP-491", refused(() -> software.takeOff(OPERATOR, "gone", "一覧の見直しのため")).code());
  }

  @Test
  void anOfficeHasNoMoreStaffThanThreeDigitsCount() throws Exception {
    var by = settled(130, "").session();
    staff.invite(by, described("", StaffRole.USER));
    update(
        "UPDATE application_staff_user SET staff_number = 999 WHERE account = '"
            + by.user().account()
            + "'");

    assertEquals(TOO_MANY_STAFF, refused(() -> staff.invite(by, described("", StaffRole.USER))));
  }

  @Test
  void guessesAtALinkCountAsAtTheSignIn() {
    var by = settled(126, "").session();
    var other = settled(127, "").session();
    for (int i = 0; i < 3; i++) {
      refused(() -> group.link(by, credentials(other.user(), "guess")));
    }

    assertEquals(LOCKED, refused(() -> group.link(by, credentials(other.user(), CHOSEN))));
    assertEquals(
        LOCKED, refused(() -> signingIn.signInWithPassword(credentials(other.user(), CHOSEN))));
  }

  @Test
  void loginsAreListedAndEndedOneByOneOrAllOthers() {
    var here = settled(107, "");
    var second = signingIn.signInWithPassword(credentials(user(98, 107), CHOSEN));
    var third = signingIn.signInWithPassword(credentials(user(98, 107), CHOSEN));
    var stranger = settled(108, "");
    assertEquals(3, sessions.of(here.session()).size());
    assertEquals(
        List.of(here.session().id()),
        sessions.of(here.session()).stream()
            .filter(RunningSession::current)
            .map(RunningSession::id)
            .toList());
    refused(() -> sessions.end(here.session(), stranger.session().id()));

    sessions.end(here.session(), second.session().id());
    assertTrue(signingIn.resume(second.token(), Optional.empty()).isEmpty());
    assertTrue(signingIn.resume(third.token(), Optional.empty()).isPresent());
    sessions.endOthers(here.session());

    assertTrue(signingIn.resume(third.token(), Optional.empty()).isEmpty());
    assertTrue(signingIn.resume(here.token(), Optional.empty()).isPresent());
    assertTrue(signingIn.resume(stranger.token(), Optional.empty()).isPresent());
  }

  @Test
  void withoutACertificateAPasswordHasThirteenCharactersWithOneEight() {
    settled(109, "");

    assertEquals(
        PASSWORD_RULE,
        refused(() -> passwords.change(credentials(user(98, 109), CHOSEN), "Xk7-fmPq-92s")));
    passwords.change(credentials(user(98, 109), CHOSEN), "Xk7-fmPq-92sW");
  }

  private static IdQuestion question(int number, String mail) {
    return new IdQuestion(
        office(number), "見本の里", "架空県見本市1-2-3", "見本 花子", "03-0000-0000", mail, Missing.NO_ID);
  }

  @Test
  void aRequestForAnIdGoesToItsPrefectureAndIsAnsweredOnce() throws Exception {
    var receipt = asking.ask(question(201, "q201@example.jp"), SOURCE);
    assertEquals(IdAsking.Status.RECEIVED, state(receipt).status());
    assertEquals(
        UNKNOWN_ID_REQUEST,
        refused(() -> asking.standingOf(receipt.number(), "AAAA-AAAA-AAAA-AAAA", SOURCE)));
    assertTrue(requests.listed(OPERATOR, "98", IdAsking.Status.RECEIVED, "", 50).isEmpty());
    List<String> numbers =
        requests.listed(OPERATOR, "99", IdAsking.Status.RECEIVED, "", 50).stream()
            .map(IdRequests.Entry::number)
            .toList();
    assertTrue(numbers.contains(receipt.number()));
    assertEquals(DESK_PREFECTURE, refused(() -> requests.open(ELSEWHERE, receipt.number())));
    assertEquals(
        DESK_PREFECTURE, refused(() -> requests.answer(ELSEWHERE, receipt.number(), "だめ")));
    assertTrue(requests.listed(ELSEWHERE, "99", IdAsking.Status.RECEIVED, "", 50).isEmpty());
    assertEquals(0, requests.countWaiting(ELSEWHERE));
    assertEquals("見本 花子", requests.open(OPERATOR, receipt.number()).question().contactName());

    requests.answer(OPERATOR, receipt.number(), "ユーザIDは手紙のとおりです。");

    assertEquals(IdAsking.Status.ANSWERED, state(receipt).status());
    assertEquals(
        ID_REQUEST_SETTLED, refused(() -> requests.reject(OPERATOR, receipt.number(), "だめです。")));
    assertEquals(
        Optional.of("ユーザIDは手紙のとおりです。"), requests.open(OPERATOR, receipt.number()).letter());
    work();
    List<String> arrived = mailsTo("q201@example.jp");
    assertEquals(2, arrived.size());
    assertTrue(arrived.stream().noneMatch(it -> it.contains("花子") || it.contains("見本の里")));
    assertFalse(
        stored(
                "SELECT question FROM application_id_request WHERE request_number = '%s'"
                    .formatted(receipt.number()))
            .contains("q201@example"));
  }

  private IdAsking.Standing state(IdAsking.Receipt receipt) {
    return asking.standingOf(receipt.number(), receipt.code(), SOURCE);
  }

  @Test
  void aSettledRequestIsForgottenAfterHalfAYear() throws Exception {
    var receipt = asking.ask(question(202, "q202@example.jp"), SOURCE);
    requests.reject(OPERATOR, receipt.number(), "わかりませんでした。");

    pass(Duration.ofDays(181));
    work();

    assertEquals(UNKNOWN_ID_REQUEST, refused(() -> state(receipt)));
  }

  @Test
  void anOfficeMayAskThreeTimesInHalfAnHour() {
    for (int i = 0; i < 3; i++) {
      asking.ask(question(203, "q203-" + i + "@example.jp"), SOURCE);
    }

    assertEquals(
        ASKED_TOO_OFTEN, refused(() -> asking.ask(question(203, "q203@example.jp"), SOURCE)));
  }

  @Test
  void aQuestionTellsAllThatIsWrongWithIt() {
    var refusal =
        assertThrows(
            DomainException.class,
            () -> new IdQuestion("1", "", "", "", "abc", "no", Missing.NO_ID));

    assertEquals(ID_REQUEST_INCOMPLETE, refusal.code());
    for (String field : List.of("事業所番号", "名前", "所在地", "担当", "電話番号", "メール")) {
      assertTrue(refusal.detail().contains(field), field);
    }
  }

  @Test
  void thereAreFortySevenKokuhoRenAndOperatorsFillThemIn() {
    assertEquals(47, kokuhoRens.all().size());
    assertEquals("東京都国民健康保険団体連合会", kokuhoRens.of("13").orElseThrow().name());

    kokuhoRens.edit(
        OPERATOR, new KokuhoRen("13", "東京都国民健康保険団体連合会", "03-0000-0000", "架空の所在地"), REASON);

    assertEquals("03-0000-0000", kokuhoRens.of("13").orElseThrow().phone());
    refused(() -> kokuhoRens.edit(OPERATOR, new KokuhoRen("48", "名", "", ""), REASON));
    assertEquals(
        "架空の所在地",
        kokuhoRens.all().stream()
            .map(KokuhoRen::address)
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining()));
  }

  /** A staff user of this office, invited on paper, who chose a password. */
  private UserId joined(OfficeSession by, StaffRole role, String... kinds) {
    var invitation = staff.invite(by, described("", role, kinds));
    return joining.join(invitation.code().orElseThrow(), CHOSEN);
  }

  private static Description described(String mail, StaffRole role, String... kinds) {
    var rights = new Rights(role, Stream.of(kinds).map(ServiceKind::new).collect(toSet()));
    return new Description("見本 花子", mail, rights);
  }

  private OfficeSession signedIn(UserId user) {
    return signingIn.signInWithPassword(credentials(user, CHOSEN)).session();
  }

  private Optional<OfficeSession> resumed(SignedIn signedIn) {
    return signingIn.resume(signedIn.token(), Optional.empty());
  }

  @Test
  void whoIsInvitedByMailChoosesAPasswordOnceWithinSevenDays() throws Exception {
    var office = settled(401, "").session();
    var first = staff.invite(office, described("staff401@example.jp", StaffRole.USER, "11"));
    work();
    String code = writtenCodeIn(mailsTo("staff401@example.jp"));
    assertTrue(first.code().isEmpty());
    assertEquals("見本の里", joining.preview(code).officeName());
    assertEquals(PASSWORD_RULE, refused(() -> joining.join(code, "99000004011234")));
    assertEquals(
        BAD_CREDENTIALS,
        refused(() -> signingIn.signInWithPassword(credentials(first.user(), CHOSEN))));

    assertEquals("KJ989900000401-01", joining.join(code, CHOSEN).value());

    assertEquals(INVITATION_OVER, refused(() -> joining.join(code, CHOSEN)));
    var session = signedIn(first.user());
    assertEquals(office.office(), session.office());
    assertFalse(session.rights().includes("15"));
    assertTrue(staff.all(office).getFirst().lastSignInAt().isPresent());
    var late = staff.inviteAgain(office, first.user(), true).code().orElseThrow();
    var second = staff.inviteAgain(office, first.user(), true).code().orElseThrow();
    assertEquals(INVITATION_OVER, refused(() -> joining.preview(late)));
    pass(Duration.ofDays(7));
    assertEquals(INVITATION_OVER, refused(() -> joining.join(second, CHOSEN)));
    assertEquals(
        0, count("SELECT COUNT(*) FROM application_staff_user WHERE invite_hash LIKE '%-%'"));
  }

  private static String writtenCodeIn(List<String> mails) {
    Matcher code = Pattern.compile("code=([A-Z0-9-]{19})").matcher(String.join("\n", mails));
    assertTrue(code.find(), () -> "no code in " + mails.size() + " mails");
    return code.group(1);
  }

  @Test
  void aUserSendsAndReceivesAndNothingElse() {
    var office = settled(402, "").session();
    var user = signedIn(joined(office, StaffRole.USER));
    var other = joined(office, StaffRole.USER);
    List<Executable> closed =
        List.of(
            () -> staff.all(user),
            () -> staff.invite(user, described("", StaffRole.ADMINISTRATOR)),
            () -> staff.inviteAgain(user, other, true),
            () -> staff.change(user, user.user(), described("", StaffRole.ADMINISTRATOR)),
            () -> staff.remove(user, other),
            () -> staff.wake(user),
            () -> applying.draft(user),
            () -> reporting.report(user, ApplicationKind.TERMINATION),
            () -> terms.agree(user, 1),
            () -> terminals.revoke(user, "any", RevocationReason.UNSPECIFIED),
            () -> issuePasswords.set(user, CHOSEN),
            () -> licensing.setAutoRenewal(user, false));

    closed.forEach(door -> assertEquals(NOT_ADMINISTRATOR, refused(door)));
    assertEquals(NOT_OFFICE_ID, refused(() -> mails.change(user, CHOSEN, "own@example.jp")));
    assertEquals(NOT_OFFICE_ID, refused(() -> staff.rest(user)));
  }

  @Test
  void anotherOfficesStaffIsUnknown() {
    var office = settled(403, "").session();
    var elsewhere = joined(settled(404, "").session(), StaffRole.USER);

    assertEquals(UNKNOWN_STAFF, refused(() -> staff.remove(office, elsewhere)));
    assertEquals(UNKNOWN_STAFF, refused(() -> staff.inviteAgain(office, elsewhere, true)));
    assertEquals(
        UNKNOWN_STAFF,
        refused(() -> staff.change(office, elsewhere, described("", StaffRole.USER))));
    assertEquals(
        BAD_STAFF, refused(() -> staff.invite(office, described("", StaffRole.USER, "15"))));
  }

  @Test
  void whoIsRemovedIsOutAtOnceAndTheNumberIsNeverGivenAgain() throws Exception {
    var office = settled(405, "").session();
    var gone = joined(office, StaffRole.ADMINISTRATOR);
    SignedIn page = signingIn.signInWithPassword(credentials(gone, CHOSEN));
    var invited = staff.inviteAgain(office, gone, true);
    List<String> codes = this.codes.renew(page.session(), CHOSEN);

    staff.remove(office, gone);

    assertTrue(resumed(page).isEmpty());
    assertFalse(sessions.isRunning(page.session()));
    assertEquals(
        BAD_CREDENTIALS, refused(() -> signingIn.signInWithPassword(credentials(gone, CHOSEN))));
    assertEquals(
        INVITATION_OVER, refused(() -> joining.join(invited.code().orElseThrow(), CHOSEN)));
    assertEquals(
        BAD_RECOVERY_CODE,
        refused(() -> reset.byRecoveryCode(credentials(gone, codes.getFirst()), CHOSEN)));
    assertEquals(STAFF_REMOVED, refused(() -> staff.remove(office, gone)));
    assertEquals("KJ989900000405-02", joined(office, StaffRole.USER).value());
    assertEquals(
        1,
        count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'recovery-codes-made'"
                + " AND actor = 'KJ989900000405-01' AND office = '9900000405'"));
    assertEquals(
        1,
        count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'staff-removed'"
                + " AND actor = 'KJ989900000405' AND subject = 'KJ989900000405-01'"));
  }

  @Test
  void whatAnAdministratorTakesAwayIsGoneWithTheNextRequest() {
    var office = settled(406, "").session();
    var user = joined(office, StaffRole.ADMINISTRATOR);
    SignedIn page = signingIn.signInWithPassword(credentials(user, CHOSEN));
    resumed(page).orElseThrow().requireAdministrator();

    staff.change(office, user, described("", StaffRole.USER, "11"));

    var after = resumed(page).orElseThrow();
    assertEquals(NOT_ADMINISTRATOR, refused(after::requireAdministrator));
    assertEquals(java.util.Set.of(new ServiceKind("11")), after.rights().kinds());
  }

  @Test
  void aStaffUserWhoForgotThePasswordGetsAMail() throws Exception {
    var office = settled(407, "").session();
    var user = joined(office, StaffRole.USER);
    staff.change(office, user, described("staff407@example.jp", StaffRole.USER));

    reset.askByMail(user.value());
    work();

    reset.byMail(codeIn(mailsTo("staff407@example.jp")), "kawa sakana tokei 31");
    signingIn.signInWithPassword(credentials(user, "kawa sakana tokei 31"));
    assertEquals(
        BAD_CREDENTIALS, refused(() -> signingIn.signInWithPassword(credentials(user, CHOSEN))));
  }

  @Test
  void staffIsOutWithTheAccountOfTheOffice() {
    String line = line(59, 408, "Kari-4821-mihon", "");
    take(file(line, line(59, 409, "Kari-4821-mihon", "")));
    passwords.change(credentials(user(59, 408), "Kari-4821-mihon"), CHOSEN);
    var office = signingIn.signInWithPassword(credentials(user(59, 408), CHOSEN)).session();
    var user = joined(office, StaffRole.USER);
    SignedIn page = signingIn.signInWithPassword(credentials(user, CHOSEN));
    var without = file(line(59, 409, "Kari-4821-mihon", ""));

    accounts.apply(
        without, Approval.closing(accounts.preview(without, OPERATOR), "届けを受けた"), OPERATOR);

    assertTrue(resumed(page).isEmpty());
    assertEquals(
        ACCOUNT_CLOSED, refused(() -> signingIn.signInWithPassword(credentials(user, CHOSEN))));
  }

  @Test
  void anOfficesIdRestsOnlyWhileAnotherAdministers() {
    var own = settled(410, "");
    var office = own.session();
    staff.invite(office, described("", StaffRole.ADMINISTRATOR)); // has not joined
    assertEquals(LAST_ADMINISTRATOR, refused(() -> staff.rest(office)));
    var leader = joined(office, StaffRole.ADMINISTRATOR);
    var leading = signedIn(leader);

    staff.rest(office);

    assertTrue(resumed(own).isEmpty());
    assertEquals(
        OFFICE_AT_REST,
        refused(() -> signingIn.signInWithPassword(credentials(user(98, 410), CHOSEN))));
    assertEquals(LAST_ADMINISTRATOR, refused(() -> staff.remove(leading, leader)));
    assertEquals(
        LAST_ADMINISTRATOR,
        refused(() -> staff.change(leading, leader, described("", StaffRole.USER))));
    staff.wake(leading);
    signingIn.signInWithPassword(credentials(user(98, 410), CHOSEN));
    staff.remove(leading, leader);
  }

  @Test
  void aLetterFromAnOperatorWakesTheOfficesId() {
    var office = settled(411, "").session();
    joined(office, StaffRole.ADMINISTRATOR);
    staff.rest(office);

    String temporary = issuing.issue(OPERATOR, user(98, 411), "電話での申し出").password();

    passwords.change(credentials(user(98, 411), temporary), "kawa sakana tokei 31");
    signingIn.signInWithPassword(credentials(user(98, 411), "kawa sakana tokei 31"));
  }

  @Test
  void ofTheLastTwoWhoRemoveEachOtherAtOnceOneStays() {
    for (int round = 0; round < 5; round++) {
      var office = settled(420 + round, "").session();
      var one = signedIn(joined(office, StaffRole.ADMINISTRATOR));
      var other = signedIn(joined(office, StaffRole.ADMINISTRATOR));
      staff.rest(office);

      List<String> outcomes =
          Stream.<Runnable>of(
                  () -> staff.remove(one, other.user()),
                  () -> staff.change(other, one.user(), described("", StaffRole.USER)))
              .map(deed -> CompletableFuture.supplyAsync(() -> outcome(deed), executor))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .sorted()
              .toList();

      assertEquals(List.of(LAST_ADMINISTRATOR.code(), "done"), outcomes);
    }
  }

  private static String outcome(Runnable deed) {
    try {
      deed.run();
      return "done";
    } catch (DomainException e) {
      return e.code().code();
    }
  }
}
