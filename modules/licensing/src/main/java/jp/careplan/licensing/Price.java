package jp.careplan.licensing;

import java.util.Locale;

/**
 * What one period costs.
 *
 * @param yen tax included
 * @param campaign name of the campaign that made it free; empty text when none did
 */
record Price(int yen, String campaign) {
  String words() {
    if (yen > 0) {
      return String.format(Locale.JAPAN, "%,d円（税込み）", yen);
    }
    return campaign.isEmpty() ? "無料" : "無料（" + campaign + "）";
  }
}
