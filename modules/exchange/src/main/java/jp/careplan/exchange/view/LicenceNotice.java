package jp.careplan.exchange.view;

import java.util.Optional;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.licensing.LicenseStatus;
import jp.careplan.licensing.LicenseStatus.Ended;
import jp.careplan.licensing.LicenseStatus.None;
import jp.careplan.licensing.LicenseStatus.Running;
import jp.careplan.licensing.LicenseStatus.Suspended;

/** Tells before anything is done that nothing can be sent. */
final class LicenceNotice {
  private LicenceNotice() {}

  /** Empty when sending is allowed. */
  static String of(Optional<OfficeEntry> office, LicenseStatus status, JapaneseTime time) {
    if (office.filter(OfficeEntry::active).isEmpty()) {
      return "休止中のため、送れません。受け取りと保存は、今のままできます。（コード AP-115）";
    }
    return switch (status) {
      case Running running -> "";
      case None none -> "ライセンスがありません。利用申請をすると送れるようになります。（コード LI-101）";
      case Ended(var since) ->
          "ライセンスの期間が終わりました（" + time.day(since) + "まで）。更新すると送れるようになります。（コード LI-102）";
      case Suspended(var since) ->
          "ライセンスが" + time.day(since) + "から止められています。運営者の窓口にお問い合わせください。（コード LI-103）";
    };
  }
}
