package jp.careplan.support;

import static jp.careplan.kernel.OperatorSetting.Place.allowed;
import static jp.careplan.kernel.OperatorSetting.Place.needed;
import static jp.careplan.kernel.OperatorSetting.number;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.OperatorSetting;

/** What operators change around inquiries. */
@ApplicationScoped
class SupportSettings implements DeclaredSettings {
  private static final String GROUP = "サポート";

  static final OperatorSetting PICTURE_DAYS =
      number("inquiry.picture-days", GROUP, "問い合わせの写真を消すまでの日数", 90, 7, 3650);

  static final OperatorSetting KEPT_DAYS =
      number("inquiry.kept-days", GROUP, "問い合わせを消すまでの日数", 730, 30, 3650);

  static final OperatorSetting FILE_KILOBYTES =
      number("text.file-kilobytes", GROUP, "文章に付けるファイルの大きさの上限（KB）", 5120, 50, 20480);

  static final MailText RECEIVED =
      MailText.of(
          "inquiry-received",
          "問い合わせを受け付けたとき",
          "お問い合わせを受け付けました（受付番号 {number}）",
          """
          お問い合わせを受け付けました。
          受付番号 {number}

          {answer}

          いまの状態は、次のアドレスで見られます。
          {url}

          覚えがないときは、何もしないでください。\
          """,
          allowed("number", "受付番号"),
          allowed("answer", "いつ返事ができるか"),
          needed("url", "状態を見る画面のアドレス"));

  @Override
  public List<OperatorSetting> settings() {
    return Stream.concat(Stream.of(PICTURE_DAYS, KEPT_DAYS, FILE_KILOBYTES), RECEIVED.settings())
        .toList();
  }
}
