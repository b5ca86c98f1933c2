package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals small secrets that must lie in the database: AES-256-GCM under a key of their own, wrapped
 * by the newest master key (RFC 3394). A copy of the database opens none of them.
 */
@ApplicationScoped
public class Vault {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  @Inject private KeyStoreFile keys;

  /**
   * @param place what the secret belongs to, for example a table and an ID; it opens there alone
   */
  public byte[] seal(String place, byte[] secret) {
    byte[] key = randomBytes(KEY_BYTES);
    byte[] nonce = randomBytes(NONCE_BYTES);
    String alias = keys.newestMasterKey();
    try {
      byte[] body = gcm(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(secret);
      byte[] name = alias.getBytes(StandardCharsets.US_ASCII);
      byte[] wrapped = wrapped(alias, key);
      return ByteBuffer.allocate(2 + name.length + wrapped.length + NONCE_BYTES + body.length)
          .put((byte) name.length)
          .put(name)
          .put((byte) wrapped.length)
          .put(wrapped)
          .put(nonce)
          .put(body)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal for " + place, e);
    }
  }

  /** Opens what {@link #seal} made for the same place. */
  public byte[] open(String place, byte[] sealed) {
    var in = ByteBuffer.wrap(sealed);
    String alias = new String(next(in, in.get()), StandardCharsets.US_ASCII);
    byte[] wrapped = next(in, in.get());
    byte[] nonce = next(in, NONCE_BYTES);
    try {
      return gcm(Cipher.DECRYPT_MODE, unwrapped(alias, wrapped), nonce, place)
          .doFinal(next(in, in.remaining()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot open what is sealed for " + place, e);
    }
  }

  /** Of what lies sealed: whether another key than that in use wraps it. */
  boolean isUnderOldKey(byte[] sealed) {
    var in = ByteBuffer.wrap(sealed);
    return !new String(next(in, in.get()), StandardCharsets.US_ASCII)
        .equals(keys.newestMasterKey());
  }

  /** The same secret with its key wrapped by the master key in use; nothing is opened for it. */
  byte[] rewrapped(byte[] sealed) {
    var in = ByteBuffer.wrap(sealed);
    String old = new String(next(in, in.get()), StandardCharsets.US_ASCII);
    byte[] wrapped = next(in, in.get());
    byte[] rest = next(in, in.remaining());
    String alias = keys.newestMasterKey();
    try {
      byte[] anew = wrapped(alias, unwrapped(old, wrapped));
      byte[] name = alias.getBytes(StandardCharsets.US_ASCII);
      return ByteBuffer.allocate(2 + name.length + anew.length + rest.length)
          .put((byte) name.length)
          .put(name)
          .put((byte) anew.length)
          .put(anew)
          .put(rest)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot wrap anew what " + old + " wraps", e);
    }
  }

  private byte[] wrapped(String alias, byte[] key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AESWrap");
    cipher.init(Cipher.WRAP_MODE, keys.masterKey(alias));
    return cipher.wrap(new SecretKeySpec(key, "AES"));
  }

  private byte[] unwrapped(String alias, byte[] wrapped) throws GeneralSecurityException {
    SecretKey master = keys.masterKey(alias);
    Cipher cipher = Cipher.getInstance("AESWrap");
    cipher.init(Cipher.UNWRAP_MODE, master);
    return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
  }

  private static Cipher gcm(int mode, byte[] key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] next(ByteBuffer in, int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
