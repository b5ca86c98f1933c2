package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import jp.careplan.kernel.internal.chain.Stamp;
import jp.careplan.kernel.internal.chain.TrailEntry;

/** Stamps entries of the trail under keys that go with the master keys. */
@ApplicationScoped
class EntryStamps {
  @Inject private KeyStoreFile keys;
  private final ConcurrentHashMap<String, SecretKey> held = new ConcurrentHashMap<>();

  byte[] stamp(TrailEntry entry) {
    return Stamp.of(key(keys.newestMasterKey()), entry);
  }

  boolean isOurs(TrailEntry entry) {
    return entry.stamp().length > 0
        && (Stamp.fits(key(keys.newestMasterKey()), entry)
            || keys.masterKeys().stream().anyMatch(alias -> Stamp.fits(key(alias), entry)));
  }

  private SecretKey key(String alias) {
    return held.computeIfAbsent(alias, it -> Stamp.keyFrom(keys.masterKey(it)));
  }
}
