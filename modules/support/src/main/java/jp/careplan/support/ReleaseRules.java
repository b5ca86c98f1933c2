package jp.careplan.support;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.support.internal.chat.ChatRules;
import jp.careplan.support.internal.chat.RuleText;

/**
 * Brings in the rules of the release that this node runs, as {@link ReleaseTexts} does with texts:
 * what no person ever saved takes over new words in the working copy, other rules are offered them.
 * Where the working copy held nothing but what was published, and the new set passes its trial, it
 * answers at once; else an editor publishes it.
 */
@ApplicationScoped
@Transactional
class ReleaseRules {
  private static final System.Logger LOG = System.getLogger(ReleaseRules.class.getName());

  @PersistenceContext private EntityManager em;
  @Inject private StoredRules stored;
  @Inject private RulePublishing publishing;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  private final ReleaseLook look = new ReleaseLook(ChatRules::shippedDigest);

  void bringIn() {
    if (look.isNew(em, stored.revision().counted())) {
      underLock();
    }
  }

  private void underLock() {
    RuleRevision revision = stored.lock();
    if (look.isKnown(em)) {
      return;
    }
    List<StoredRule> draft = stored.draft();
    boolean untouched = texts(draft).equals(publishing.live());
    ReleaseCount count = new House(draft).take(ChatRules.shippedTexts());
    look.note(em, clock.instant());
    LOG.log(INFO, "rules of release {0}: {1}", look.digest().substring(0, 12), count);
    if (!count.isNothing()) {
      revision.grow();
      trail.append(
          new AuditTrail.Entry(
              TextHead.SYSTEM,
              "",
              "rules-updated",
              look.digest().substring(0, 12),
              count.words("規則")));
    }
    if (untouched && count.begun() + count.taken() > 0) {
      publishing.ofRelease(revision, texts(stored.draft()));
    }
  }

  private static List<RuleText> texts(List<StoredRule> rules) {
    return rules.stream().map(StoredRule::text).toList();
  }

  /** All rules that the house has, and what releases shipped of them. */
  private final class House {
    private final Map<String, StoredRule> own;
    private final Map<String, ShippedRule> wordings;
    private final Instant now = clock.instant();
    private int begun;
    private int taken;
    private int offered;
    private int gone;

    House(List<StoredRule> draft) {
      this.own =
          new HashMap<>(
              draft.stream().collect(Collectors.toMap(StoredRule::name, Function.identity())));
      this.wordings =
          stored.wordings().stream()
              .collect(Collectors.toMap(ShippedRule::name, Function.identity()));
      if (wordings.isEmpty()) {
        recall();
      }
    }

    /** Of a house that is older than the wordings: its first version is what was shipped. */
    private void recall() {
      for (RuleText rule : publishing.first()) {
        var wording = new ShippedRule(rule, 1, now);
        em.persist(wording);
        wordings.put(rule.name(), wording);
        StoredRule mine = own.get(rule.name());
        if (mine != null) {
          mine.release().shipped(1);
          mine.release().answer();
        }
      }
    }

    ReleaseCount take(List<RuleText> shipped) {
      for (int i = 0; i < shipped.size(); i++) {
        RuleText rule = shipped.get(i);
        ShippedRule before = wordings.get(rule.name());
        StoredRule mine = own.get(rule.name());
        if (mine != null) {
          offer(mine, rule);
        } else if (before == null) {
          begin(rule, next(shipped.subList(i + 1, shipped.size())));
        } // else an editor took it away
      }
      List<String> names = shipped.stream().map(RuleText::name).toList();
      for (StoredRule left : own.values()) {
        gone += !names.contains(left.name()) && left.release().shippedNoLonger() ? 1 : 0;
      }
      return new ReleaseCount(begun, taken, offered, gone);
    }

    /** The first of those behind it that the house has. */
    private String next(List<RuleText> behind) {
      return behind.stream().map(RuleText::name).filter(own::containsKey).findFirst().orElse("");
    }

    private void begin(RuleText rule, String before) {
      em.persist(new ShippedRule(rule, 1, now));
      ReleaseOffer release = stored.add(rule, before, TextHead.RELEASE).release();
      release.shipped(1);
      release.answer();
      begun++;
    }

    private void offer(StoredRule mine, RuleText rule) {
      ShippedRule before = wordings.get(mine.name());
      if (before != null && before.text().equals(rule)) {
        mine.release().shippedAgain();
        return;
      }
      int number = before == null ? 1 : before.number() + 1;
      em.persist(new ShippedRule(rule, number, now));
      mine.release().shipped(number);
      if (mine.text().equals(rule.switched(mine.text().off()))) {
        mine.release().answer();
      } else if (mine.isUntouched()) {
        mine.save(rule, now, TextHead.RELEASE);
        mine.release().answer();
        taken++;
      } else {
        offered++;
      }
    }
  }
}
