package jp.careplan.exchange.internal.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.careplan.kernel.KeyStoreFile;

/** Seals and opens the files of one transmission. The transmission's ID is bound in (AAD). */
@ApplicationScoped
public class ContentCipher {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  @Inject private KeyStoreFile keys;

  /** Seals files one behind the other. */
  public SealedContent seal(String transmissionId, List<byte[]> files) {
    byte[] dataKey = randomBytes(KEY_BYTES);
    byte[] nonce = randomBytes(NONCE_BYTES);
    String alias = keys.newestMasterKey();
    try {
      Cipher cipher = gcm(Cipher.ENCRYPT_MODE, dataKey, nonce, transmissionId);
      byte[] deflated = deflate(files);
      byte[] body = new byte[NONCE_BYTES + cipher.getOutputSize(deflated.length)];
      System.arraycopy(nonce, 0, body, 0, NONCE_BYTES);
      cipher.doFinal(deflated, 0, deflated.length, body, NONCE_BYTES);
      return new SealedContent(alias, wrap(keys.masterKey(alias), dataKey), body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal content", e);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @param length bytes of all files together
   */
  public byte[] open(String transmissionId, SealedContent sealed, int length) {
    try {
      byte[] dataKey = unwrap(keys.masterKey(sealed.masterKey()), sealed.dataKey());
      byte[] nonce = java.util.Arrays.copyOf(sealed.body(), NONCE_BYTES);
      Cipher cipher = gcm(Cipher.DECRYPT_MODE, dataKey, nonce, transmissionId);
      byte[] deflated =
          cipher.doFinal(sealed.body(), NONCE_BYTES, sealed.body().length - NONCE_BYTES);
      return inflate(deflated, length);
    } catch (GeneralSecurityException | DataFormatException e) {
      throw new IllegalStateException("content of " + transmissionId + " cannot be opened", e);
    }
  }

  /** Alias of the master key that wraps what is sealed now. */
  public String keyInUse() {
    return keys.newestMasterKey();
  }

  /** The same data key, wrapped by another master key; nothing is opened for it. */
  public byte[] rewrapped(String oldAlias, byte[] dataKey, String alias) {
    try {
      return wrap(keys.masterKey(alias), unwrap(keys.masterKey(oldAlias), dataKey));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot wrap anew what " + oldAlias + " wraps", e);
    }
  }

  /** Whether the key store has the master key that wraps the data key of this content. */
  public boolean holdsKeyOf(SealedContent sealed) {
    try {
      return keys.hasMasterKey(sealed.masterKey())
          && unwrap(keys.masterKey(sealed.masterKey()), sealed.dataKey()).length == KEY_BYTES;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Cipher gcm(int mode, byte[] key, byte[] nonce, String transmissionId)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(transmissionId.getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  private static byte[] wrap(SecretKey master, byte[] dataKey) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AESWrap");
    cipher.init(Cipher.WRAP_MODE, master);
    return cipher.wrap(new SecretKeySpec(dataKey, "AES"));
  }

  private static byte[] unwrap(SecretKey master, byte[] wrapped) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AESWrap");
    cipher.init(Cipher.UNWRAP_MODE, master);
    return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
  }

  private static byte[] deflate(List<byte[]> files) {
    try (var deflater = new Closing(new Deflater(Deflater.BEST_SPEED))) {
      var out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (byte[] file : files) {
        deflater.it().setInput(file);
        while (!deflater.it().needsInput()) {
          out.write(buffer, 0, deflater.it().deflate(buffer));
        }
      }
      deflater.it().finish();
      while (!deflater.it().finished()) {
        out.write(buffer, 0, deflater.it().deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static byte[] inflate(byte[] deflated, int length) throws DataFormatException {
    var inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      byte[] bytes = new byte[length];
      int done = 0;
      while (done < length && !inflater.finished()) {
        done += inflater.inflate(bytes, done, length - done);
      }
      if (done != length) {
        throw new DataFormatException("expected " + length + " bytes, found " + done);
      }
      return bytes;
    } finally {
      inflater.end();
    }
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** {@link Deflater} is no {@link AutoCloseable} before Java 26. */
  private record Closing(Deflater it) implements AutoCloseable {
    @Override
    public void close() {
      it.end();
    }
  }
}
