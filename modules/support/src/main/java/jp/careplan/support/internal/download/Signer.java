package jp.careplan.support.internal.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * The certificate that the packages' signatures are verified by: {@code signer.pem} of the folder.
 * A signature is the bare one over the package's bytes with SHA-256, as {@code openssl dgst -sha256
 * -sign} and {@code app/bin/package-launcher} make it.
 */
record Signer(X509Certificate certificate) {
  static final String FILE = "signer.pem";

  static Signer of(Path folder) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
      return new Signer(
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
  }

  String name() {
    return certificate.getSubjectX500Principal().getName();
  }

  boolean signed(Path file, Path signature) throws IOException, GeneralSecurityException {
    var verifying = Signature.getInstance(algorithm());
    verifying.initVerify(certificate.getPublicKey());
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = new byte[1 << 16];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        verifying.update(piece, 0, read);
      }
    }
    return verifying.verify(Files.readAllBytes(signature));
  }

  private String algorithm() throws GeneralSecurityException {
    return switch (certificate.getPublicKey().getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> throw new GeneralSecurityException("neither an EC nor an RSA key");
    };
  }
}
