package jp.careplan.app;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jp.careplan.application.Enrolling;
import jp.careplan.exchange.KeysInUse;

/**
 * A node with the keys of another exchange does not start: whatever it took in would be lost. Nor
 * does one that cannot open the keys it is to issue with.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class KeyCheck {
  private static final System.Logger LOG = System.getLogger(KeyCheck.class.getName());

  @Inject private KeysInUse keys;
  @Inject private Enrolling enrolling;

  @PostConstruct
  void check() {
    try {
      keys.mustOpenTheNewestContent();
      enrolling.isOpen();
    } catch (IllegalStateException e) {
      LOG.log(System.Logger.Level.ERROR, e.getMessage());
      throw e;
    }
  }
}
