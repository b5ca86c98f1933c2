package jp.careplan.exchange.internal.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import javax.security.auth.x500.X500Principal;
import jp.careplan.kernel.Sha256;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;

class OfficeSignatureTest {
  private static final byte[] CONTENT = "hash  name\n".getBytes(UTF_8);

  private final Signer office = new Signer("9970000011", "EC");
  private final Signer other = new Signer("9970000011", "EC");

  @Test
  void verifiesWhatTheCertificateSigned() {
    assertTrue(OfficeSignature.verifies(office.sign(CONTENT), CONTENT, office.thumbprint()));
  }

  @Test
  void verifiesAnRsaKey() {
    var rsa = new Signer("9970000011", "RSA");

    assertTrue(OfficeSignature.verifies(rsa.sign(CONTENT), CONTENT, rsa.thumbprint()));
  }

  @Test
  void refusesOtherContent() {
    byte[] cms = office.sign("hash  other\n".getBytes(UTF_8));

    assertFalse(OfficeSignature.verifies(cms, CONTENT, office.thumbprint()));
  }

  @Test
  void refusesAnotherCertificateOfTheSameName() {
    assertFalse(OfficeSignature.verifies(other.sign(CONTENT), CONTENT, office.thumbprint()));
  }

  @Test
  void refusesASignatureOfAnotherBesideTheRightCertificate() {
    byte[] cms = other.sign(CONTENT, "SHA256", false, List.of(other, office));

    assertFalse(OfficeSignature.verifies(cms, CONTENT, office.thumbprint()));
  }

  @Test
  void refusesASignatureThatCarriesItsOwnContent() {
    byte[] cms = office.sign(CONTENT, "SHA256", true, List.of(office));

    assertFalse(OfficeSignature.verifies(cms, CONTENT, office.thumbprint()));
  }

  @Test
  void refusesADigestOfThePast() {
    byte[] cms = office.sign(CONTENT, "SHA1", false, List.of(office));

    assertFalse(OfficeSignature.verifies(cms, CONTENT, office.thumbprint()));
  }

  @Test
  void refusesASignatureWithoutItsCertificate() {
    byte[] cms = office.sign(CONTENT, "SHA256", false, List.of());

    assertFalse(OfficeSignature.verifies(cms, CONTENT, office.thumbprint()));
  }

  @Test
  void refusesForASessionWithoutCertificate() {
    assertFalse(OfficeSignature.verifies(office.sign(CONTENT), CONTENT, ""));
  }

  @Test
  void refusesWhatIsNoSignatureAtAll() {
    assertFalse(OfficeSignature.verifies(new byte[0], CONTENT, office.thumbprint()));
    assertFalse(OfficeSignature.verifies(CONTENT, CONTENT, office.thumbprint()));
  }

  @Test
  void noBrokenByteIsMoreThanARefusal() {
    byte[] cms = office.sign(CONTENT);
    var random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      byte[] broken = random.nextInt(4) == 0 ? Arrays.copyOf(cms, random.nextInt(cms.length)) : cms;
      broken = broken.clone();
      for (int j = random.nextInt(3); j >= 0 && broken.length > 0; j--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      byte[] sent = broken;
      assertDoesNotThrow(() -> OfficeSignature.verifies(sent, CONTENT, office.thumbprint()));
    }
  }

  /** A certificate and its key. */
  private static final class Signer {
    private final KeyPair key;
    private final X509Certificate certificate;

    Signer(String office, String algorithm) {
      try {
        key = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        var name = new X500Principal("CN=" + office);
        Instant now = Instant.now();
        var builder =
            new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minusSeconds(60)),
                Date.from(now.plusSeconds(60)),
                name,
                key.getPublic());
        certificate =
            new JcaX509CertificateConverter()
                .getCertificate(
                    builder.build(
                        new JcaContentSignerBuilder(with("SHA256")).build(key.getPrivate())));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private String with(String digest) {
      return digest + "with" + (key.getPublic().getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
    }

    String thumbprint() {
      try {
        return Sha256.hex(certificate.getEncoded());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    byte[] sign(byte[] content) {
      return sign(content, "SHA256", false, List.of(this));
    }

    byte[] sign(byte[] content, String digest, boolean inside, List<Signer> beside) {
      try {
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
            new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .build(
                    new JcaContentSignerBuilder(with(digest)).build(key.getPrivate()),
                    certificate));
        generator.addCertificates(
            new JcaCertStore(beside.stream().map(signer -> signer.certificate).toList()));
        return generator.generate(new CMSProcessableByteArray(content), inside).getEncoded("DER");
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
