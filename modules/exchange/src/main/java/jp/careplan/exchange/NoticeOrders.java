package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.OfficeStatus;
import jp.careplan.application.OfficeStatusChanged;
import jp.careplan.application.Rights;
import jp.careplan.application.StaffRemoved;
import jp.careplan.application.StaffUsers;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.BusinessCalendar;
import jp.careplan.kernel.Mailing;
import jp.careplan.kernel.OfficeNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The transactions of the notices, one an order. */
@ApplicationScoped
@Transactional
class NoticeOrders implements ArrivalNotices {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CODE_BYTES = 24;
  private static final int AT_ONCE = 500;
  private static final String UNRECEIVED = "受け取られていないケアプランがあります";

  @PersistenceContext private EntityManager em;
  @Inject private NoticeCounts counts;
  @Inject private Transmissions transmissions;
  @Inject private OfficeDirectory offices;
  @Inject private StaffUsers staff;
  @Inject private Mailing mailing;
  @Inject private AuditTrail trail;
  @Inject private BusinessCalendar calendar;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String publicUrl;

  @Inject
  @ConfigProperty(name = "careplan.notice.unreceived-days", defaultValue = "3")
  private int unreceivedDays;

  @Override
  public Optional<Order> of(OfficeSession by) {
    return find(by).map(NoticeOrder::order);
  }

