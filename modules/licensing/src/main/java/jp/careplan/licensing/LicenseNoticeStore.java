package jp.careplan.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.Mailing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which notices are due, and each of them in one transaction with its mail. */
@ApplicationScoped
@Transactional
class LicenseNoticeStore {
  @PersistenceContext private EntityManager em;
  @Inject private Licenses licenses;
  @Inject private FeeService fees;
  @Inject private OfficeDirectory offices;
  @Inject private Mailing mailing;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String address;

  /** IDs of licences that end in these days, are not followed by another, and were not told so. */
  List<String> due(LocalDate from, LocalDate until, int daysBefore, String after, int most) {
    return em.createQuery(
            "select l.id from License l where l.until between :from and :until and l.id > :after"
                + " and not exists (select f from License f where f.office = l.office"
                + " and f.from > l.until)"
                + " and not exists (select n from LicenseNotice n where n.licenseId = l.id"
                + " and n.daysBefore = :days) order by l.id",
            String.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .setParameter("after", after)
        .setParameter("days", daysBefore)
        .setMaxResults(most)
        .getResultList();
  }

  /** The subscription's lock lets one node tell it. */
  void tell(String licenseId, int daysBefore) {
    License license = em.find(License.class, licenseId);
    Optional<Subscription> subscription = licenses.locked(license.office());
    var key = new LicenseNotice.Key(licenseId, daysBefore);
    if (em.find(LicenseNotice.class, key) != null) {
      return;
    }
    em.persist(new LicenseNotice(key, clock.instant()));
    boolean goesOn = subscription.filter(Subscription::isAutoRenewal).isPresent();
    offices
        .profileOf(license.office())
        .filter(office -> !office.mail().isEmpty())
        .ifPresent(office -> mailing.queue(mail(office, license.period(), goesOn)));
  }

  private Mailing.Mail mail(OfficeProfile office, LicensePeriod period, boolean goesOn) {
    long left = period.daysLeft(LocalDate.now(clock));
    String when = left == 0 ? "今日" : "あと" + left + "日";
    String subject = "【ケアプランデータ連携】ライセンスの期間は" + when + (goesOn ? "で終わり、自動で更新します" : "で終わります");
    return new Mailing.Mail(
        office.mail(), subject, goesOn ? renewed(office, period) : ended(office, period));
  }

  private String renewed(OfficeProfile office, LicensePeriod period) {
    LicensePeriod next = period.next();
    return """
    事業所番号 %s のライセンスの期間は、%sまでです。
    自動更新になっているため、手続きはいりません。

    次の期間: %s から %s まで
    料金: %s

    更新しないときは、%sまでに、利用状況の画面で自動更新を止めてください。
    %s/account/license
    """
        .formatted(
            office.number(),
            time.day(period.until()),
            time.day(next.from()),
            time.day(next.until()),
            fees.priceOn(next.from()).words(),
            time.day(period.until()),
            address);
  }

  private String ended(OfficeProfile office, LicensePeriod period) {
    return """
    事業所番号 %s のライセンスの期間は、%sまでです。
    自動更新は止まっています。続けて使うときは、利用状況の画面で更新してください。

    次の期間の料金: %s

    期間が終わると、送れなくなります。受け取りと保存は、そのままできます。
    %s/account/license
    """
        .formatted(
            office.number(),
            time.day(period.until()),
            fees.priceOn(period.next().from()).words(),
            address);
  }
}
