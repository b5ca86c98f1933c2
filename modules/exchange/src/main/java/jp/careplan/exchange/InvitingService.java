package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.NOT_TO_BE_INVITED;
import static jp.careplan.exchange.ExchangeProblem.TOO_MANY_INVITATIONS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.ApplicationKind;
import jp.careplan.application.HouseMails;
import jp.careplan.application.MailAddress;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.UsageApplicationCompleted;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PdfPaper.Letter;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.OperatorSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
@Transactional
class InvitingService implements Inviting {
  @PersistenceContext private EntityManager em;
  @Inject private PartnerRows rows;
  @Inject private Partners partners;
  @Inject private SandboxOffices sandbox;
  @Inject private OfficeLock lock;
  @Inject private OfficeDirectory offices;
  @Inject private OperatorSettings settings;
  @Inject private HouseMails mails;
  @Inject private AuditTrail trail;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String publicUrl;

  @Override
  public void invite(OfficeSession by, OfficeNumber partner) {
    requireInvitable(by, partner);
    note(by, partner, Invitation.Way.PAPER);
  }

  @Override
  public List<Letter> papers(OfficeSession by, OfficeNumber partner) {
    Map<String, String> values = values(by, partner);
    List<String> issuer =
        List.of(time.day(LocalDate.now(clock)), values.getOrDefault("office", ""));
    return List.of(
        new Letter("FAX送付状", settings.filled(InvitationSettings.COVER, values), issuer),
        new Letter("データ連携のご案内", settings.filled(InvitationSettings.LETTER, values), issuer));
  }

  @Override
  public void mail(OfficeSession by, OfficeNumber partner, String to) {
    requireInvitable(by, partner);
    String address = new MailAddress(to).value();
    lock.hold(by.office()); // so that the bound is one
    if (mailsLeft(by) <= 0) {
      throw new DomainException(TOO_MANY_INVITATIONS, "");
    }
    note(by, partner, Invitation.Way.MAIL);
    mails.send(address, InvitationSettings.INVITATION, values(by, partner));
  }

  @Override
  public int mailsLeft(OfficeSession by) {
    Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
    long sent =
        em.createQuery(
                "select count(i) from Invitation i where i.office = :office and i.way = :way"
                    + " and i.invitedAt >= :midnight",
                Long.class)
            .setParameter("office", by.office().value())
            .setParameter("way", Invitation.Way.MAIL)
            .setParameter("midnight", midnight)
            .getSingleResult();
    return (int) Math.max(0, settings.number(InvitationSettings.MAILS_A_DAY) - sent);
  }

  private void requireInvitable(OfficeSession by, OfficeNumber partner) {
    if (sandbox.isBetween(by.office(), partner)) {
      throw new DomainException(VendorProblem.SANDBOX_ALONE, "");
    }
    if (!partners.find(by, partner).state().canBeInvited()) {
      throw new DomainException(NOT_TO_BE_INVITED, "");
    }
  }

  private void note(OfficeSession by, OfficeNumber partner, Invitation.Way way) {
    Instant now = clock.instant();
    em.persist(new Invitation(by, partner, way, now));
    rows.findOrAdd(by.office(), partner, now).invited(now);
    trail.append(
        new AuditTrail.Entry(
            by.user().value(), by.office().value(), "partner-invited", partner.value()));
  }

  private Map<String, String> values(OfficeSession by, OfficeNumber partner) {
    return Map.of(
        "partner",
        partners.find(by, partner).name(),
        "office",
        offices.find(by.office()).map(OfficeEntry::name).orElse(by.office().value()),
        "number",
        by.office().value(),
        "url",
        publicUrl + "/start");
  }

  /** Who invited it is told, in the transaction in which it joins. */
  void on(@Observes UsageApplicationCompleted event) {
    if (event.kind() != ApplicationKind.INITIAL) {
      return;
    }
    String name = offices.find(event.office()).map(OfficeEntry::name).orElse("");
    for (PartnerRow inviter : rows.invitersOf(event.office())) {
      inviter.joined(clock.instant());
      trail.append(
          new AuditTrail.Entry(
              "exchange", inviter.office().value(), "partner-joined", event.office().value()));
      mails.send(
          mailOf(inviter.office()),
          InvitationSettings.JOINED,
          Map.of(
              "partner",
              name,
              "number",
              event.office().value(),
              "url",
              publicUrl + "/office/partner?number=" + event.office()));
    }
  }

  private String mailOf(OfficeNumber office) {
    return Optional.of(office).flatMap(offices::profileOf).map(OfficeProfile::mail).orElse("");
  }
}
