package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;
import jp.careplan.support.SynonymDesk.Effect;
import jp.careplan.support.SynonymDesk.Moved;
import jp.careplan.support.internal.search.SearchLanguage;
import jp.careplan.support.internal.search.SynonymTrial;
import jp.careplan.support.internal.search.SynonymTrial.Asked;
import jp.careplan.support.internal.search.SynonymTrial.Placing;

/**
 * What a list of synonyms would do, asked of the index that this node has anyway. Bounded: one at a
 * time, so many sentences, so long.
 */
@ApplicationScoped
class SynonymEffects {
  private static final long LONGEST_SECONDS = 10;

  @Inject private SearchNode search;
  @Inject private FieldLanguage language;
  @Inject private TestSentences sentences;

  private final ReentrantLock one = new ReentrantLock();

  Effect of(String mark, List<String> before, List<String> after) {
    try {
      if (!one.tryLock(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new DomainException(KernelProblem.TOO_MANY_REQUESTS, "");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DomainException(KernelProblem.TOO_MANY_REQUESTS, "");
    }
    try {
      return tried(mark, language.with(before), language.with(after));
    } finally {
      one.unlock();
    }
  }

  private Effect tried(String mark, SearchLanguage before, SearchLanguage after) {
    List<Asked> asked = asked();
    List<Moved> moved = new ArrayList<>();
    long start = System.nanoTime();
    int tried = 0;
    for (Asked it : asked) {
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
        break;
      }
      search.placing(it, before, after).map(place -> moved(it, place)).ifPresent(moved::add);
      tried++;
    }
    int worse = (int) moved.stream().filter(Moved::worse).count();
    return new Effect(
        mark,
        moved.size() - worse,
        worse,
        tried - moved.size(),
        asked.size() - tried,
        List.copyOf(moved));
  }

  private static Moved moved(Asked asked, Placing place) {
    return new Moved(
        asked.sentence(),
        String.join("、", asked.wanted()),
        place.before(),
        place.after(),
        place.isWorse());
  }

  /** Those of the editors first: they are what people asked here. */
  private List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    sentences.tried().forEach(it -> asked.add(new Asked(it.sentence(), Set.of(it.expected()))));
    asked.addAll(SynonymTrial.shipped(TextKind.FAQ + "/"));
    return asked;
  }
}
