package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.careplan.application.ApplicationForm.Description;
import jp.careplan.application.ApplicationForm.Fault;
import jp.careplan.application.ApplicationKind;
import jp.careplan.application.ApplicationStatus;
import jp.careplan.application.ApplicationSummary;
import jp.careplan.application.Applying;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.Reporting;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

/** 届け出: what changed with the office, and all that it sent before. */
@Named
@RequestScoped
public class ReportView {
  @Inject private Reporting reporting;
  @Inject private Applying applying;
  @Inject private OfficeDirectory offices;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;
  @Inject private DescriptionForm description;

  private Map<String, String> faults = Map.of();
  private List<ApplicationSummary> history = List.of();
  private boolean active;

  @PostConstruct
  void load() {
    OfficeNumber office = caller.session().office();
    history = reporting.history(office);
    active = offices.find(office).map(OfficeEntry::active).orElse(false);
    waiting()
        .filter(it -> it.kind() == ApplicationKind.CHANGE)
        .map(it -> it.form().description())
        .or(() -> offices.profileOf(office).map(ReportView::described))
        .ifPresent(description::fill);
  }

  private static Description described(OfficeProfile it) {
    String kinds =
        it.kinds().stream().sorted().map(ServiceKind::value).collect(Collectors.joining(" "));
    return new Description(it.name(), it.kanaName(), it.address(), it.mail(), kinds, "");
  }

  public String change() {
    List<Fault> found = reporting.faultsOf(caller.session().office(), description.typed());
    if (!found.isEmpty()) {
      faults = found.stream().collect(Collectors.toMap(Fault::field, Fault::words));
      PageMessages.warn("直すところが" + found.size() + "つあります", "印のところを直して、もう一度押してください。");
      return "";
    }
    return told(() -> reporting.change(caller.session(), description.typed()));
  }

  public String suspend() {
    return told(() -> reporting.report(caller.session(), ApplicationKind.SUSPENSION));
  }

  public String resume() {
    return told(() -> reporting.report(caller.session(), ApplicationKind.RESUMPTION));
  }

  public String terminate() {
    return told(() -> reporting.report(caller.session(), ApplicationKind.TERMINATION));
  }

  /** With the office its login is over, too. */
  public String close() {
    String next = told(() -> reporting.report(caller.session(), ApplicationKind.CLOSING));
    if (!next.isEmpty()) {
      try {
        FacesContext.getCurrentInstance().getExternalContext().redirect("/way-in?reason=closed");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return "";
  }

  public String retract() {
    try {
      applying.retract(caller.session());
      PageMessages.done("届け出を取り下げました", "必要なときは、もう一度届け出られます。");
      return here();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
  }

  private String told(Supplier<ApplicationSummary> sending) {
    try {
      ApplicationSummary sent = sending.get();
      if (sent.status() == ApplicationStatus.IN_REVIEW) {
        PageMessages.done(
            sent.kind().title() + "を受け付けました", "運営者が確かめています。申請番号は" + sent.id() + "です。");
      } else {
        PageMessages.done(sent.kind().title() + "が完了しました", "申請番号は" + sent.id() + "です。");
      }
      return here();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
  }

  private static String here() {
    return "/account/report?faces-redirect=true";
  }

  /** Whether the office takes part. */
  public boolean isParticipant() {
    return history.stream()
        .filter(it -> it.status() == ApplicationStatus.COMPLETED)
        .filter(it ->
            it.kind() == ApplicationKind.INITIAL
                || it.kind() == ApplicationKind.TERMINATION
                || it.kind() == ApplicationKind.CLOSING)
        .findFirst()
        .filter(it -> it.kind() == ApplicationKind.INITIAL)
        .isPresent();
  }

  public boolean isActive() {
    return active;
  }

  private Optional<ApplicationSummary> waiting() {
    return history.stream().filter(it -> it.status().isOpen()).findFirst();
  }

  /** What waits or was sent back, in one sentence; empty text: nothing. */
  public String getOpen() {
    return waiting()
        .map(it ->
            it.kind().title()
                + "（申請番号 "
                + it.id()
                + "）: "
                + StatusWords.of(it.status())
                + (it.reason().isEmpty() ? "" : "。理由: " + it.reason()))
        .orElse("");
  }

  public String getSuccessor() {
    return reporting.successorOf(caller.session().office()).map(OfficeNumber::value).orElse("");
  }

  public List<Row> getHistory() {
    return history.stream()
        .map(it ->
            new Row(
                it.id().value(),
                it.kind().title(),
                StatusWords.of(it.status()),
                it.submittedAt().map(time::moment).orElse("–"),
                it.status() == ApplicationStatus.COMPLETED))
        .toList();
  }

  /** One application as the page lists it. */
  public record Row(String number, String kind, String status, String at, boolean paper) {
    public String getNumber() {
      return number;
    }

    public String getKind() {
      return kind;
    }

    public String getStatus() {
      return status;
    }

    public String getAt() {
      return at;
    }

    /** Whether there is a PDF of it. */
    public boolean isPaper() {
      return paper;
    }
  }

  public Map<String, String> getFaults() {
    return faults;
  }
}
