package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.NO_FILES;
import static jp.careplan.exchange.VendorProblem.VENDOR_ASKED_TOO_OFTEN;
import static jp.careplan.exchange.VendorProblem.VENDOR_RUN_INCOMPLETE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.careplan.application.MailAddress;
import jp.careplan.application.VendorTestPart;
import jp.careplan.application.VendorTestPart.Kind;
import jp.careplan.application.VendorTestPart.Way;
import jp.careplan.exchange.internal.form.UnitForms;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.exchange.internal.standard.UnitReport;
import jp.careplan.exchange.internal.transfer.Archives;
import jp.careplan.exchange.internal.trial.CaseJudge;
import jp.careplan.exchange.internal.trial.CaseQuestions;
import jp.careplan.exchange.internal.trial.TestUnit;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;

/** Judges outside a transaction, then notes what it came to. */
@ApplicationScoped
class VendorTestingService implements VendorTesting {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CODE_BYTES = 24;
  private static final int ASKED_FROM_A_SOURCE = 20;
  private static final int MAILED_TO_AN_ADDRESS = 3;

  @Inject private VendorRuns runs;
  @Inject private VendorMails mails;
  @Inject private CheckGate gate;
  @Inject private Archives archives;
  @Inject private Clock clock;

  @Override
  @Transactional
  public void begin(Product product, String source) {
    requireComplete(product);
    count(product.mail(), source);
    String code = newCode();
    runs.add(
        new VendorRun(product, Sha256.hex(code), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    mails.wayIn(product, code);
  }

  @Override
  @Transactional
  public void remind(String mail, String source) {
    count(mail, source);
    for (VendorRun run : runs.unpublished(mail)) {
      String code = newCode();
      run.opensWith(Sha256.hex(code));
      mails.wayIn(run.product(), code);
    }
  }

  private void count(String mail, String source) {
    gate.count("begin " + CheckGate.network(source), ASKED_FROM_A_SOURCE, VENDOR_ASKED_TOO_OFTEN);
    gate.count(
        "mail " + Sha256.hex(mail.toLowerCase(Locale.ROOT)),
        MAILED_TO_AN_ADDRESS,
        VENDOR_ASKED_TOO_OFTEN);
  }

  private static void requireComplete(Product it) {
    boolean missing =
        Stream.of(it.name(), it.version(), it.maker()).anyMatch(String::isBlank)
            || it.name().length() > 100
            || it.version().length() > 60
            || it.maker().length() > 100;
    if (missing || !MailAddress.isValid(it.mail())) {
      throw new DomainException(VENDOR_RUN_INCOMPLETE, "");
    }
  }

  private static String newCode() {
    byte[] code = new byte[CODE_BYTES];
    RANDOM.nextBytes(code);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
  }

  @Override
  public Run open(String code) {
    return runs.of(code);
  }

  @Override
  public UnitForms task(String code, Kind kind) {
    return Reading.unsent(files(runs.of(code), kind, Way.OUT));
  }

  @Override
  public List<OfferedFile> given(String code, Kind kind) {
    return files(runs.of(code), kind, Way.IN);
  }

  /** Two cases for each kind, and others in each run: an answer cannot be copied. */
  private List<OfferedFile> files(Run run, Kind kind, Way way) {
    LocalDateTime made = run.begunAt().atZone(clock.getZone()).toLocalDateTime();
    return TestUnit.files(kind, run.id() + " " + way, made);
  }

  @Override
  public List<CaseQuestions.Question> questions(Kind kind) {
    return CaseQuestions.of(kind);
  }

  @Override
  public Judgement judge(String code, Kind kind, List<OfferedFile> written, String source) {
    Run run = runs.of(code);
    return gate.pass(source, () -> judge(run, kind, written));
  }

  private Judgement judge(Run run, Kind kind, List<OfferedFile> written) {
    List<MemoryFile> files =
        archives.unpack(written).stream()
            .filter(item -> !Standard.isDropping(item.file().name()))
            .map(item -> new MemoryFile(item.file()))
            .toList();
    if (files.isEmpty()) {
      throw new DomainException(NO_FILES, "");
    }
    List<MemoryFile> wanted = files(run, kind, Way.OUT).stream().map(MemoryFile::new).toList();
    UnitReport report = check(files);
    List<CaseJudge.Point> points = CaseJudge.judge(kind, report, files, wanted);
    return noted(run, new VendorTestPart(kind, Way.OUT), points, report.findings());
  }

  private static UnitReport check(List<MemoryFile> files) {
    try {
      return Standard.load().check(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not fail
    }
  }

  @Override
  public Judgement answer(String code, Kind kind, Map<String, String> answers) {
    Run run = runs.of(code);
    List<MemoryFile> given = files(run, kind, Way.IN).stream().map(MemoryFile::new).toList();
    return noted(
        run,
        new VendorTestPart(kind, Way.IN),
        CaseQuestions.judge(kind, given, answers),
        List.of());
  }

  private Judgement noted(
      Run run, VendorTestPart part, List<CaseJudge.Point> points, List<Finding> findings) {
    boolean passed = points.stream().allMatch(CaseJudge.Point::met);
    runs.tried(run.id(), part, passed);
    return new Judgement(passed, points, findings);
  }

  @Override
  public void submit(String code) {
    runs.submit(code);
  }
}
