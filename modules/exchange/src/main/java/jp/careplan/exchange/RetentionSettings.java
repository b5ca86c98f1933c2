package jp.careplan.exchange;

import static jp.careplan.kernel.OperatorSetting.Place.allowed;
import static jp.careplan.kernel.OperatorSetting.Place.needed;
import static jp.careplan.kernel.OperatorSetting.number;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.OperatorSetting;

/** What operators decide about what is kept how long, and the words that tell of it. */
@ApplicationScoped
class RetentionSettings implements DeclaredSettings {
  /** No office may have its content kept longer. */
  static final int MOST_YEARS = 5;

  private static final String GROUP = "保存期間";

  static final OperatorSetting CONTENT_YEARS =
      number(
          "retention.content-years", GROUP, "送受信の中身を保存する年数（年）。事業所は、これより長く選べます", 2, 2, MOST_YEARS);

  /** The law asks for five of the offices; whoever asks for more here keeps all of them longer. */
  static final OperatorSetting RECORD_YEARS =
      number(
          "retention.record-years", GROUP, "送受信の記録（受付証とこれまでの流れ）を、中身が消えた後も残す年数（送った日から、年）", 5, 5, 10);

  static final OperatorSetting NOTICE_DAYS =
      number("retention.notice-days", GROUP, "中身が消えることを、何日前に知らせるか（日）", 14, 14, 90);

  static final OperatorSetting TAKEOUT_DAYS =
      number("takeout.days", GROUP, "持ち出すファイルができてから、消えるまでの日数（日）", 14, 1, 60);

  static final OperatorSetting WEBHOOK_DAYS =
      number("webhook.days", GROUP, "介護ソフトへのお知らせが失敗し続けたとき、止めるまでの日数（日）", 3, 1, 14);

  static final MailText WEBHOOK_STOPPED =
      MailText.of(
          "webhook-stopped",
          "介護ソフトへのお知らせを止めたとき",
          "介護ソフトへのお知らせを止めました",
          """
          介護ソフトへのお知らせ（Webhook）が{days}日のあいだ届かないため、止めました。
          受信箱と、届いたことのメールは、今のまま使えます。

          介護ソフトの会社に確かめてから、「設定・証明書」の「介護ソフトへのお知らせ」で再開してください。
          止まっているあいだのことも、再開すると順に伝えます。\
          """,
          allowed("days", "日数"));

  static final MailText TAKEOUT_READY =
      MailText.of(
          "takeout-ready",
          "持ち出すファイルができたとき",
          "持ち出すファイルができました",
          """
          申し込まれた、送受信のまとめ（ZIP）ができました。{until}に消えます。

          連携クライアントで開いた画面の「設定・証明書」から、「保存期間と持ち出し」を開き、保存してください。\
          """,
          allowed("until", "消える日"));

  static final MailText ENDING =
      MailText.of(
          "content-ending",
          "保存期間がまもなく終わるとき",
          "保存期間がまもなく終わるものが{count}件あります",
          """
          保存期間が{until}から順に終わり、中身が消えるものがあります。

          届いたもの: {received}件
          送ったもの: {sent}件（うち、相手がまだ受け取っていないもの {unreceived}件）

          受付証と送受信の記録は残ります。中身を残すときは、その前に持ち出すか、保存期間を長くしてください。
          連携クライアントで開いた画面の「設定・証明書」から、「保存期間と持ち出し」を開きます。\
          """,
          allowed("count", "件数"),
          needed("until", "消え始める日"),
          allowed("received", "届いたものの件数"),
          allowed("sent", "送ったものの件数"),
          allowed("unreceived", "送ったもののうち、受け取られていない件数"));

  static final MailText EXPIRED =
      MailText.of(
          "content-expired",
          "受け取られないまま保存期間が終わったとき",
          "受け取られないまま、保存期間が終わったものが{count}件あります",
          """
          送ったもののうち{count}件は、相手が受け取らないまま保存期間が終わり、中身が消えました。

          状態は「期限切れ」になりました。要るときは、介護ソフトから書き出して、送り直してください。
          送信済みの一覧: {url}\
          """,
          needed("count", "件数"),
          allowed("url", "送信済みの一覧のアドレス"));

  @Override
  public List<OperatorSetting> settings() {
    return Stream.of(
            Stream.of(CONTENT_YEARS, RECORD_YEARS, NOTICE_DAYS, TAKEOUT_DAYS, WEBHOOK_DAYS),
            WEBHOOK_STOPPED.settings(),
            TAKEOUT_READY.settings(),
            ENDING.settings(),
            EXPIRED.settings())
        .flatMap(it -> it)
        .toList();
  }
}
