package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.internal.inquiry.PersonalData;

/** Each change locks the group, and leaves an entry that tells no word of a question. */
@ApplicationScoped
@Transactional
class UnmetService implements UnmetDesk {
  private static final int MOST_AT_ONCE = 1000;
  private static final int LONGEST_REASON = 300;
  private static final int LONGEST_TITLE = 200;

  @PersistenceContext private EntityManager em;
  @Inject private EditingOperator operator;
  @Inject private UnmetGroups groups;
  @Inject private TextVersions versions;
  @Inject private TestSentences sentences;
  @Inject private Editing editing;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  public Page list(Filter filter, Optional<Place> after, int most) {
    operator.require();
    return groups.list(filter, after, most);
  }

  @Override
  public Opened open(String group, Optional<Place> after, int most) {
    operator.require();
    UnmetGroup found = em.find(UnmetGroup.class, group);
    if (found == null || found.isEmpty()) {
      throw new DomainException(SupportProblem.NO_SUCH_UNMET, "");
    }
    var query =
        em.createQuery(
                "select u from Unmet u where u.gathered = :group"
                    + (after.isEmpty()
                        ? ""
                        : " and (u.counted < :counted or (u.counted = :counted and u.id > :id))")
                    + " order by u.counted desc, u.id",
                Unmet.class)
            .setParameter("group", group);
    after.ifPresent(it -> query.setParameter("counted", it.counted()).setParameter("id", it.id()));
    List<Question> questions =
        query.setMaxResults(most + 1).getResultStream().map(Unmet::question).toList();
    if (questions.size() <= most) {
      return new Opened(found.shown(), questions, Optional.empty());
    }
    Question last = questions.get(most - 1);
    return new Opened(
        found.shown(),
        questions.subList(0, most),
        Optional.of(new Place(last.counted(), last.id())));
  }

  @Override
  public void end(String group, Optional<String> question, Ending ending) {
    String by = operator.require();
    Ending fit = required(ending);
    change(
        group,
        question,
        Unmet::isOpen,
        it -> {
          it.end(fit, by, clock.instant());
          sentences.make(it, fit, by);
        });
    note(by, "unmet-ended", group, question, fit.how() + " " + fit.answer() + fit.reason());
  }

  private Ending required(Ending ending) {
    String reason = ending.how() == UnmetState.IGNORED ? ending.reason().strip() : "";
    if (ending.how() == UnmetState.IGNORED
        && (reason.isEmpty() || reason.length() > LONGEST_REASON)) {
      throw unfit("対応しない理由を、300文字までで書いてください。");
    }
    String answer = ending.answer().strip();
    boolean needed = ending.how() == UnmetState.FAQ || ending.how() == UnmetState.SYNONYM;
    if (needed && answer.isEmpty()) {
      throw unfit("答えになる文章を選ぶか、番号を書いてください。");
    }
    if (ending.how() == UnmetState.OPEN) {
      throw unfit("終え方を選んでください。");
    }
    String masked = PersonalData.masked(reason);
    return new Ending(
        ending.how(),
        ending.how() == UnmetState.IGNORED || answer.isEmpty() ? "" : textOf(answer),
        masked.length() > LONGEST_REASON ? masked.substring(0, LONGEST_REASON) : masked);
  }

  /** {@code FAQ/A-01}, or a question's number alone. */
  private String textOf(String answer) {
    String[] parts = (answer.contains("/") ? answer : "FAQ/" + answer).split("/", 2);
    return Arrays.stream(TextKind.values())
        .filter(it -> it.name().equals(parts[0]))
        .map(it -> new Editing.Key(it, parts[1]))
        .filter(versions::exists)
        .map(it -> it.kind() + "/" + it.name())
        .findFirst()
        .orElseThrow(() -> unfit("この番号の文章は見つかりません。「A-01」や「GUIDE/send」のように書いてください。"));
  }

  private static DomainException unfit(String why) {
    return new DomainException(SupportProblem.UNMET_UNFIT, why);
  }

  @Override
  public Editing.Key endWithDraft(String group, Optional<String> question, FaqCategory category) {
    operator.require();
    String words =
        question
            .map(it -> em.find(Unmet.class, it))
            .map(it -> it.question().words())
            .orElseGet(() -> open(group, Optional.empty(), 1).group().words());
    String title = words.length() > LONGEST_TITLE ? words.substring(0, LONGEST_TITLE) : words;
    TextContent empty = TextContent.empty();
    Editing.Key key =
        editing.begin(
            TextKind.FAQ,
            new TextContent(
                title.isBlank() ? "（質問を書いてください）" : title,
                category.name(),
                "",
                "",
                "（答えを、ここに書いてください。）",
                empty.publishedOn(),
                empty.showFrom(),
                empty.showUntil(),
                "",
                empty.reviewOn(),
                empty.related(),
                empty.files()));
    end(group, question, new Ending(UnmetState.FAQ, key.kind() + "/" + key.name(), ""));
    return key;
  }

  @Override
  public void reopen(String group, Optional<String> question) {
    String by = operator.require();
    change(
        group,
        question,
        it -> !it.isOpen(),
        it -> {
          it.reopen();
          sentences.takeBack(it);
        });
    note(by, "unmet-reopened", group, question, "");
  }

  private void change(
      String group, Optional<String> question, Predicate<Unmet> fits, Consumer<Unmet> deed) {
    UnmetGroup locked =
        groups.lock(group).orElseThrow(() -> new DomainException(SupportProblem.NO_SUCH_UNMET, ""));
    List<Unmet> changed = questions(group, question).stream().filter(fits).toList();
    if (changed.isEmpty()) {
      throw new DomainException(SupportProblem.UNMET_CHANGED, "");
    }
    changed.forEach(deed);
    groups.recount(locked);
  }

  private List<Unmet> questions(String group, Optional<String> question) {
    var query =
        em.createQuery(
                "select u from Unmet u where u.gathered = :group"
                    + (question.isEmpty() ? "" : " and u.id = :id")
                    + " order by u.counted desc, u.id",
                Unmet.class)
            .setParameter("group", group)
            .setHint("jakarta.persistence.cache.retrieveMode", "BYPASS")
            .setMaxResults(MOST_AT_ONCE);
    question.ifPresent(it -> query.setParameter("id", it));
    return query.getResultList();
  }

  private void note(
      String by, String action, String group, Optional<String> question, String reason) {
    trail.append(new AuditTrail.Entry(by, "", action, question.orElse(group), reason.strip()));
  }
}
