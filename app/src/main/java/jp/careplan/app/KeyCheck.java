package jp.careplan.app;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jp.careplan.application.Enrolling;
import jp.careplan.exchange.KeysInUse;
import jp.careplan.kernel.KeyChoices;

/**
 * A node with the keys of another exchange does not start: whatever it took in would be lost. Nor
 * does one that cannot open the keys it is to issue with.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class KeyCheck {
  private static final System.Logger LOG = System.getLogger(KeyCheck.class.getName());

  @Inject private KeyChoices choices;
  @Inject private KeysInUse keys;
  @Inject private Enrolling enrolling;

  @PostConstruct
  void check() {
    try {
      choices.follow();
      mustHoldKeysInUse();
      keys.mustOpenTheNewestContent();
      enrolling.isOpen();
      tellOfLookupKey();
    } catch (IllegalStateException e) {
      LOG.log(System.Logger.Level.ERROR, e.getMessage());
      throw e;
    }
  }

  /** Other nodes seal with them already: this one would not open what they take in. */
  private void mustHoldKeysInUse() {
    choices.inUse().values().stream()
        .filter(alias -> !choices.held().contains(alias))
        .findFirst()
        .ifPresent(alias -> {
          throw new IllegalStateException(
              "the key store careplan.keys.file does not belong to this database: it does not hold"
                  + " the "
                  + alias
                  + " that is in use; bring back the key store of this exchange"
                  + " (docs/operations/backup.md)");
        });
  }

  /** The node starts all the same: what it takes in meanwhile is indexed once the key is there. */
  private void tellOfLookupKey() {
    if (!keys.hasLookupKey()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the key store careplan.keys.file has no look-up key (lookup-1): versions of a person and"
              + " people awaited are not shown until it is added (docs/operations/keys.md)");
    }
  }
}
