package jp.careplan.app;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jp.careplan.exchange.KeysInUse;

/** A node with the keys of another exchange does not start: whatever it took in would be lost. */
@Singleton
@Startup
@DependsOn("Migrations")
public class KeyCheck {
  private static final System.Logger LOG = System.getLogger(KeyCheck.class.getName());

  @Inject private KeysInUse keys;

  @PostConstruct
  void check() {
    try {
      keys.mustOpenTheNewestContent();
    } catch (IllegalStateException e) {
      LOG.log(System.Logger.Level.ERROR, e.getMessage());
      throw e;
    }
  }
}
