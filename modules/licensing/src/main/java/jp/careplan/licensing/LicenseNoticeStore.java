package jp.careplan.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.HouseMails;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.page.JapaneseTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which notices are due, and each of them in one transaction with its mail. */
@ApplicationScoped
@Transactional
class LicenseNoticeStore {
  @PersistenceContext private EntityManager em;
  @Inject private Licenses licenses;
  @Inject private FeeService fees;
  @Inject private OfficeDirectory offices;
  @Inject private HouseMails mails;
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
    offices.profileOf(license.office()).ifPresent(office -> send(office, license.period(), goesOn));
  }

  private void send(OfficeProfile office, LicensePeriod period, boolean goesOn) {
    long left = period.daysLeft(LocalDate.now(clock));
    LicensePeriod next = period.next();
    mails.send(
        office.mail(),
        goesOn ? LicensingSettings.RENEWS : LicensingSettings.ENDS,
        Map.of(
            "office",
            office.number().value(),
            "when",
            left == 0 ? "今日" : "あと" + left + "日",
            "until",
            time.day(period.until()),
            "nextFrom",
            time.day(next.from()),
            "nextUntil",
            time.day(next.until()),
            "fee",
            fees.priceOn(next.from()).words(),
            "url",
            address + "/account/license"));
  }
}
