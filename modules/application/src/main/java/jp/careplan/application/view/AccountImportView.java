package jp.careplan.application.view;

import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.AccountImport.Approval;
import jp.careplan.application.ImportCounts;
import jp.careplan.application.ImportFinding;
import jp.careplan.application.ImportPreview;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorSession;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.PageMessages;

/** アカウントの取り込み: the file is laid down, looked at, approved and applied. */
@Named
@RequestScoped
public class AccountImportView {
  private static final String PAGE = "/desk/account-import";

  @Inject private OperatorCaller caller;
  @Inject private ImportDesk desk;
  @Inject private ImportRunner runner;

  private Optional<ImportJob> job = Optional.empty();

  /** Read once: the job goes on beside, and a page says one thing. */
  private Optional<ImportJob.Step> step = Optional.empty();

  private boolean closing;
  private boolean asking;
  private String reason = "";

  /** A finding as the page shows it. */
  public static final class FindingRow {
    private final ImportFinding finding;

    FindingRow(ImportFinding finding) {
      this.finding = finding;
    }

    public String getLine() {
      return finding.line() == 0 ? "全体" : finding.line() + "行目";
    }

    public String getColumn() {
      return finding.column() == 0 ? "–" : finding.column() + " " + finding.columnName();
    }

    public String getCode() {
      return finding.code();
    }

    public String getWhat() {
      return finding.what();
    }

    public String getRemedy() {
      return finding.remedy();
    }
  }

  @PostConstruct
  void load() {
    caller.session().requireWholeCountry(OPERATOR);
    job = desk.jobOf(caller.session());
    step = job.map(ImportJob::step);
  }

  /** Closing accounts is asked about once more. */
  public String apply() {
    if (closing && DeskForm.parameter("close-sure").isEmpty()) {
      asking = true;
      return "";
    }
    return DeskForm.act(PAGE, "取り込みを始めました", () -> begin(closing));
  }

  private void begin(boolean close) {
    OperatorSession by = caller.session();
    OperatorSession.reason(reason);
    ImportPreview seen = preview();
    runner.apply(
        job.orElseThrow(), close ? Approval.closing(seen, reason) : Approval.of(seen, reason), by);
  }

  /** Lays the file aside; what was applied stays. */
  public String clear() {
    if (!isRunning()) {
      desk.clear();
    }
    return PAGE + "?faces-redirect=true";
  }

  public void look() {
    // the page asks again how far it is
  }

  private ImportPreview preview() {
    return job.flatMap(ImportJob::preview).orElseThrow();
  }

  private boolean is(ImportJob.Step asked) {
    return step.filter(asked::equals).isPresent();
  }

  public boolean isLaid() {
    return job.isPresent();
  }

  public boolean isRunning() {
    return is(ImportJob.Step.LOOKING) || is(ImportJob.Step.APPLYING);
  }

  public boolean isLooked() {
    return is(ImportJob.Step.LOOKED);
  }

  public boolean isClean() {
    return isLooked() && preview().isClean();
  }

  public boolean isApplied() {
    return is(ImportJob.Step.APPLIED);
  }

  public boolean isRefused() {
    return is(ImportJob.Step.REFUSED);
  }

  /** Whether the question is to be shown. */
  public boolean isAsking() {
    return asking;
  }

  public String getRefusal() {
    return job.flatMap(ImportJob::refusal)
        .map(it -> it.code().title() + "。" + PageMessages.reasonAndRemedy(it))
        .orElse("");
  }

  /** What is being done, for whoever waits. */
  public String getState() {
    if (is(ImportJob.Step.LOOKING)) {
      return "ファイルを確かめています。" + "%,d行まで進みました。".formatted(getReached());
    }
    if (is(ImportJob.Step.APPLYING)) {
      return getReached() <= getRows()
          ? "取り込む前に、もう一度確かめています。%,d行のうち%,d行まで進みました。".formatted(getRows(), getReached())
          : "書き込んでいます。%,d行のうち%,d行まで進みました。".formatted(getRows(), getReached() - getRows());
    }
    return "";
  }

  public int getReached() {
    return job.map(ImportJob::reached).orElse(0);
  }

  public int getRows() {
    return job.flatMap(ImportJob::preview).map(it -> it.counts().rows()).orElse(0);
  }

  /** What the bar is full at; 0: nobody knows yet. */
  public int getMost() {
    return is(ImportJob.Step.APPLYING) ? 2 * getRows() : 0;
  }

  public String getName() {
    return job.map(ImportJob::name).orElse("");
  }

  public ImportCounts getCounts() {
    return job.flatMap(it -> it.result().or(() -> it.preview().map(ImportPreview::counts)))
        .orElseThrow();
  }

  public int getFindingCount() {
    return preview().findingCount();
  }

  public List<FindingRow> getFindings() {
    return preview().findings().stream().map(FindingRow::new).toList();
  }

  public List<String> getVanished() {
    return preview().vanished();
  }

  public String getToken() {
    return desk.token();
  }

  public boolean isClosing() {
    return closing;
  }

  public void setClosing(boolean closing) {
    this.closing = closing;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
