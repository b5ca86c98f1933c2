package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails that wait to go out; address and words lie sealed. */
@ApplicationScoped
@Transactional
class MailOutbox implements Mailing {
  private static final int AT_ONCE = 50;
  private static final String PLACE = "kernel_mail ";

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private Vault vault;
  @Inject private AuditTrail trail;

  @Override
  @Transactional(TxType.MANDATORY)
  public void queue(Mail mail) {
    String id = TimeOrderedId.next();
    String content =
        Json.createObjectBuilder()
            .add("to", mail.to())
            .add("subject", mail.subject())
            .add("text", mail.text())
            .build()
            .toString();
    byte[] sealed = vault.seal(PLACE + id, content.getBytes(StandardCharsets.UTF_8));
    em.persist(new OutgoingMail(id, sealed, clock.instant()));
  }

  /** IDs of mails to be tried now, the oldest first. */
  List<String> due() {
    return em.createQuery(
            "select m.id from OutgoingMail m where m.givenUpAt is null and m.nextTryAt <= :now"
                + " order by m.nextTryAt",
            String.class)
        .setParameter("now", clock.instant())
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /** Takes a mail for this node; empty when another was quicker. */
  Optional<Mail> take(String id) {
    Instant now = clock.instant();
    return Optional.ofNullable(em.find(OutgoingMail.class, id))
        .filter(mail -> mail.isDue(now))
        .map(mail -> {
          mail.take(now);
          em.flush(); // a node that was quicker shows by the version, before anything goes out
          return opened(mail);
        });
  }

  void delivered(String id) {
    em.createQuery("delete from OutgoingMail m where m.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  void failed(String id, String reason, boolean forGood) {
    OutgoingMail mail = em.find(OutgoingMail.class, id);
    mail.fail(clock.instant(), reason, forGood);
    if (mail.isGivenUp()) {
      trail.append(new AuditTrail.Entry("mail-post", "", "mail-given-up", id));
    }
  }

  private Mail opened(OutgoingMail mail) {
    byte[] content = vault.open(PLACE + mail.id(), mail.sealed());
    try (var reader = Json.createReader(new ByteArrayInputStream(content))) {
      JsonObject json = reader.readObject();
      return new Mail(json.getString("to"), json.getString("subject"), json.getString("text"));
    }
  }
}
