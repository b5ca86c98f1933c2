package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

/** An answer is given once, under the lock of the text, to the wording that the editor saw. */
@ApplicationScoped
@Transactional
class UpdatingService implements Updating<Editing.Key, TextContent> {
  @Inject private EditingOperator operator;
  @Inject private TextVersions versions;
  @Inject private TextCheck check;
  @Inject private Texts texts;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;
  @PersistenceContext private EntityManager em;

  @Override
  public long count() {
    operator.require();
    texts.revision();
    return em.createQuery(
            "select count(h) from TextHead h where h.release.offer <> :none and h.state <> :archived",
            Long.class)
        .setParameter("none", TextOffer.NONE)
        .setParameter("archived", TextState.ARCHIVED)
        .getSingleResult();
  }

  @Override
  public Optional<Offer<TextContent>> offer(Editing.Key key) {
    operator.require();
    texts.revision();
    TextHead head = versions.require(key);
    if (!head.isOffered()) {
      return Optional.empty();
    }
    TextContent own = versions.content(key, head.newest());
    return Optional.of(
        new Offer<>(
            head.release().shipped(),
            head.release().offer() == TextOffer.GONE,
            own.withWords(wording(key, head.release().shipped()).orElse(own)),
            wording(key, head.release().answered()).map(own::withWords)));
  }

  private Optional<TextContent> wording(Editing.Key key, int number) {
    return Optional.ofNullable(em.find(ShippedWording.class, new TextVersion.Key(key, number)))
        .map(ShippedWording::content);
  }

  @Override
  public int take(Editing.Key key, int seen, int number) {
    String by = operator.require();
    TextHead head = locked(key, number);
    if (head.newest() != seen || head.release().offer() != TextOffer.CHANGED) {
      throw new DomainException(SupportProblem.WRONG_TEXT_STATE, "");
    }
    TextContent taken = versions.content(key, seen).withWords(wording(key, number).orElseThrow());
    check.require(key.kind(), taken);
    versions.add(
        head, new TextVersion(key, new Editing.Saved(seen + 1, clock.instant(), by), taken));
    head.release().answer();
    note(by, "text-offer-taken", key, head.newest());
    return head.newest();
  }

  @Override
  public void keep(Editing.Key key, int number) {
    String by = operator.require();
    TextHead head = locked(key, number);
    head.release().answer();
    note(by, "text-offer-declined", key, head.newest());
  }

  private TextHead locked(Editing.Key key, int number) {
    TextHead head = versions.lock(key);
    if (!head.isOffered() || head.release().shipped() != number) {
      throw new DomainException(SupportProblem.WRONG_TEXT_STATE, "");
    }
    return head;
  }

  private void note(String by, String action, Editing.Key key, int number) {
    trail.append(
        new AuditTrail.Entry(by, "", action, key.kind() + "/" + key.name() + " " + number, ""));
  }
}
