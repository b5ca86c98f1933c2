package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.RuleEditing;
import jp.careplan.support.RuleEditing.Run;
import jp.careplan.support.SupportProblem;
import org.jspecify.annotations.Nullable;

/** A published version of all rules: what it changed, and the way back to it. */
@Named("deskRuleVersion")
@RequestScoped
public class DeskRuleVersionView {
  @Inject private RuleEditing editing;

  private int number;
  private int live;
  private String content = "";
  private String now = "";
  private String note = "";
  private RuleWords.VersionRow version = new RuleWords.VersionRow(0, "", "", 0, "");
  private Optional<Run> run = Optional.empty();

  @PostConstruct
  void load() {
    number = RuleWords.number(HelpView.asked("number"));
    content = editing.version(number);
    version =
        editing.versions(Optional.of(number + 1), 1).stream()
            .map(RuleWords::version)
            .findFirst()
            .orElse(version);
    live = editing.overview().live().map(it -> it.saved().number()).orElse(0);
    now = live > 0 ? editing.version(live) : "";
  }

  public void rollBack() {
    try {
      if (HelpView.asked("sure").isEmpty()) {
        throw new DomainException(
            SupportProblem.RULE_UNFIT,
            "まだ何もしていません。「第%d版の内容を確かめました」に印を付けてから押してください。".formatted(number));
      }
      Run done = editing.rollBack(number, RuleWords.number(HelpView.asked("live")), note);
      run = Optional.of(done);
      if (done.number() > 0) {
        Visit.lead("/desk/rule-version?number=" + done.number() + "&done=back");
      } else {
        RuleWords.tell(
            FacesMessage.SEVERITY_ERROR,
            "公開していません。%d件の失敗があります".formatted(done.result().failures().size()),
            RuleWords.effort(done) + "この版は、いまのほかの文章や決まりに合いません。");
      }
    } catch (DomainException e) {
      RuleWords.tell(e);
    }
  }

  public void tellDone() {
    if (HelpView.asked("done").equals("back") && !Visit.isPost()) {
      RuleWords.tell(
          FacesMessage.SEVERITY_INFO, "前の版を、第%d版として公開しました".formatted(number), "編集中の規則は、変わっていません。");
    }
  }

  public int getNumber() {
    return number;
  }

  public int getLive() {
    return live;
  }

  public boolean isNewest() {
    return number == live;
  }

  public RuleWords.VersionRow getVersion() {
    return version;
  }

  /** From the version before to this one. */
  public List<TextWords.DiffRow> getChanged() {
    return number > 1 ? RuleWords.diff(editing.version(number - 1), content) : List.of();
  }

  /** From the version that answers now to this one. */
  public List<TextWords.DiffRow> getBack() {
    return RuleWords.diff(now, content);
  }

  public List<RuleWords.FailureRow> getFailures() {
    return run.map(RuleWords::failures).orElse(List.of());
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }
}