  private Optional<NoticeOrder> find(OfficeSession by) {
    return em.createQuery(
            "select o from NoticeOrder o where o.office = :office and o.userId = :user",
            NoticeOrder.class)
        .setParameter("office", by.office().value())
        .setParameter("user", by.user().value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public void order(OfficeSession by, Order order) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    NoticeOrder present =
        find(by)
            .orElseGet(() ->
                new NoticeOrder(
                    by, order, newCode(), transmissions.newestNumber(by.office()), now));
    present.change(order, now);
    em.persist(present);
    audit(by, "notices-ordered");
    mailing.queue(
        new Mailing.Mail(
            order.mail(),
            "着信のお知らせを始めます",
            """
            %s 様

            ケアプランが届いたことを、このアドレスにお知らせします。
            利用者さんの名前など、中身は書きません。
            """
                    .formatted(nameOf(by.office()))
                + foot(present)));
  }

  @Override
  public void stop(OfficeSession by) {
    find(by)
        .ifPresent(order -> {
          em.remove(order);
          audit(by, "notices-stopped");
        });
  }

  @Override
  public boolean stop(String code) {
    Optional<NoticeOrder> found =
        em.createQuery("select o from NoticeOrder o where o.stopCode = :code", NoticeOrder.class)
            .setParameter("code", code)
            .getResultStream()
            .findFirst();
    found.ifPresent(order -> end(order, "notice-mail"));
    return found.isPresent();
  }

  /** Orders of an office that may be told now. */
  List<String> dueOf(OfficeNumber office) {
    return em.createQuery(
            "select o.id from NoticeOrder o where o.office = :office and o.nextAt <= :now",
            String.class)
        .setParameter("office", office.value())
        .setParameter("now", clock.instant())
        .getResultList();
  }

  /** Orders with something new that may be told now: what no bell rang for. */
  @SuppressWarnings("unchecked") // one column of text
  List<String> due() {
    return em.createNativeQuery(
            "SELECT o.id FROM exchange_notice_order o JOIN exchange_mailbox m ON m.office = o.office"
                + " WHERE o.next_at <= ? AND m.last_number > o.told_number")
        .setParameter(1, java.sql.Timestamp.from(clock.instant()))
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /** Orders whose unreceived transmissions were not looked at on this working day. */
  List<String> unreviewed(LocalDate day) {
    return em.createQuery("select o.id from NoticeOrder o where o.reviewedOn < :day", String.class)
        .setParameter("day", day)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /** Tells one order what is new; nothing where another node was quicker or nothing is left. */
  void tell(String id) {
    Instant now = clock.instant();
    NoticeOrder order = em.find(NoticeOrder.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (order == null || !order.isDue(now)) {
      return;
    }
    rightsOf(order).ifPresent(rights -> tell(order, rights));
  }

  private void tell(NoticeOrder order, Rights rights) {
    long arrived = transmissions.newestNumber(order.office());
    long fresh = counts.unreadSince(order.office(), rights, order.toldNumber());
    if (fresh > 0) {
      long unread = counts.unread(order.office(), rights);
      mail(
          order,
          "ケアプランが%d件届いています".formatted(fresh),
          """
          新しく届いたもの　　　　　: %d件
          まだ受け取っていないもの　: %d件

          連携クライアントでログインし、受信箱を開いてください。
          """
              .formatted(fresh, unread));
    }
    order.told(arrived, fresh > 0, ZonedDateTime.now(clock));
  }

  /**
   * Tells, on a working day, what became so many working days old since the last look: arrived and
   * not received, sent and not received by the partner.
   */
  void review(String id, LocalDate today) {
    NoticeOrder order = em.find(NoticeOrder.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (order == null || !order.isReviewDue(today)) {
      return;
    }
    rightsOf(order).ifPresent(rights -> review(order, rights, today));
  }

  private void review(NoticeOrder order, Rights rights, LocalDate today) {
    LocalDate last = order.reviewedOn();
    Instant until = startOf(overdueBefore(today));
    Instant from = startOf(overdueBefore(last == null ? today : last));
    String text = unreceived(order.office(), rights, from, until);
    if (!text.isEmpty()) {
      mail(order, UNRECEIVED, text);
    }
    order.reviewed(today);
  }

  /** The same for an office that ordered no notices. */
  void tellUnreceived(OfficeNumber office, Instant from, Instant until) {
    String text = unreceived(office, Rights.OF_OFFICE, from, until);
    if (!text.isEmpty()) {
      tellOffice(office, UNRECEIVED, text);
    }
  }

  /** What was sent before that day and is unreceived is told on a working day. */
  LocalDate overdueBefore(LocalDate today) {
    return calendar.before(today, unreceivedDays);
  }

  @Override
  public int unreceivedDays() {
    return unreceivedDays;
  }

  /** Empty text where there is nothing to tell. */
  private String unreceived(OfficeNumber office, Rights rights, Instant from, Instant until) {
    var span = new NoticeCounts.Span(from, until);
    long here = counts.unread(office, rights, span);
    long there = counts.notReceived(office, rights, span);
    return here + there > 0 ? review(here, there) : "";
  }

  /** Tells an office: whoever ordered notices, else the address that it gave. */
  void tellOffice(OfficeNumber office, String subject, String text) {
    List<NoticeOrder> ordered =
        em.createQuery("select o from NoticeOrder o where o.office = :office", NoticeOrder.class)
            .setParameter("office", office.value())
            .getResultList();
    ordered.forEach(order -> mail(order, subject, text));
    if (ordered.isEmpty()) {
      offices
          .profileOf(office)
          .filter(it -> !it.mail().isEmpty())
          .ifPresent(it ->
              mailing.queue(new Mailing.Mail(it.mail(), subject, it.name() + " 様\n\n" + text)));
    }
  }

  private String review(long here, long there) {
    var text = new StringBuilder();
    if (here > 0) {
      text.append(
          """
          届いてから%d営業日たった、受け取っていないもの: %d件
          連携クライアントでログインし、受信箱を開いてください。

          """
              .formatted(unreceivedDays, here));
    }
    if (there > 0) {
      text.append(
          """
          送ってから%d営業日たった、相手が受け取っていないもの: %d件
          送信済みの一覧（%s/office/sent?unread=1）で相手を確かめ、電話などでお知らせください。

          """
              .formatted(unreceivedDays, there, publicUrl));
    }
    return text.toString();
  }

  String homeAddress() {
    return publicUrl + "/office/home";
  }

  /** A mail to everybody of an office who ordered mails; at most a few. */
  void mailAll(OfficeNumber office, String subject, String text) {
    em.createQuery("select o from NoticeOrder o where o.office = :office", NoticeOrder.class)
        .setParameter("office", office.value())
        .getResultList()
        .forEach(order ->
            mailing.queue(new Mailing.Mail(order.order().mail(), subject, text + foot(order))));
  }

  Instant startOf(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  private void mail(NoticeOrder order, String subject, String text) {
    mailing.queue(
        new Mailing.Mail(
            order.order().mail(), subject, nameOf(order.office()) + " 様\n\n" + text + foot(order)));
  }

  private String foot(NoticeOrder order) {
    return """

    開き方: %1$s/way-in
    このお知らせを止める: %1$s/notices/stop?code=%2$s
    """
        .formatted(publicUrl, order.stopCode());
  }

  private static String newCode() {
    byte[] bytes = new byte[CODE_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String nameOf(OfficeNumber office) {
    return offices.find(office).map(OfficeEntry::name).orElse(office.value());
  }

  /** Whoever may not sign in any more is told nothing: the order goes with the person. */
  private Optional<Rights> rightsOf(NoticeOrder order) {
    Optional<Rights> rights = staff.rightsOf(order.user());
    if (rights.isEmpty()) {
      end(order, "notice-post");
    }
    return rights;
  }

  /** The last number of an office's mailbox. */
  long arrived(OfficeNumber office) {
    return transmissions.newestNumber(office);
  }

  /** 職員を外す ends the orders of that person in the same transaction. */
  void on(@Observes StaffRemoved event) {
    em.createQuery("select o from NoticeOrder o where o.userId = :user", NoticeOrder.class)
        .setParameter("user", event.user().value())
        .getResultList()
        .forEach(order -> end(order, "staff-removed"));
  }

  /** So does 廃止 of the office those of all. */
  void on(@Observes OfficeStatusChanged event) {
    if (event.status() == OfficeStatus.CLOSED) {
      em.createQuery("select o from NoticeOrder o where o.office = :office", NoticeOrder.class)
          .setParameter("office", event.office().value())
          .getResultList()
          .forEach(order -> end(order, "office-closed"));
    }
  }

  private void end(NoticeOrder order, String actor) {
    em.remove(order);
    trail.append(new AuditTrail.Entry(actor, order.office().value(), "notices-stopped", ""));
  }

  private void audit(OfficeSession by, String action) {
    trail.append(new AuditTrail.Entry(by.user().value(), by.office().value(), action, ""));
  }
}
