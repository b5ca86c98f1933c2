package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.internal.chat.ChatRules;
import jp.careplan.support.internal.chat.RuleCheck;
import jp.careplan.support.internal.chat.RuleFinding;
import jp.careplan.support.internal.chat.RuleText;

/**
 * Each change waits for the one before it, looks whether it is the one the editor saw, and leaves
 * an entry.
 */
@ApplicationScoped
@Transactional
class RuleService implements RuleEditing {
  private static final Comparator<Listed> WORST_FIRST =
      Comparator.comparingLong((Listed it) -> it.usage().getOrDefault(90, Usage.NOTHING).givenUp())
          .reversed();

  @Inject private EditingOperator operator;
  @Inject private StoredRules stored;
  @Inject private RuleUsage usage;
  @Inject private RulePublishing publishing;
  @Inject private RuleTryOut trying;
  @Inject private Reading reading;
  @Inject private Texts said;
  @Inject private AuditTrail trail;

  @Override
  public Page list(Filter filter, Optional<String> after, int most) {
    operator.require();
    stored.revision();
    Map<String, RuleText> live = byName(publishing.live());
    Map<String, Usage> month = usage.last(30);
    Map<String, Usage> quarter = usage.last(90);
    Stream<Listed> fitting =
        stored.draft().stream()
            .map(it ->
                new Listed(
                    it.text(),
                    change(it.text(), live),
                    it.release().offer(),
                    Map.of(
                        30, month.getOrDefault(it.name(), Usage.NOTHING),
                        90, quarter.getOrDefault(it.name(), Usage.NOTHING))))
            .filter(it -> fits(filter, it));
    List<Listed> found = (filter.givenUp() ? fitting.sorted(WORST_FIRST) : fitting).toList();
    List<String> names = found.stream().map(it -> it.rule().name()).toList();
    int from = after.map(it -> names.indexOf(it) + 1).orElse(0);
    int to = Math.min(found.size(), from + most);
    return new Page(
        found.subList(from, to),
        found.size(),
        to < found.size() ? Optional.of(names.get(to - 1)) : Optional.empty());
  }

  private static boolean fits(Filter filter, Listed it) {
    return (filter.topic().isEmpty() || it.rule().topic().equals(filter.topic()))
        && (!filter.changed() || it.change() != Change.NONE)
        && (!filter.off() || it.rule().off())
        && (!filter.offered() || it.offer() != TextOffer.NONE)
        && it.rule().format().contains(filter.word());
  }

  private static Change change(RuleText rule, Map<String, RuleText> live) {
    RuleText before = live.get(rule.name());
    if (before == null) {
      return Change.NEW;
    }
    return before.equals(rule) ? Change.NONE : Change.CHANGED;
  }

  private List<RuleText> texts() {
    return stored.draft().stream().map(StoredRule::text).toList();
  }

  private static Map<String, RuleText> byName(List<RuleText> rules) {
    return rules.stream()
        .collect(
            Collectors.toMap(RuleText::name, it -> it, (one, same) -> one, LinkedHashMap::new));
  }

  @Override
  public Overview overview() {
    operator.require();
    RuleRevision revision = stored.revision();
    List<RuleText> draft = texts();
    Map<String, RuleText> live = byName(publishing.live());
    Set<String> now = byName(draft).keySet();
    List<Change> changes = draft.stream().map(it -> change(it, live)).toList();
    return new Overview(
        revision.counted(),
        stored.version(revision.live()).map(RuleVersion::version),
        (int) changes.stream().filter(it -> it == Change.NEW).count(),
        (int) changes.stream().filter(it -> it == Change.CHANGED).count(),
        live.keySet().stream().filter(it -> !now.contains(it)).toList(),
        !now.stream()
            .filter(live::containsKey)
            .toList()
            .equals(live.keySet().stream().filter(now::contains).toList()));
  }

  @Override
  public Optional<Opened> find(String name) {
    operator.require();
    stored.revision();
    List<StoredRule> all = stored.draft();
    List<String> names = all.stream().map(StoredRule::name).toList();
    int at = names.indexOf(name);
    return at < 0
        ? Optional.empty()
        : Optional.of(
            new Opened(
                all.get(at).text(),
                all.get(at).saved(),
                at + 1 < names.size() ? names.get(at + 1) : "",
                Optional.ofNullable(byName(publishing.live()).get(name))));
  }

  @Override
  public Map<String, String> names() {
    operator.require();
    Map<String, String> names = new LinkedHashMap<>();
    texts().forEach(it -> names.put(it.name(), it.label()));
    return names;
  }

  @Override
  public String filled(String answer) {
    operator.require();
    return said.filled(answer);
  }

