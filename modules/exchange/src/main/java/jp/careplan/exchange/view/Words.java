package jp.careplan.exchange.view;

import java.util.Map;
import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.Party;
import jp.careplan.exchange.TransmissionStatus;
import jp.careplan.exchange.internal.standard.Standard;

/** The words of the field for what the doors give as codes. */
final class Words {
  private static final long KILO = 1024;

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("U1", "計画書（第1〜3表）"),
          Map.entry("U2", "予定（第6・7表）"),
          Map.entry("U3", "計画書（第1〜3表）の削除"),
          Map.entry("U4", "予定（第6・7表）の削除"),
          Map.entry("U5", "実績"),
          Map.entry("U6", "実績の削除"),
          Map.entry("P1", "利用者基本情報"),
          Map.entry("P2", "支援計画書と利用者基本情報"),
          Map.entry("P3", "支援計画書"),
          Map.entry("P4", "予定（第6・7表）"),
          Map.entry("P5", "利用者基本情報の削除"),
          Map.entry("P6", "支援計画書の削除"),
          Map.entry("P7", "予定（第6・7表）の削除"),
          Map.entry("P8", "実績"),
          Map.entry("P9", "実績の削除"),
          Map.entry(Enclosure.UNIT, "メッセージ"));

  private Words() {}

  /** What a sending unit is; its id where a later edition has one that is not known here. */
  static String unit(String id) {
    return UNITS.getOrDefault(id, id);
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
    };
  }

  /** Name of the state's style. */
  static String style(TransmissionStatus status) {
    return switch (status) {
      case SENT -> "waiting";
      case RECEIVED, DOWNLOADED, IMPORTED -> "good";
      case IMPORT_FAILED -> "bad";
      case WITHDRAWN -> "gone";
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
