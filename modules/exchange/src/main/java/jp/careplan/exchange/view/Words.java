package jp.careplan.exchange.view;

import java.util.Map;
import jp.careplan.exchange.Party;
import jp.careplan.exchange.TransmissionStatus;

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
          Map.entry("P9", "実績の削除"));

  private static final Map<String, String> SERVICE_KINDS =
      Map.ofEntries(
          Map.entry("11", "訪問介護"),
          Map.entry("12", "訪問入浴介護"),
          Map.entry("13", "訪問看護"),
          Map.entry("14", "訪問リハビリ"),
          Map.entry("15", "通所介護"),
          Map.entry("16", "通所リハビリ"),
          Map.entry("17", "福祉用具貸与"),
          Map.entry("21", "短期入所生活介護"),
          Map.entry("22", "短期入所療養介護（老健）"),
          Map.entry("23", "短期入所療養介護（病院等）"),
          Map.entry("2A", "短期入所療養介護（医療院）"),
          Map.entry("27", "特定施設（短期利用）"),
          Map.entry("28", "地域密着型特定施設（短期利用）"),
          Map.entry("31", "居宅療養管理指導"),
          Map.entry("38", "グループホーム（短期利用）"),
          Map.entry("43", "居宅介護支援"),
          Map.entry("46", "介護予防支援"),
          Map.entry("68", "小規模多機能（短期利用）"),
          Map.entry("71", "夜間対応型訪問介護"),
          Map.entry("72", "認知症対応型通所介護"),
          Map.entry("73", "小規模多機能型居宅介護"),
          Map.entry("76", "定期巡回・随時対応型訪問介護看護"),
          Map.entry("77", "看護小規模多機能型居宅介護"),
          Map.entry("78", "地域密着型通所介護"),
          Map.entry("79", "看護小規模多機能（短期利用）"),
          Map.entry("62", "予防訪問入浴介護"),
          Map.entry("63", "予防訪問看護"),
          Map.entry("64", "予防訪問リハビリ"),
          Map.entry("66", "予防通所リハビリ"),
          Map.entry("67", "予防福祉用具貸与"),
          Map.entry("24", "予防短期入所生活介護"),
          Map.entry("25", "予防短期入所療養介護（老健）"),
          Map.entry("26", "予防短期入所療養介護（病院等）"),
          Map.entry("2B", "予防短期入所療養介護（医療院）"),
          Map.entry("34", "予防居宅療養管理指導"),
          Map.entry("39", "予防グループホーム（短期利用）"),
          Map.entry("69", "予防小規模多機能（短期利用）"),
          Map.entry("74", "予防認知症対応型通所介護"),
          Map.entry("75", "予防小規模多機能型居宅介護"),
          Map.entry("A1", "訪問型サービス"),
          Map.entry("A2", "訪問型サービス"),
          Map.entry("A3", "訪問型サービス"),
          Map.entry("A4", "訪問型サービス"),
          Map.entry("A5", "通所型サービス"),
          Map.entry("A6", "通所型サービス"),
          Map.entry("A7", "通所型サービス"),
          Map.entry("A8", "通所型サービス"));

  private Words() {}

  /** What a sending unit is; its id where a later edition has one that is not known here. */
  static String unit(String id) {
    return UNITS.getOrDefault(id, id);
  }

  /** 訪問介護（11）; nothing where the edition has no service kind. */
  static String serviceKind(Party party) {
    String code = party.serviceKind();
    return code.isEmpty() ? "" : SERVICE_KINDS.getOrDefault(code, "") + "（" + code + "）";
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