  @Override
  public String unmetWords(String id) {
    operator.require();
    return stored.unmetWords(id);
  }

  @Override
  public List<RuleFinding> check(String known, RuleText rule) {
    operator.require();
    List<RuleText> all = texts();
    boolean taken = known.isEmpty() && all.stream().anyMatch(it -> it.name().equals(rule.name()));
    boolean full = known.isEmpty() && all.size() >= RuleCheck.MOST_RULES;
    return Stream.of(
            taken
                ? Stream.of(new RuleFinding("name", "この鍵の規則は、もうあります。別の鍵にしてください。"))
                : Stream.<RuleFinding>empty(),
            full
                ? Stream.of(new RuleFinding("name", "規則は%d個までです。".formatted(RuleCheck.MOST_RULES)))
                : Stream.<RuleFinding>empty(),
            RuleCheck.of(rule, all, readable(reading)).stream())
        .flatMap(it -> it)
        .toList();
  }

  /** Whether readers see a text of this name, {@code FAQ/C-28}. */
  static Predicate<String> readable(Reading reading) {
    Set<String> names =
        Stream.of(TextKind.values())
            .flatMap(kind -> reading.all(kind).stream())
            .map(it -> it.kind() + "/" + it.name())
            .collect(Collectors.toSet());
    return names::contains;
  }

  @Override
  public int save(int seen, RuleText rule, String before) {
    String by = operator.require();
    RuleRevision revision = stored.lock();
    Optional<StoredRule> known = stored.find(rule.name()).filter(any -> seen > 0);
    if (seen > 0 && known.isEmpty()) {
      throw new DomainException(SupportProblem.NO_SUCH_RULE, "ほかの人が、先に消しました。");
    }
    if (known.filter(it -> it.number() != seen).isPresent()) {
      throw new DomainException(SupportProblem.TEXT_CHANGED, "");
    }
    if (!check(seen > 0 ? rule.name() : "", rule).isEmpty()) {
      throw new DomainException(SupportProblem.RULE_UNFIT, "");
    }
    known.ifPresentOrElse(
        it -> stored.save(it, rule, before, by), () -> stored.add(rule, before, by));
    revision.grow();
    note(by, "rule-saved", rule.name());
    return known.map(StoredRule::number).orElse(1);
  }

  @Override
  public void turn(String name, int seen, boolean off) {
    String by = operator.require();
    RuleRevision revision = stored.lock();
    stored.switched(seen(name, seen), off, by);
    revision.grow();
    note(by, off ? "rule-turned-off" : "rule-turned-on", name);
  }

  @Override
  public void remove(String name, int seen) {
    String by = operator.require();
    RuleRevision revision = stored.lock();
    stored.remove(seen(name, seen));
    revision.grow();
    note(by, "rule-removed", name);
  }

  private StoredRule seen(String name, int seen) {
    StoredRule rule =
        stored.find(name).orElseThrow(() -> new DomainException(SupportProblem.NO_SUCH_RULE, ""));
    if (rule.number() != seen) {
      throw new DomainException(SupportProblem.TEXT_CHANGED, "");
    }
    return rule;
  }

  @Override
  public Tried tryOut(String sentence, Optional<RuleText> typed, String before) {
    operator.require();
    List<RuleText> draft = new ArrayList<>(texts());
    typed.ifPresent(it -> put(draft, it, before));
    try {
      return trying.of(sentence, ChatRules.of(draft), ChatRules.of(publishing.live()));
    } catch (IllegalArgumentException e) { // a button as it was typed
      throw new DomainException(SupportProblem.RULE_UNFIT, "ボタンの形を直してから、ためしてください。");
    }
  }

  /** As it would stand after it was saved. */
  private static void put(List<RuleText> draft, RuleText typed, String before) {
    draft.removeIf(it -> it.name().equals(typed.name()));
    int at = draft.stream().map(RuleText::name).toList().indexOf(before);
    draft.add(at < 0 ? draft.size() : at, typed);
  }

  @Override
  public Run publish(long seen, String note) {
    String by = operator.require();
    return publishing.publish(seen, note, by);
  }

  @Override
  public Run rollBack(int number, int live, String note) {
    String by = operator.require();
    return publishing.rollBack(number, live, note, by);
  }

  @Override
  public List<Version> versions(Optional<Integer> before, int most) {
    operator.require();
    return stored.versions(before.orElse(Integer.MAX_VALUE), most);
  }

  @Override
  public String version(int number) {
    operator.require();
    return stored
        .version(number)
        .orElseThrow(() -> new DomainException(SupportProblem.NO_SUCH_RULE, ""))
        .content();
  }

  private void note(String by, String action, String rule) {
    trail.append(new AuditTrail.Entry(by, "", action, "rule " + rule, ""));
  }
}
