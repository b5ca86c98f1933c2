package jp.careplan.kernel.internal.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import jp.careplan.kernel.Sha256;

/**
 * A seal as it is stored and handed out.
 *
 * @param statement what is signed
 * @param signer alias in the key store
 * @param signature ECDSA with SHA-256, DER
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
public record Seal(long number, String statement, String signer, byte[] signature) {
  private static final String ALGORITHM = "SHA256withECDSA";

  static Seal sign(SealStatement statement, String signer, PrivateKey key) {
    try {
      Signature pen = Signature.getInstance(ALGORITHM);
      pen.initSign(key);
      pen.update(statement.text().getBytes(StandardCharsets.UTF_8));
      return new Seal(statement.number(), statement.text(), signer, pen.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign a seal", e);
    }
  }

  boolean isSignedBy(PublicKey key) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(statement.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // bytes that are no signature at all
    }
  }

  /** Empty where it was changed so that it cannot be read. */
  public Optional<Instant> sealedAt() {
    try {
      return Optional.of(SealStatement.parse(statement).at());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public Exported exported() {
    return new Exported(number, hash());
  }

  String hash() {
    return Sha256.hex(statement);
  }

  /** One line of JSON. */
  public String json() {
    return "{\"number\":%d,\"hash\":\"%s\",\"statement\":\"%s\",\"signer\":\"%s\",\"signature\":\"%s\"}"
        .formatted(
            number,
            hash(),
            statement.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"),
            signer,
            Base64.getEncoder().encodeToString(signature));
  }
}
