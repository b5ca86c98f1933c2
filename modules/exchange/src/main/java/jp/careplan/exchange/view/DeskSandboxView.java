package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Sandbox;

/** 試験用の事業所: makes one, and tells its passwords once. */
@Named
@RequestScoped
public class DeskSandboxView {
  @Inject private Sandbox sandbox;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;

  private List<Sandbox.Entry> all = List.of();
  private Optional<Sandbox.Made> made = Optional.empty();
  private String note = "";
  private String reason = "";

  @PostConstruct
  void load() {
    all = sandbox.all(caller.session());
  }

  public void make() {
    DeskForm.act(
        "",
        "試験用の事業所を作りました",
        () -> made = Optional.of(sandbox.make(caller.session(), note, reason)));
    load();
  }

  /** One of them as the list shows it. */
  public record Row(String number, String name, String note, String madeAt) {}

  public List<Row> getRows() {
    return all.stream()
        .map(it -> new Row(it.office().value(), it.name(), it.note(), time.moment(it.madeAt())))
        .toList();
  }

  public boolean isEditor() {
    return caller.session().isAny(OperatorRole.OPERATOR)
        && caller.session().prefectures().isEmpty();
  }

  public boolean isMade() {
    return made.isPresent();
  }

  public String getMadeNumber() {
    return made.map(it -> it.office().value()).orElse("");
  }

  public String getMadeUser() {
    return made.map(it -> it.user().value()).orElse("");
  }

  public String getMadePassword() {
    return made.map(Sandbox.Made::password).orElse("");
  }

  public String getMadeIssuePassword() {
    return made.map(Sandbox.Made::issuePassword).orElse("");
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
