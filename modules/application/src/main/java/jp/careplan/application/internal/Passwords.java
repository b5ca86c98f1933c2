package jp.careplan.application.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Argon2id. The cost is kept with each hash ({@code memoryKiB$iterations$salt$hash}), so that it
 * may be raised without touching old ones.
 */
@ApplicationScoped
public class Passwords {
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final long KILOBYTE = 1024;

  private final SecureRandom random = new SecureRandom();

  @Inject
  @ConfigProperty(name = "careplan.password.memory-kib", defaultValue = "19456")
  private int memoryKib;

  @Inject
  @ConfigProperty(name = "careplan.password.iterations", defaultValue = "2")
  private int iterations;

  /** Encodes a password for keeping. */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = argon2id(password, salt, memoryKib, iterations);
    var base64 = Base64.getEncoder().withoutPadding();
    return memoryKib
        + "$"
        + iterations
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(hash);
  }

  /** Compares in constant time. */
  public boolean matches(String password, String encoded) {
    String[] parts = encoded.split("\\$");
    var base64 = Base64.getDecoder();
    byte[] hash =
        argon2id(
            password,
            base64.decode(parts[2]),
            Integer.parseInt(parts[0]),
            Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(hash, base64.decode(parts[3]));
  }

  /** Takes as long as a comparison: for accounts that do not exist. */
  public void waste(String password) {
    argon2id(password, new byte[SALT_BYTES], memoryKib, iterations);
  }

  /** Memory that one hash takes while it is worked out. */
  public long bytesAtWork() {
    return memoryKib * KILOBYTE;
  }

  private byte[] argon2id(String password, byte[] salt, int memory, int rounds) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(salt)
            .withMemoryAsKB(memory)
            .withIterations(rounds)
            .withParallelism(1)
            .build());
    byte[] hash = new byte[HASH_BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
