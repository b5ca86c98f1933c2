package jp.careplan.exchange.internal.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import jp.careplan.kernel.KeyStoreFile;

/**
 * Makes of what must be found again, and must not be told, a keyed hash: HMAC-SHA256 with the
 * look-up key, cut to 128 bits, 22 letters. Whoever has the database alone can neither read nor
 * guess it.
 */
@ApplicationScoped
public class LookupHash {
  /** Letters of a hash. */
  public static final int LENGTH = 22;

  private static final int BYTES = 16;
  private static final char PARTED = '\u001F';

  @Inject private KeyStoreFile keys;

  /** Name of the key that new hashes are made with; empty where the key store has none. */
  public Optional<String> newestKey() {
    return keys.lookupKeys().stream().findFirst();
  }

  /** Names of all keys that stored hashes may have been made with, the newest first. */
  public List<String> keys() {
    return keys.lookupKeys();
  }

  /** A maker of hashes with that key, for one thread. */
  public Maker with(String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(keys.lookupKey(key));
      return new Maker(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no hash with " + key, e);
    }
  }

  /** Makes hashes with one key. */
  public static final class Maker {
    private final Mac mac;

    private Maker(Mac mac) {
      this.mac = mac;
    }

    /** Hash of these parts in this order; the first says what for. */
    public String of(String... parts) {
      String text = String.join(String.valueOf(PARTED), parts);
      byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
    }
  }
}
