package jp.careplan.exchange;

import static jp.careplan.kernel.OperatorSetting.Place.allowed;
import static jp.careplan.kernel.OperatorSetting.Place.needed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.careplan.application.HouseMails;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeStatus;
import jp.careplan.application.OfficeStatusChanged;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.OperatorSetting;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells those who exchange with an office (連携先) that it rests (休止), closed (廃止) or is back: before
 * the next month's plans go nowhere. The mails are rows of the transaction that changes its state.
 */
@ApplicationScoped
class PartnerNews implements DeclaredSettings {
  /** Whoever exchanged nothing for longer than a year is no partner any more. */
  private static final Duration LATELY = Duration.ofDays(400);

  static final MailText STATUS_CHANGED =
      MailText.of(
          "partner-status",
          "連携先が休止・再開・廃止したとき",
          "連携先の利用状況が変わりました",
          """
          これまで予定や実績をやり取りしてきた事業所の、利用状況が変わりました。

          事業所番号 {office}
          {name}
          いまの状態: {status}

          {meaning}

          くわしくは、先方の事業所に直接お確かめください。
          {url}\
          """,
          needed("office", "連携先の事業所番号"),
          allowed("name", "連携先の名称"),
          needed("status", "いまの状態"),
          allowed("meaning", "それで何が変わるか"),
          allowed("url", "画面のアドレス"));

  @PersistenceContext private EntityManager em;
  @Inject private OfficeDirectory offices;
  @Inject private HouseMails mails;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.public-url", defaultValue = "http://localhost:8080")
  private String publicUrl;

  @Override
  public List<OperatorSetting> settings() {
    return STATUS_CHANGED.settings().toList();
  }

  void on(@Observes OfficeStatusChanged change) {
    String name = offices.find(change.office()).map(OfficeEntry::name).orElse("");
    mails.sendAll(
        partnersOf(change.office()),
        STATUS_CHANGED,
        Map.of(
            "office",
            change.office().value(),
            "name",
            name,
            "status",
            change.status().word(),
            "meaning",
            meaning(change.status()),
            "url",
            publicUrl + "/way-in"));
  }

  private static String meaning(OfficeStatus status) {
    return switch (status) {
      case ACTIVE -> "またこの事業所へ送れます。";
      case SUSPENDED -> "休止のあいだは、この事業所へ送れません。急ぐものは、FAXや郵便で送ってください。";
      case CLOSED -> "この事業所へは、もう送れません。送り先を変えるときは、介護ソフトの登録も直してください。";
    };
  }

  /** Either way, lately. */
  private Set<OfficeNumber> partnersOf(OfficeNumber office) {
    Set<OfficeNumber> partners = new TreeSet<>();
    partners.addAll(found("t.recipient", "t.sender", office));
    partners.addAll(found("t.sender", "t.recipient", office));
    return partners;
  }

  private List<OfficeNumber> found(String partner, String office, OfficeNumber of) {
    Instant since = clock.instant().minus(LATELY);
    return em.createQuery(
            "select distinct %s from Transmission t where %s = :office and t.sentAt > :since"
                .formatted(partner, office),
            String.class)
        .setParameter("office", of.value())
        .setParameter("since", since)
        .getResultStream()
        .map(OfficeNumber::new)
        .toList();
  }
}
