package jp.careplan.kernel.internal.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says that the exchange itself wrote an entry: who can only write to the database cannot make it.
 * It guards an entry for the seconds until it is sealed.
 */
public final class Stamp {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = "careplan audit entry".getBytes(StandardCharsets.US_ASCII);

  private Stamp() {}

  /** The key for stamps that goes with a master key. */
  public static SecretKey keyFrom(SecretKey master) {
    return new SecretKeySpec(mac(master, PURPOSE), ALGORITHM);
  }

  public static byte[] of(SecretKey key, TrailEntry entry) {
    return mac(key, entry.bytes());
  }

  public static boolean fits(SecretKey key, TrailEntry entry) {
    return MessageDigest.isEqual(of(key, entry), entry.stamp());
  }

  private static byte[] mac(SecretKey key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot stamp", e);
    }
  }
}
