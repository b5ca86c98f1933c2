package jp.careplan.application;

import static jp.careplan.application.ApplicationSettings.APPLICATION_COMPLETED;
import static jp.careplan.application.ApplicationSettings.APPLICATION_IN_REVIEW;
import static jp.careplan.application.ApplicationSettings.APPLICATION_REJECTED;
import static jp.careplan.application.ApplicationSettings.APPLICATION_RETRACTED;
import static jp.careplan.application.ApplicationSettings.APPLICATION_SENT_BACK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.OfficeNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an office is told by mail of its application. */
@ApplicationScoped
class ApplicationMails {
  @Inject private HouseMails mails;
  @Inject private SessionProfile licences;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String address;

  /**
   * @param to empty text: the office wants no mail
   */
  void tell(ApplicationSummary application, String to) {
    if (to.isEmpty() || application.submittedAt().isEmpty()) {
      return; // a draft that was thrown away is nobody's news
    }
    switch (application.status()) {
      case COMPLETED ->
          send(to, APPLICATION_COMPLETED, application, "next", completed(application));
      case IN_REVIEW ->
          send(
              to,
              APPLICATION_IN_REVIEW,
              application,
              "reason",
              String.join("、", application.reviewReasons()));
      case SENT_BACK ->
          send(to, APPLICATION_SENT_BACK, application, "reason", application.reason());
      case REJECTED -> send(to, APPLICATION_REJECTED, application, "reason", application.reason());
      case RETRACTED -> send(to, APPLICATION_RETRACTED, application, "reason", "");
      case DRAFT -> {}
    }
  }

  private String completed(ApplicationSummary application) {
    String day = time.day(LocalDate.now(clock));
    return switch (application.kind()) {
      case INITIAL ->
          "利用申請が正常に完了しております。\n"
              + period(application.office(), "ライセンスの期間")
              + "次は、連携クライアントを入れて、相手と1件だけ試しに送り合ってください。";
      case RENEWAL ->
          "ライセンスを更新しました。\n" + period(application.office(), "次の期間") + "料金は、利用状況の画面で確かめられます。";
      case CHANGE -> "事業所の情報を新しくしました。";
      case SUSPENSION -> day + "から休止になりました。この事業所へは送れなくなります。受け取りと保存はできます。";
      case RESUMPTION -> day + "から再開になりました。";
      case CLOSING -> day + "に廃止になりました。この事業所のIDでは入れなくなります。";
      case TERMINATION -> "ライセンスの期間が終わるまで送れます。自動では更新しません。";
    };
  }

  /** A line, or nothing where no licence follows. */
  private String period(OfficeNumber office, String what) {
    return licences
        .lastPeriodOf(office)
        .map(it -> what + "は、" + time.day(it.from()) + "から" + time.day(it.until()) + "までです。\n")
        .orElse("");
  }

  private void send(
      String to, MailText text, ApplicationSummary application, String place, String words) {
    mails.send(
        to,
        text,
        Map.of(
            "title",
            application.kind().title(),
            "number",
            application.id().value(),
            "url",
            address + "/account/license",
            place,
            words));
  }
}
