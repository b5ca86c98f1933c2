package jp.careplan.exchange.internal.standard;

import java.util.Map;

/** What people call the sending units (送信単位). */
public final class UnitNames {
  private static final Map<String, String> NAMES =
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
          Map.entry("M1", "メッセージ"));

  private UnitNames() {}

  /** The name; the id itself where a later edition has one that is not known here. */
  public static String of(String id) {
    return NAMES.getOrDefault(id, id);
  }
}
