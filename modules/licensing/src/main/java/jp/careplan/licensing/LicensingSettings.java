package jp.careplan.licensing;

import static jp.careplan.kernel.OperatorSetting.Place.allowed;
import static jp.careplan.kernel.OperatorSetting.Place.needed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.OperatorSetting;
import jp.careplan.kernel.OperatorSetting.Place;

/** What operators change around licences: the words of notices. Fees have doors of their own. */
@ApplicationScoped
class LicensingSettings implements DeclaredSettings {
  private static final Place OFFICE = allowed("office", "事業所番号");
  private static final Place WHEN = allowed("when", "今日、または あと何日");
  private static final Place UNTIL = needed("until", "期間の終わりの日");
  private static final Place FEE = allowed("fee", "次の期間の料金");
  private static final Place URL = allowed("url", "利用状況の画面のアドレス");

  static final MailText RENEWS =
      MailText.of(
          "license-renews",
          "ライセンスが終わり、自動で更新するとき",
          "ライセンスの期間は{when}で終わり、自動で更新します",
          """
          事業所番号 {office} のライセンスの期間は、{until}までです。
          自動更新になっているため、手続きはいりません。

          次の期間: {nextFrom} から {nextUntil} まで
          料金: {fee}

          更新しないときは、{until}までに、利用状況の画面で自動更新を止めてください。
          {url}\
          """,
          OFFICE,
          WHEN,
          UNTIL,
          allowed("nextFrom", "次の期間の初めの日"),
          allowed("nextUntil", "次の期間の終わりの日"),
          FEE,
          URL);

  static final MailText ENDS =
      MailText.of(
          "license-ends",
          "ライセンスが終わるとき",
          "ライセンスの期間は{when}で終わります",
          """
          事業所番号 {office} のライセンスの期間は、{until}までです。
          自動更新は止まっています。続けて使うときは、利用状況の画面で更新してください。

          次の期間の料金: {fee}

          期間が終わると、送れなくなります。受け取りと保存は、そのままできます。
          {url}\
          """,
          OFFICE,
          WHEN,
          UNTIL,
          FEE,
          URL);

  @Override
  public List<OperatorSetting> settings() {
    return Stream.of(RENEWS, ENDS).flatMap(MailText::settings).toList();
  }
}
