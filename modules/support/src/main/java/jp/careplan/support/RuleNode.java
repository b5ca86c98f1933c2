package jp.careplan.support;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import jp.careplan.kernel.Worker;
import jp.careplan.support.internal.chat.ChatRules;
import jp.careplan.support.internal.chat.RuleText;

/**
 * The rules by which this node answers: those of the newest version. Where that cannot be read, the
 * node goes on with what it has; at first that is what is shipped.
 */
@ApplicationScoped
class RuleNode implements Worker {
  private static final System.Logger LOG = System.getLogger(RuleNode.class.getName());

  @Inject private StoredRules stored;

  private volatile ChatRules rules = ChatRules.shipped();
  private int looked;
  private int held;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void work() {
    int live = stored.live();
    if (live != looked) {
      int earliest = held == 0 ? 1 : live; // a node that begins looks for one that can be read
      for (int number = live; number >= earliest && looked != live; number--) {
        take(number, live);
      }
      looked = live;
    }
  }

  private void take(int number, int live) {
    try {
      Optional<RuleVersion> version = stored.version(number);
      if (version.isPresent()) {
        ChatRules next = ChatRules.of(RuleText.parse(version.get().content()));
        if (next.all().isEmpty()) {
          throw new IllegalArgumentException("no rules");
        }
        rules = next;
        held = number;
        looked = live;
        LOG.log(INFO, "chat answers by version {0}: {1} rules", number, next.all().size());
      }
    } catch (IllegalArgumentException e) {
      LOG.log(
          ERROR, "version " + number + " of the chat's rules cannot be read, earlier ones stay", e);
    }
  }

  ChatRules rules() {
    return rules;
  }
}
