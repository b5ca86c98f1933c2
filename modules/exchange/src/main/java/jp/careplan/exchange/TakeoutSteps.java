package jp.careplan.exchange;

import static jp.careplan.exchange.TakingAlong.State.RUNNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.SecurityMail;
import jp.careplan.exchange.internal.transfer.TakeoutPiece;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.Mailing;
import jp.careplan.kernel.OperatorSettings;
import jp.careplan.kernel.UserId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The steps of {@link TakeoutMaker}. */
@ApplicationScoped
@Transactional
class TakeoutSteps {
  private static final int MOST_TRANSMISSIONS = 50;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E)", Locale.JAPANESE);

  @PersistenceContext private EntityManager em;
  @Inject private Takeouts takeouts;
  @Inject private TakeoutRows rows;
  @Inject private TransmissionViews views;
  @Inject private NoticeOrders orders;
  @Inject private SecurityMail securityMail;
  @Inject private Mailing mailing;
  @Inject private OperatorSettings settings;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.takeout.part-bytes", defaultValue = "8388608")
  private long partBytes;

  /** Adds the next piece; whether that was the end of it. */
  boolean next(String id) {
    Takeout takeout = em.find(Takeout.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (takeout == null || takeout.status() != RUNNING) {
      return false;
    }
    List<Transmission> found = following(takeout);
    if (!found.isEmpty()) {
      add(takeout, found);
      return false;
    }
    LocalDate end = LocalDate.now(clock).plusDays(settings.number(RetentionSettings.TAKEOUT_DAYS));
    if (!takeout.goOn(clock.instant(), end)) {
      return false;
    }
    announce(takeout, end);
    return true;
  }

  private void add(Takeout takeout, List<Transmission> found) {
    List<TransmissionSummary> summaries = views.summaries(found);
    try (var piece = new TakeoutPiece()) {
      int count = 0;
      while (count < found.size() && piece.size() < partBytes) {
        rows.add(piece, found.get(count), summaries.get(count), takeout.office());
        count++;
      }
      byte[] listing = piece.listing();
      long bytes = piece.size();
      byte[] files = piece.files();
      int number = takeout.add(count, found.get(count - 1), bytes, clock.instant());
      takeouts.add(takeout.id(), number, listing, files);
    }
  }

  private List<Transmission> following(Takeout it) {
    boolean sent = it.phase() == Takeout.Phase.SENT;
    var query =
        em.createQuery(
                sent
                    ? "select t from Transmission t where t.sender = :office and t.sentAt <= :until"
                        + " and (t.sentAt > :at or t.sentAt = :at and t.id > :id)"
                        + " order by t.sentAt, t.id"
                    : "select t from Transmission t where t.recipient = :office"
                        + " and t.sentAt <= :until and t.inboxNumber > :number"
                        + " order by t.inboxNumber",
                Transmission.class)
            .setParameter("office", it.office().value())
            .setParameter("until", it.orderedAt())
            .setMaxResults(MOST_TRANSMISSIONS);
    return (sent
            ? query.setParameter("at", it.positionAt()).setParameter("id", it.positionId())
            : query.setParameter("number", it.positionNumber()))
        .getResultList();
  }

  /** Whoever ordered it is told, where there is an address of theirs; else the office. */
  private void announce(Takeout takeout, LocalDate end) {
    trail.append(
        new AuditTrail.Entry(
            ContentAges.ACTOR, takeout.office().value(), "takeout-ready", takeout.id()));
    Map<String, String> values = Map.of("until", DAY.format(end));
    String subject = settings.filled(RetentionSettings.TAKEOUT_READY.subject(), values);
    String text = settings.filled(RetentionSettings.TAKEOUT_READY.body(), values) + "\n";
    Optional<String> mail =
        Optional.of(securityMail.of(new UserId(takeout.orderedBy()))).filter(it -> !it.isEmpty());
    if (mail.isPresent()) {
      mailing.queue(new Mailing.Mail(mail.get(), subject, text));
    } else {
      orders.tellOffice(takeout.office(), subject, text);
    }
  }
}
