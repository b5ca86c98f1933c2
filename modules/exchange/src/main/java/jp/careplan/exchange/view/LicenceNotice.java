package jp.careplan.exchange.view;

import java.util.Optional;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.licensing.Entitlement;
import jp.careplan.licensing.LicenseStatus.Ended;
import jp.careplan.licensing.LicenseStatus.None;
import jp.careplan.licensing.LicenseStatus.Running;
import jp.careplan.licensing.LicenseStatus.Suspended;

/** Tells before anything is done that nothing can be sent. */
final class LicenceNotice {
  private LicenceNotice() {}

  /** Empty when sending is allowed. */
  static String of(Optional<OfficeEntry> office, Entitlement entitlement, JapaneseTime time) {
    if (office.filter(OfficeEntry::active).isEmpty()) {
      return "休止中のため、送れません。受け取りと保存は、今のままできます。（コード AP-115）";
    }
    OfficeNumber number = office.get().number();
    return switch (entitlement.statusOf(number)) {
      case Running running ->
          entitlement.isConsentMissing(number)
              ? "新しい利用規約への同意がないため、送れません。「設定・証明書」の利用規約で同意すると送れます。（コード LI-301）"
              : "";
      case None none -> "ライセンスがありません。利用申請をすると送れるようになります。（コード LI-101）";
      case Ended(var since) ->
          "ライセンスの期間が終わりました（" + time.day(since) + "まで）。更新すると送れるようになります。（コード LI-102）";
      case Suspended(var since) ->
          "ライセンスが" + time.day(since) + "から止められています。運営者の窓口にお問い合わせください。（コード LI-103）";
    };
  }
}
