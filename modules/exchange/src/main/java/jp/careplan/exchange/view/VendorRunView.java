package jp.careplan.exchange.view;

import static jp.careplan.application.page.DeskForm.parameter;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.VendorTesting;
import jp.careplan.exchange.VendorTesting.Run;
import jp.careplan.exchange.VendorTesting.Status;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** One run of the vendor test, for whoever has its code. */
@Named
@RequestScoped
public class VendorRunView {
  @Inject private VendorTesting testing;
  @Inject private JapaneseTime time;

  private @Nullable Run run;

  @PostConstruct
  void load() {
    run = testing.open(parameter("code"));
  }

  private Run run() {
    return Objects.requireNonNull(run);
  }

  public String submit() {
    try {
      testing.submit(getCode());
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done("公開を申し込みました", "運用管理者が確かめます。結果はメールでお知らせします。");
    return "/vendor/run?faces-redirect=true&code=" + getCode();
  }

  public String getCode() {
    return parameter("code");
  }

  public String getProduct() {
    return run().product().name() + " " + run().product().version();
  }

  public String getMaker() {
    return run().product().maker();
  }

  public String getBegun() {
    return time.moment(run().begunAt());
  }

  public String getState() {
    return switch (run().status()) {
      case OPEN -> "● 試験中";
      case SUBMITTED -> "⏱ 運用管理者の確認を待っています";
      case PUBLISHED -> "✓ 公開しました";
    };
  }

  public boolean isOpen() {
    return run().status() == Status.OPEN;
  }

  public boolean isPublished() {
    return run().status() == Status.PUBLISHED;
  }

  public String getRemark() {
    return run().remark();
  }

  public int getPassed() {
    return run().passed().size();
  }

  public List<VendorStepRow> getSteps() {
    return run().steps().stream().map(step -> new VendorStepRow(step, time)).toList();
  }
}
