package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.internal.chat.RuleText;

/** An answer to an offered rule is given once, to the wording that the editor saw. */
@ApplicationScoped
@Transactional
class RuleUpdatingService implements Updating<String, RuleText> {
  @Inject private EditingOperator operator;
  @Inject private RuleEditing editing;
  @Inject private StoredRules stored;
  @Inject private AuditTrail trail;

  @Override
  public long count() {
    operator.require();
    stored.revision();
    return stored.draft().stream().filter(StoredRule::isOffered).count();
  }

  @Override
  public Optional<Offer<RuleText>> offer(String name) {
    operator.require();
    return stored
        .find(name)
        .filter(StoredRule::isOffered)
        .map(it -> {
          ReleaseOffer release = it.release();
          boolean off = it.text().off();
          return new Offer<>(
              release.shipped(),
              release.offer() == TextOffer.GONE,
              wording(name, release.shipped()).orElse(it.text()).switched(off),
              wording(name, release.answered()).map(former -> former.switched(off)));
        });
  }

  private Optional<RuleText> wording(String name, int number) {
    return stored.wording(name, number).map(ShippedRule::text);
  }

  @Override
  public int take(String name, int seen, int number) {
    String by = operator.require();
    RuleRevision revision = stored.lock();
    StoredRule rule = offered(name, number);
    if (rule.number() != seen || rule.release().offer() != TextOffer.CHANGED) {
      throw new DomainException(SupportProblem.WRONG_TEXT_STATE, "");
    }
    RuleText taken = wording(name, number).orElseThrow().switched(rule.text().off());
    editing.check(name, taken).stream()
        .findFirst()
        .ifPresent(it -> {
          throw new DomainException(SupportProblem.RULE_UNFIT, it.words());
        });
    stored.take(rule, taken, by);
    rule.release().answer();
    revision.grow();
    note(by, "rule-offer-taken", name);
    return rule.number();
  }

  @Override
  public void keep(String name, int number) {
    String by = operator.require();
    stored.lock();
    offered(name, number).release().answer();
    note(by, "rule-offer-declined", name);
  }

  private StoredRule offered(String name, int number) {
    return stored
        .find(name)
        .filter(it -> it.isOffered() && it.release().shipped() == number)
        .orElseThrow(() -> new DomainException(SupportProblem.WRONG_TEXT_STATE, ""));
  }

  private void note(String by, String action, String rule) {
    trail.append(new AuditTrail.Entry(by, "", action, "rule " + rule, ""));
  }
}
