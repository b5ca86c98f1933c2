package jp.careplan.exchange;

import static jp.careplan.kernel.OperatorSetting.Place.allowed;
import static jp.careplan.kernel.OperatorSetting.Place.needed;
import static jp.careplan.kernel.OperatorSetting.number;
import static jp.careplan.kernel.OperatorSetting.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.OperatorSetting;
import jp.careplan.kernel.OperatorSetting.Place;

/** What operators change of invitations. */
@ApplicationScoped
class InvitationSettings implements DeclaredSettings {
  private static final String GROUP = "連携先へのさそい";
  private static final Place PARTNER = needed("partner", "さそわれる事業所の名前");
  private static final Place OFFICE = needed("office", "さそう事業所の名前");
  private static final Place NUMBER = allowed("number", "さそう事業所の番号");
  private static final Place URL = needed("url", "はじめての方への画面のアドレス");

  static final OperatorSetting MAILS_A_DAY =
      number("invitation.mails-a-day", GROUP, "1つの事業所が1日に送れるさそいのメール（通）", 20, 0, 500);

  static final OperatorSetting COVER =
      text(
          "invitation.cover",
          GROUP,
          "さそいの手紙：FAXの送付状",
          """
          FAX送付状

          {partner} 御中

          送信元　{office}（事業所番号 {number}）
          枚数　　この用紙を入れて2枚

          件名　　ケアプランのデータ連携のご案内

          いつもお世話になっております。
          ケアプランの予定と実績を、データで送り合うことのご案内です。
          次の紙をご覧ください。\
          """,
          PARTNER,
          OFFICE,
          NUMBER);

  static final OperatorSetting LETTER =
      text(
          "invitation.letter",
          GROUP,
          "さそいの手紙：本文",
          """
          {partner} 御中

          ケアプランのデータ連携のご案内

          いつもお世話になっております。
          {office}（事業所番号 {number}）では、居宅サービス計画や利用票（予定）と実績を、「ケアプランデータ連携」で送り合っています。

          ・FAXや郵送、転記の手間が減ります。
          ・介護ソフトから書き出したファイルを、そのまま送れます。
          ・送った日時と受け取った日時が残ります。

          貴事業所とも、データで送り合えればと存じます。
          はじめ方は、次の画面にまとまっています。
          {url}

          ご参加の予定が決まりましたら、お知らせください。最初の1件を、いっしょに試させていただきます。
          よろしくお願いいたします。\
          """,
          PARTNER,
          OFFICE,
          NUMBER,
          URL);

  static final MailText INVITATION =
      MailText.of(
          "invitation",
          "連携先へのさそい",
          "{office}からのご案内",
          """
          {partner} 御中

          {office}（事業所番号 {number}）が、ケアプランの予定と実績をデータで送り合うことに、貴事業所をおさそいしています。

          はじめ方は、次の画面にまとまっています。
          {url}

          心当たりがないときは、このメールを捨ててください。続けて届くことはありません。\
          """,
          PARTNER,
          OFFICE,
          NUMBER,
          URL);

  static final MailText JOINED =
      MailText.of(
          "invited-joined",
          "さそった連携先が参加したとき",
          "さそった事業所が参加しました",
          """
          おさそいした {partner}（事業所番号 {number}）が参加しました。データで送れるようになりました。

          連携先の画面: {url}\
          """,
          needed("partner", "参加した事業所の名前"),
          allowed("number", "参加した事業所の番号"),
          allowed("url", "連携先の画面のアドレス"));

  @Override
  public List<OperatorSetting> settings() {
    return Stream.concat(
            Stream.of(MAILS_A_DAY, COVER, LETTER),
            Stream.of(INVITATION, JOINED).flatMap(MailText::settings))
        .toList();
  }
}
