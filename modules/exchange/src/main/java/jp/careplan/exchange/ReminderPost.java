package jp.careplan.exchange;

import static jp.careplan.kernel.OperatorSetting.Place.allowed;
import static jp.careplan.kernel.OperatorSetting.Place.needed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.exchange.MonthBoard.Lane;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.OperatorSetting;
import jp.careplan.kernel.OperatorSettings;
import jp.careplan.kernel.ServiceMonth;

/**
 * お願いのメール: goes to everybody of the partner who ordered mails of arrival. It names both offices and
 * the month, nobody else.
 */
@ApplicationScoped
class ReminderPost implements DeclaredSettings {
  private static final MailText RESULTS =
      MailText.of(
          "reminder-results",
          "実績のお願い",
          "{partner}から、{month}の実績のお願いが届いています",
          """
          {office} 様

          いつもお世話になっております。
          {partner}が、{month}の実績をお待ちしています。
          お手すきのときに、送ってください。行き違いのときは、お許しください。

          今月の状況: {url}
          """,
          allowed("office", "受け取る事業所の名前"),
          needed("partner", "お願いした事業所の名前"),
          needed("month", "サービス提供年月"),
          allowed("url", "画面のアドレス"));

  private static final MailText PLANS =
      MailText.of(
          "reminder-plans",
          "予定のお願い",
          "{partner}から、{month}の予定のお願いが届いています",
          """
          {office} 様

          いつもお世話になっております。
          {partner}が、{month}の予定をお待ちしています。
          お手すきのときに、送ってください。行き違いのときは、お許しください。

          今月の状況: {url}
          """,
          allowed("office", "受け取る事業所の名前"),
          needed("partner", "お願いした事業所の名前"),
          needed("month", "サービス提供年月"),
          allowed("url", "画面のアドレス"));

  @Inject private NoticeOrders orders;
  @Inject private OfficeDirectory offices;
  @Inject private OperatorSettings settings;

  @Override
  public List<OperatorSetting> settings() {
    return java.util.stream.Stream.of(RESULTS, PLANS).flatMap(MailText::settings).toList();
  }

  /** Queues the mails in the caller's transaction. */
  void tell(OfficeNumber by, OfficeNumber whom, Lane lane, ServiceMonth month) {
    MailText text = lane == Lane.RESULT ? RESULTS : PLANS;
    Map<OfficeNumber, OfficeEntry> known = offices.findAll(List.of(by, whom));
    Map<String, String> values =
        Map.of(
            "office", name(known, whom),
            "partner", name(known, by),
            "month", month.value().getYear() + "年" + month.value().getMonthValue() + "月",
            "url", orders.homeAddress());
    orders.mailAll(
        whom, settings.filled(text.subject(), values), settings.filled(text.body(), values));
  }

  private static String name(Map<OfficeNumber, OfficeEntry> known, OfficeNumber number) {
    OfficeEntry entry = known.get(number);
    return entry == null ? number.value() : entry.name();
  }
}
