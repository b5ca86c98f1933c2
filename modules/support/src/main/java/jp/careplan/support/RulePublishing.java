package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.internal.chat.ChatRules;
import jp.careplan.support.internal.chat.RuleText;
import jp.careplan.support.internal.chat.RuleTrial;

/** Rules answer only after all sentences of all of them were tried; who publishes waits for it. */
@ApplicationScoped
@Transactional
class RulePublishing {
  private static final Duration MOST = Duration.ofSeconds(10);
  private static final int LONGEST_NOTE = 200;

  @Inject private StoredRules stored;
  @Inject private Reading reading;
  @Inject private Searching searching;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  /** The rules of the newest version; none where there is none or it cannot be read. */
  List<RuleText> live() {
    return stored.version(stored.live()).map(it -> readable(it.content())).orElse(List.of());
  }

  private static List<RuleText> readable(String content) {
    try {
      List<RuleText> rules = RuleText.parse(content);
      ChatRules.of(rules);
      return rules;
    } catch (IllegalArgumentException e) { // nodes tell it in their logs
      return List.of();
    }
  }

  RuleEditing.Run publish(long seen, String note, String by) {
    RuleRevision revision = stored.lock();
    if (revision.counted() != seen) {
      throw new DomainException(SupportProblem.RULES_CHANGED, "");
    }
    List<RuleText> draft = stored.draft().stream().map(StoredRule::text).toList();
    return tried(revision, draft, note, by, 0);
  }

  RuleEditing.Run rollBack(int number, int live, String note, String by) {
    RuleRevision revision = stored.lock();
    if (revision.live() != live) {
      throw new DomainException(SupportProblem.RULES_CHANGED, "");
    }
    String content =
        stored
            .version(number)
            .orElseThrow(() -> new DomainException(SupportProblem.NO_SUCH_RULE, ""))
            .content();
    return tried(revision, RuleText.parse(content), note, by, number);
  }

  /** The version with which everything began; none where an editor published it. */
  List<RuleText> first() {
    return stored
        .version(1)
        .filter(it -> it.version().saved().by().equals(TextHead.SYSTEM))
        .map(it -> readable(it.content()))
        .orElse(List.of());
  }

  /** What came with a release answers, if it passes; else it waits for an editor. */
  void ofRelease(RuleRevision revision, List<RuleText> rules) {
    RuleTrial.Result result = trial(rules, clock.instant());
    if (result.inTime() && result.failures().isEmpty()) {
      publish(revision, rules, TextHead.RELEASE, "", 0);
    }
  }

  private RuleTrial.Result trial(List<RuleText> rules, Instant start) {
    Instant end = start.plus(MOST);
    return RuleTrial.run(
        rules,
        new RuleTrial.Behind(RuleService.readable(reading), this::sure),
        () -> clock.instant().isAfter(end));
  }

  private int publish(
      RuleRevision revision, List<RuleText> rules, String by, String note, int again) {
    int number = stored.publish(revision, rules, by, note, again);
    String action = again > 0 ? "rules-rolled-back" : "rules-published";
    trail.append(new AuditTrail.Entry(by, "", action, "rules " + number, ""));
    return number;
  }

  private RuleEditing.Run tried(
      RuleRevision revision, List<RuleText> rules, String typed, String by, int again) {
    String note = typed.replaceAll("\\p{Cntrl}", " ").strip();
    if (note.length() > LONGEST_NOTE) {
      throw new DomainException(SupportProblem.RULE_UNFIT, "メモは%d文字までです。".formatted(LONGEST_NOTE));
    }
    if (rules.equals(live())) {
      throw new DomainException(SupportProblem.RULE_UNFIT, "公開中の規則と同じです。公開するものはありません。");
    }
    Instant start = clock.instant();
    RuleTrial.Result result = trial(rules, start);
    if (!result.inTime()) {
      throw new DomainException(SupportProblem.RULES_UNPROVEN, "");
    }
    int number = result.failures().isEmpty() ? publish(revision, rules, by, note, again) : 0;
    return new RuleEditing.Run(number, result, Duration.between(start, clock.instant()).toMillis());
  }

  /** The question that the chat would answer with, where no rule does. */
  private Optional<String> sure(String sentence) {
    return searching
        .search(sentence, Optional.of(TextKind.FAQ), 3)
        .filter(it -> it.confident() && !it.nearestOnly())
        .map(it -> it.hits().getFirst().id());
  }
}
