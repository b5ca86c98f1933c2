package jp.careplan.exchange.view;

import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.Party;
import jp.careplan.exchange.TransmissionStatus;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.exchange.internal.standard.UnitNames;

/** The words of the field for what the doors give as codes. */
final class Words {
  /** What lies over the state while nobody opens it, and after it was closed to the recipient. */
  static final String FROZEN = "■ 凍結中";

  static final String ERASED = "⌫ 消去";

  private static final long KILO = 1024;

  private Words() {}

  /** What a sending unit is; its id where a later edition has one that is not known here. */
  static String unit(String id) {
    return UnitNames.of(id);
  }

  /** What a transmission is for: its kind as the doors give it. */
  static String kind(String kind) {
    return switch (kind) {
      case "plan" -> "予定・計画書";
      case "result" -> "実績";
      case "delete" -> "削除";
      case Enclosure.KIND -> "メッセージ";
      default -> kind;
    };
  }

  /** 訪問介護（11）; nothing where the edition has no service kind. */
  static String serviceKind(Party party) {
    return serviceKind(party.serviceKind());
  }

  /** The same; the code alone where no table lists it. */
  static String serviceKind(String code) {
    String name = Standard.load().kindName(code);
    return name.isEmpty() ? code : name + "（" + code + "）";
  }

  /** Mark and word, so that a state is never told by colour alone. */
  static String status(TransmissionStatus status) {
    return switch (status) {
      case SENT -> "● 未受信";
      case RECEIVED -> "✓ 受信済";
      case DOWNLOADED -> "⤓ 保存済";
      case IMPORTED -> "✓ 取込済";
      case IMPORT_FAILED -> "✗ 取込エラー";
      case WITHDRAWN -> "↩ 取消";
      case EXPIRED -> "⏱ 期限切れ";
      case FROZEN -> FROZEN;
      case ERASURE_ASKED -> "■ 凍結中（削除の依頼）";
      case ERASURE_TOLD -> "■ 凍結中（削除の連絡）";
      case ERASED -> ERASED;
      case THAWED -> "✓ 凍結の解除";
    };
  }

  /** What was done, for the history. */
  static String step(TransmissionStatus reached) {
    return switch (reached) {
      case SENT -> "送信";
      case RECEIVED -> "受信";
      case DOWNLOADED -> "保存";
      case IMPORTED -> "介護ソフトに取込";
      case IMPORT_FAILED -> "介護ソフトに取り込めませんでした";
      case WITHDRAWN -> "送信の取消";
      case EXPIRED -> "受け取られないまま、保存期間の終わり";
      case FROZEN -> "誤送信の届け（凍結）";
      case ERASURE_ASKED -> "削除の依頼";
      case ERASURE_TOLD -> "削除したことの連絡";
      case ERASED -> "受け取った側の内容の消去";
      case THAWED -> "凍結の解除";
    };
  }

  /** Name of the state's style. */
  static String style(TransmissionStatus status) {
    return switch (status) {
      case SENT -> "waiting";
      case RECEIVED, DOWNLOADED, IMPORTED -> "good";
      case IMPORT_FAILED -> "bad";
      case WITHDRAWN, EXPIRED, ERASED -> "gone";
      case FROZEN, ERASURE_ASKED, ERASURE_TOLD -> "bad";
      case THAWED -> "good";
    };
  }

  /** 812バイト, 20KB, 1.5MB. */
  static String size(long bytes) {
    if (bytes < KILO) {
      return bytes + "バイト";
    }
    if (bytes < KILO * KILO) {
      return bytes / KILO + "KB";
    }
    long tenths = bytes * 10 / (KILO * KILO);
    return tenths / 10 + "." + tenths % 10 + "MB";
  }
}
