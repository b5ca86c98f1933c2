package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.VendorTestDesk;
import jp.careplan.exchange.VendorTesting.Run;
import jp.careplan.exchange.VendorTesting.Status;
import org.jspecify.annotations.Nullable;

/** One ベンダ試験, to be published or sent back. */
@Named
@RequestScoped
public class DeskVendorRunView {
  @Inject private VendorTestDesk desk;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;

  private @Nullable Run run;
  private String note = "";
  private String reason = "";
  private String remark = "";

  @PostConstruct
  void load() {
    run = desk.run(caller.session(), DeskForm.parameter("id"));
  }

  private Run run() {
    return Objects.requireNonNull(run);
  }

  public String publish() {
    return DeskForm.act(
        page(),
        "介護ソフトの一覧に載せました",
        () -> desk.publish(caller.session(), run().id(), note.strip(), reason));
  }

  public String sendBack() {
    return DeskForm.act(
        page(), "差し戻しました", () -> desk.sendBack(caller.session(), run().id(), remark));
  }

  private String page() {
    return "/desk/vendor-run?id=" + run().id();
  }

  /** Who may decide; asked again when it is decided. */
  public boolean isDecidable() {
    return run().status() == Status.SUBMITTED
        && caller.session().isAny(OperatorRole.OPERATOR)
        && caller.session().prefectures().isEmpty();
  }

  public String getId() {
    return run().id();
  }

  public String getProduct() {
    return run().product().name() + " " + run().product().version();
  }

  public String getMaker() {
    return run().product().maker();
  }

  public String getMail() {
    return run().product().mail();
  }

  public String getBegun() {
    return time.moment(run().begunAt());
  }

  public String getChanged() {
    return time.moment(run().changedAt());
  }

  public String getState() {
    return DeskVendorRunsView.words(run().status());
  }

  public String getLastRemark() {
    return run().remark();
  }

  public List<VendorStepRow> getSteps() {
    return run().steps().stream().map(step -> new VendorStepRow(step, time)).toList();
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

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }
}
