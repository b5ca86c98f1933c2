package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.Mailing;
import jp.careplan.kernel.OfficeNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an office is told by mail of its application. */
@ApplicationScoped
class ApplicationMails {
  @Inject private Mailing mailing;
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
    String title = application.kind().title();
    switch (application.status()) {
      case COMPLETED -> send(to, title + "が完了しました", application, completed(application));
      case IN_REVIEW ->
          send(
              to,
              title + "を受け付けました",
              application,
              "運営者が内容を確かめています。結果はメールでお知らせします。\n理由: "
                  + String.join("、", application.reviewReasons()));
      case SENT_BACK ->
          send(
              to,
              title + "に直すところがあります",
              application,
              "理由: " + application.reason() + "\n画面で直して、もう一度申請してください。入力した内容は残っています。");
      case REJECTED -> send(to, title + "は認められませんでした", application, "理由: " + application.reason());
      case RETRACTED -> send(to, title + "を取り下げました", application, "必要なときは、もう一度申請できます。");
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

  private void send(String to, String subject, ApplicationSummary application, String text) {
    String body =
        """
        %s

        申請番号: %s
        種類: %s

        くわしくは、次の画面で確かめられます。
        %s/account/license

        このメールに心当たりがないときは、運営者の窓口にお知らせください。
        """
            .formatted(text, application.id(), application.kind().title(), address);
    mailing.queue(new Mailing.Mail(to, "【ケアプランデータ連携】" + subject, body));
  }
}
