package jp.careplan.licensing.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.DeskOffice;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.licensing.LicenseDesk;
import jp.careplan.licensing.LicenseStatus.Ended;
import jp.careplan.licensing.LicenseStatus.None;
import jp.careplan.licensing.LicenseStatus.Running;
import jp.careplan.licensing.LicenseStatus.Suspended;
import jp.careplan.licensing.Licensing.Overview;
import jp.careplan.licensing.Licensing.Period;
import org.jspecify.annotations.Nullable;

/** The licence of an office, as an operator sees it. */
@Named
@RequestScoped
public class LicencePanel {
  @Inject private DeskOffice office;
  @Inject private LicenseDesk desk;
  @Inject private JapaneseTime time;

  private @Nullable Overview overview;
  private String reason = "";

  @PostConstruct
  void load() {
    overview = desk.overviewOf(office.by(), office.office());
  }

  private Overview overview() {
    return Objects.requireNonNull(overview);
  }

  public String getStatus() {
    return switch (overview().status()) {
      case None none -> "– ありません";
      case Running(var until, var free) ->
          "✓ 有効（" + time.day(until) + "まで" + (free ? "、無料" : "") + "）";
      case Ended(var since) -> "✗ 期間が終わりました（" + time.day(since) + "まで）";
      case Suspended(var since) -> "✗ 止めています（" + time.day(since) + "から）";
    };
  }

  public boolean isSuspended() {
    return overview().status() instanceof Suspended;
  }

  public boolean isGranted() {
    return !overview().periods().isEmpty();
  }

  public boolean isAutoRenewal() {
    return overview().autoRenewal();
  }

  public String getRenewableFrom() {
    return overview().renewableFrom().map(time::day).orElse("");
  }

  public List<String> getPeriods() {
    return overview().periods().reversed().stream().map(this::words).toList();
  }

  private String words(Period period) {
    String fee = period.campaign().isEmpty() ? period.yen() + "円" : "無料（" + period.campaign() + "）";
    return time.day(period.days().from()) + "から" + time.day(period.days().until()) + "まで " + fee;
  }

  /** Whether this operator may change it; asked again when they do. */
  public boolean isChangeable() {
    return isGranted() && office.by().isAny(OperatorRole.OPERATOR, OperatorRole.BILLING);
  }

  public String suspend() {
    return DeskForm.act(
        office.page(), "ライセンスを止めました", () -> desk.suspend(office.by(), office.office(), reason));
  }

  public String resume() {
    return DeskForm.act(
        office.page(), "ライセンスを再開しました", () -> desk.resume(office.by(), office.office(), reason));
  }

  public String renew() {
    return DeskForm.act(
        office.page(), "ライセンスを更新しました", () -> desk.renew(office.by(), office.office(), reason));
  }

  public String switchOn() {
    return DeskForm.act(
        office.page(),
        "自動更新を入れました",
        () -> desk.setAutoRenewal(office.by(), office.office(), true, reason));
  }

  public String switchOff() {
    return DeskForm.act(
        office.page(),
        "自動更新を切りました",
        () -> desk.setAutoRenewal(office.by(), office.office(), false, reason));
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
