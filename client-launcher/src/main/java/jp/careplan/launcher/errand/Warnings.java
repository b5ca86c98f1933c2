package jp.careplan.launcher.errand;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.launcher.api.Session;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.text.JapanTime;

/** What an office should see to before it becomes a hindrance. */
public final class Warnings {
  /** From then on a certificate can be renewed. */
  public static final int CERTIFICATE_DAYS = 90;

  private static final int SOON_DAYS = 30;
  private static final int URGENT_DAYS = 7;
  private static final Duration TOLERATED_SKEW = Duration.ofMinutes(2);

  private Warnings() {}

  public static List<String> of(
      Session session, CertificateFacts facts, Duration clockSkew, Instant now) {
    var warnings = new ArrayList<>(ofCertificate(facts, now));
    var licence = session.licence();
    if (licence == null || !licence.runs()) {
      warnings.add("ライセンスが有効ではありません。送ることはできません。受け取ることはできます。");
    }
    if (clockSkew.abs().compareTo(TOLERATED_SKEW) > 0) {
      warnings.add(
          "パソコンの時計が約" + Math.max(1, clockSkew.abs().toMinutes()) + "分ずれています。日付と時刻を合わせてください。");
    }
    return warnings;
  }

  public static List<String> ofCertificate(CertificateFacts facts, Instant now) {
    long days = facts.daysLeft(now);
    if (days >= CERTIFICATE_DAYS) {
      return List.of();
    }
    String urgency = days < URGENT_DAYS ? "すぐに" : days < SOON_DAYS ? "早めに" : "";
    return List.of(
        "電子証明書は"
            + JapanTime.day(facts.until())
            + "までです（あと"
            + Math.max(0, days)
            + "日）。"
            + urgency
            + "「電子証明書を更新する」か「careplan renew」で更新するか、新しい電子証明書に入れ替えてください。");
  }
}
