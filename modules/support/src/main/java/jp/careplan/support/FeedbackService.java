package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import jp.careplan.support.internal.inquiry.PersonalData;

@ApplicationScoped
@Transactional
class FeedbackService implements Feedback {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST = 100;
  private static final int LONGEST = 300;
  private static final int MOST_READ = 2000;

  @PersistenceContext private EntityManager em;
  @Inject private UnmetQueue unmet;
  @Inject private Brake brake;
  @Inject private Clock clock;

  @Override
  public void helped(HelpText text, String source) {
    if (isFirst(text, source)) {
      em.persist(new Vote(text, true, "", "", clock.instant()));
    }
  }

  @Override
  public void didNotHelp(HelpText text, Reason reason, String words, String source) {
    if (!isFirst(text, source)) {
      return;
    }
    String read = words.length() > MOST_READ ? words.substring(0, MOST_READ) : words;
    String all = PersonalData.masked(read).strip(); // before the cut, which may halve a number
    String masked = all.length() > LONGEST ? all.substring(0, LONGEST) : all;
    em.persist(new Vote(text, false, reason.name(), masked, clock.instant()));
    String why = masked.isEmpty() ? reason.label() : reason.label() + ": " + masked;
    unmet.note(UnmetKind.VOTE, why, text.kind() + "/" + text.name());
  }

  /** One vote a text and day is enough for one source. */
  private boolean isFirst(HelpText text, String source) {
    return brake.isRoom("vote " + source, MOST, DAY)
        && brake.isRoom("vote " + source + " " + text.address(), 3, DAY);
  }

  @Override
  public void nothingFound(String query, String source) {
    if (brake.isRoom("nothing " + source, MOST, DAY)) {
      unmet.note(UnmetKind.SEARCH, query, "");
    }
  }
}
