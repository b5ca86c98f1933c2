package jp.careplan.exchange;

import static jp.careplan.kernel.OperatorSetting.Place.needed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.OperatorSetting;

/** What operators change of the words about what came to the wrong office. */
@ApplicationScoped
class MisdirectionSettings implements DeclaredSettings {
  static final MailText STEP =
      MailText.of(
          "misdirection",
          "誤送信の手続きが進んだとき",
          "誤送信の手続き：{step}",
          """
          受付番号 {number} の送信について、相手の事業所が次のことをしました。

          {step}

          くわしくは、連携クライアントから入り、次の画面で確かめてください。
          {url}\
          """,
          needed("number", "受付番号"),
          needed("step", "何があったか"),
          needed("url", "手続きの画面のアドレス"));

  /** What the other side did, one sentence. */
  static String words(TransmissionStatus step) {
    return switch (step) {
      case FROZEN -> "誤送信として届け出ました。内容は、いまどちらからも開けません。";
      case ERASURE_ASKED -> "控えや印刷したものの削除を頼みました。";
      case ERASURE_TOLD -> "控えや印刷したものを削除したと伝えました。";
      case ERASED -> "受け取った側から、内容を消しました。";
      case THAWED -> "届け出を取り下げました。前と同じように開けます。";
      default -> "";
    };
  }

  @Override
  public List<OperatorSetting> settings() {
    return STEP.settings().toList();
  }
}
