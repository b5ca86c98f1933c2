package jp.careplan.licensing.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.ApplicationKind;
import jp.careplan.application.ApplicationStatus;
import jp.careplan.application.ApplicationSummary;
import jp.careplan.application.Applying;
import jp.careplan.application.Caller;
import jp.careplan.application.Reporting;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.licensing.Entitlement;
import jp.careplan.licensing.LicensePeriod;
import jp.careplan.licensing.LicenseStatus.Ended;
import jp.careplan.licensing.LicenseStatus.None;
import jp.careplan.licensing.LicenseStatus.Running;
import jp.careplan.licensing.LicenseStatus.Suspended;
import jp.careplan.licensing.Licensing;
import jp.careplan.licensing.Licensing.Overview;
import jp.careplan.licensing.Licensing.Period;

/** 利用状況: everything an office asks of its licence. */
@Named
@RequestScoped
public class LicenseView {
  @Inject private Licensing licensing;
  @Inject private Entitlement entitlement;
  @Inject private Applying applying;
  @Inject private Reporting reporting;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private Overview overview =
      new Overview(new None(), false, Optional.empty(), Optional.empty(), List.of());
  private Optional<ApplicationSummary> application = Optional.empty();

  @PostConstruct
  void load() {
    overview = licensing.overviewOf(caller.session().office());
    application = applying.newest(caller.session().office());
  }

  public String switchOn() {
    return switched(true, "自動更新を始めました", "期間が終わると、1年間更新します。");
  }

  public String switchOff() {
    return switched(false, "自動更新を止めました", "いまの期間の終わりまでは送れます。続けるときは、この画面で更新してください。");
  }

  private String switched(boolean wanted, String what, String next) {
    return done(() -> licensing.setAutoRenewal(caller.session(), wanted), what, next);
  }

  public String renew() {
    return done(
        () -> reporting.report(caller.session(), ApplicationKind.RENEWAL),
        "ライセンスを更新しました",
        "次の期間と料金は、下の表で確かめてください。");
  }

  private static String done(Runnable action, String what, String next) {
    try {
      action.run();
      PageMessages.done(what, next);
      return "/account/license?faces-redirect=true";
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
  }

  /** Mark and word. */
  public String getStatus() {
    return switch (overview.status()) {
      case None none -> "– 未申請";
      case Running(var until, var free) -> free ? "✓ 無料期間" : "✓ 利用中";
      case Ended(var since) -> "✗ 終了";
      case Suspended(var since) -> "✗ 停止";
    };
  }

  public String getStyle() {
    return switch (overview.status()) {
      case Running running -> "good";
      case None none -> "gone";
      case Ended ended -> "bad";
      case Suspended suspended -> "bad";
    };
  }

  /** What follows from the state, in one sentence. */
  public String getMeaning() {
    return switch (overview.status()) {
      case None none -> "利用申請が完了すると、送れるようになります。";
      case Running(var until, var free) ->
          isConsentMissing() ? "新しい利用規約に同意するまで、送れません。" : "送ることも、受け取ることもできます。";
      case Ended(var since) -> "期間が終わったため、送れません。受け取りと保存はできます。";
      case Suspended(var since) -> time.day(since) + "から止まっています。受け取りと保存はできます。窓口にお問い合わせください。";
    };
  }

  public boolean isNone() {
    return overview.status() instanceof None;
  }

  public boolean isConsentMissing() {
    return entitlement.isConsentMissing(caller.session().office());
  }

  private Optional<LicensePeriod> present() {
    LocalDate today = LocalDate.now(clock);
    return overview.periods().stream()
        .map(Period::days)
        .filter(period -> !period.from().isAfter(today))
        .reduce((earlier, later) -> later);
  }

  public String getPeriod() {
    return present().map(this::words).orElse("");
  }

  public String getDaysLeft() {
    long left = present().map(period -> period.daysLeft(LocalDate.now(clock))).orElse(-1L);
    return left < 0 ? "終わりました" : left == 0 ? "今日まで" : "あと" + left + "日";
  }

  /** The year that was granted ahead, or would follow. */
  public String getNext() {
    LocalDate today = LocalDate.now(clock);
    Optional<Period> granted =
        overview.periods().stream().filter(it -> it.days().from().isAfter(today)).findFirst();
    return granted.or(overview::next).map(it -> words(it.days()) + "　" + it.fee()).orElse("");
  }

  private String words(LicensePeriod period) {
    return time.day(period.from()) + "から" + time.day(period.until()) + "まで";
  }

  public boolean isAutoRenewal() {
    return overview.autoRenewal();
  }

  /** By hand, from the day on which it is open. */
  public boolean isRenewable() {
    LocalDate today = LocalDate.now(clock);
    return overview.renewableFrom().filter(day -> !day.isAfter(today)).isPresent();
  }

  public String getRenewableFrom() {
    return overview.renewableFrom().map(time::day).orElse("");
  }

  public String getApplicationNumber() {
    return application.map(it -> it.id().value()).orElse("");
  }

  public boolean isAdministrator() {
    return caller.session().rights().administers();
  }

  public boolean isApplicationCompleted() {
    return application.filter(it -> it.status() == ApplicationStatus.COMPLETED).isPresent();
  }

  public String getSuccessor() {
    return reporting.successorOf(caller.session().office()).map(OfficeNumber::value).orElse("");
  }

  public List<Row> getPeriods() {
    return overview.periods().reversed().stream()
        .map(it -> new Row(words(it.days()), it.fee()))
        .toList();
  }

  /** One year as the page lists it. */
  public record Row(String days, String fee) {
    public String getDays() {
      return days;
    }

    public String getFee() {
      return fee;
    }
  }
}
