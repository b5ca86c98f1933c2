package jp.careplan.application.internal.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * 証明書署名要求 (PKCS#10): a key whose owner has shown to hold it. Names and extensions asked for are not
 * taken over; who it is for, the caller knows from its own records.
 */
public final class SigningRequest {
  private static final int MOST_BYTES = 16_384;

  private final PublicKey key;
  private final X500Principal subject;

  private SigningRequest(PublicKey key, X500Principal subject) {
    this.key = key;
    this.subject = subject;
  }

  /**
   * Reads and checks a request.
   *
   * @param bytes DER or PEM
   * @throws AuthorityProblem where it cannot be read, is not signed by its key, or the key is weak
   */
  public static SigningRequest read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new AuthorityProblem("signing request too long");
    }
    try {
      var request = new JcaPKCS10CertificationRequest(parse(bytes));
      PublicKey key = request.getPublicKey();
      Optional<String> weakness = KeyStrength.weakness(key, request.getSubjectPublicKeyInfo());
      if (weakness.isPresent()) {
        throw new AuthorityProblem("key of the signing request: " + weakness.get());
      }
      if (!KeyStrength.isStrong(request.getSignatureAlgorithm())
          || !request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        throw new AuthorityProblem("signing request is not signed by its key");
      }
      return new SigningRequest(key, new X500Principal(request.getSubject().getEncoded()));
    } catch (AuthorityProblem e) {
      throw e;
    } catch (IOException
        | GeneralSecurityException
        | PKCSException
        | OperatorCreationException
        | RuntimeException e) {
      // bytes from outside make readers throw anything
      throw new AuthorityProblem("not a signing request (PKCS#10)", e);
    }
  }

  private static PKCS10CertificationRequest parse(byte[] bytes) throws IOException {
    if (bytes.length > 0 && bytes[0] == 0x30) {
      return new PKCS10CertificationRequest(bytes);
    }
    try (var parser =
        new PEMParser(new StringReader(new String(bytes, StandardCharsets.US_ASCII)))) {
      if (parser.readObject() instanceof PKCS10CertificationRequest request) {
        return request;
      }
      throw new AuthorityProblem("not a signing request (PKCS#10)");
    }
  }

  public PublicKey key() {
    return key;
  }

  /** The name asked for: for a person to compare, never for a certificate. */
  public X500Principal requestedSubject() {
    return subject;
  }
}
