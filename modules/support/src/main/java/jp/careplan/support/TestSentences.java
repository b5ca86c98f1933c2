package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

/** Test sentences; the index of this node says what became of them. */
@ApplicationScoped
@Transactional
class TestSentences implements SearchTesting {
  /** So many of the newest are tried as a whole: what a change may cost is bounded. */
  static final int MOST_TRIED = 500;

  private static final int FIRST = 3;

  @PersistenceContext private EntityManager em;
  @Inject private EditingOperator operator;
  @Inject private SearchNode search;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  /** What was ended with a text or a rule is asked again; a vote has no question in it. */
  void make(Unmet question, UnmetDesk.Ending ending, String by) {
    String expected =
        ending.how() == UnmetState.RULE && ending.answer().isEmpty()
            ? TestSentence.BY_RULE
            : ending.answer();
    if (question.source() != UnmetKind.VOTE && !expected.isEmpty()) {
      em.merge(new TestSentence(question, expected, by, clock.instant()));
    }
  }

  void takeBack(Unmet question) {
    TestSentence made = em.find(TestSentence.class, question.id());
    if (made != null) {
      em.remove(made);
    }
  }

  /** The newest that the search is asked for. */
  List<TestSentence> tried() {
    return em.createQuery(
            "select s from TestSentence s where s.expected <> :rule order by s.madeAt desc, s.id",
            TestSentence.class)
        .setParameter("rule", TestSentence.BY_RULE)
        .setMaxResults(MOST_TRIED)
        .getResultList();
  }

  @Override
  public Page list(Optional<Place> after, int most) {
    operator.require();
    var query =
        em.createQuery(
            "select s from TestSentence s"
                + (after.isEmpty()
                    ? ""
                    : " where s.madeAt < :at or (s.madeAt = :at and s.id > :id)")
                + " order by s.madeAt desc, s.id",
            TestSentence.class);
    after.ifPresent(it -> query.setParameter("at", it.madeAt()).setParameter("id", it.id()));
    List<Sentence> found =
        query.setMaxResults(most + 1).getResultStream().map(this::tried).toList();
    if (found.size() <= most) {
      return new Page(found, Optional.empty());
    }
    Sentence last = found.get(most - 1);
    return new Page(found.subList(0, most), Optional.of(new Place(last.madeAt(), last.id())));
  }

  @Override
  public List<Sentence> broken() {
    operator.require();
    return tried().stream().map(this::tried).filter(it -> it.verdict() == Verdict.BROKEN).toList();
  }

  private Sentence tried(TestSentence sentence) {
    return sentence.shown(
        sentence.isByRule()
            ? Verdict.BY_RULE
            : search.verdict(sentence.sentence(), sentence.expected(), FIRST));
  }

  @Override
  public void remove(String id) {
    String by = operator.require();
    TestSentence sentence = em.find(TestSentence.class, id);
    if (sentence == null) {
      throw new DomainException(SupportProblem.NO_SUCH_UNMET, "");
    }
    em.remove(sentence);
    trail.append(new AuditTrail.Entry(by, "", "test-sentence-removed", id));
  }
}
