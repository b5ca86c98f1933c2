package jp.careplan.application.internal;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Codes of authenticator apps (RFC 6238): SHA-1, six digits, a new one every half-minute, as all
 * apps know them.
 */
public final class Totp {
  private static final int KEY_BYTES = 20;
  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  public static byte[] newKey() {
    return random(KEY_BYTES);
  }

  /** 80 random bits in groups of four characters, for a recovery code. */
  public static String newRecoveryCode() {
    return Base32.toBase32String(random(10)).replaceAll("(.{4})(?=.)", "$1-");
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  public static String text(byte[] key) {
    return Base32.toBase32String(key);
  }

  public static byte[] key(String text) {
    return Base32.decode(text);
  }

  /** What an app photographs. */
  public static String address(String issuer, String account, byte[] key) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
        .formatted(encoded(issuer), encoded(account), text(key), encoded(issuer));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public static long stepAt(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
  }

  public static String codeAt(byte[] key, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /**
   * The half-minute whose code this is: now, the one before or the one after, because clocks
   * differ; none that is not after the last one taken.
   */
  public static OptionalLong accepted(byte[] key, String code, Instant now, long last) {
    byte[] given = code.strip().getBytes(StandardCharsets.UTF_8);
    long present = stepAt(now);
    long[] fitting =
        LongStream.rangeClosed(present - 1, present + 1)
            .filter(step ->
                MessageDigest.isEqual(codeAt(key, step).getBytes(StandardCharsets.UTF_8), given))
            .toArray();
    return Arrays.stream(fitting).filter(step -> step > last).findFirst();
  }
}
