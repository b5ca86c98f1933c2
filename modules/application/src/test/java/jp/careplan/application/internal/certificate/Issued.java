package jp.careplan.application.internal.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate made for a test, with its key. Written field by field, so that it can be as wrong
 * as a test wants.
 */
final class Issued {
  static final Instant NOON = Instant.parse("2026-11-01T03:00:00Z");
  static final Duration DAY = Duration.ofDays(1);

  private static final AtomicLong SERIALS = new AtomicLong(1000);

  final KeyPair key;
  final byte[] der;
  final X500Name subject;

  private Issued(KeyPair key, byte[] der, X500Name subject) {
    this.key = key;
    this.der = der;
    this.subject = subject;
  }

  X509Certificate certificate() {
    try {
      return new JcaX509CertificateConverter().getCertificate(new X509CertificateHolder(der));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Draft root(String name) {
    return new Draft(name).authority();
  }

  static Draft authority(String name, Issued issuer) {
    return new Draft(name).authority().by(issuer);
  }

  static Draft leaf(Issued issuer) {
    return new Draft("CN=9970000011, O=Office, C=JP")
        .by(issuer)
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
  }

  static KeyPair p256() {
    return newKey("secp256r1");
  }

  static KeyPair newKey(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static ContentSigner signer(KeyPair key, String algorithm) {
    try {
      return new JcaContentSignerBuilder(algorithm).build(key.getPrivate());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate before it is signed; valid and well-formed unless told otherwise. */
  static final class Draft {
    private final X500Name subject;
    private X500Name issuerName;
    private Optional<Issued> issuer = Optional.empty();
    private KeyPair key = p256();
    private BigInteger serial = BigInteger.valueOf(SERIALS.incrementAndGet());
    private int version = 3;
    private ASN1Encodable from = new Time(Date.from(NOON.minus(DAY)));
    private ASN1Encodable until = new Time(Date.from(NOON.plus(DAY.multipliedBy(30))));
    private String algorithm = "SHA256withECDSA";
    private Optional<AlgorithmIdentifier> inner = Optional.empty();
    private boolean badSignature;
    private boolean extended;
    private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();
    private final List<Extension> repeated = new ArrayList<>();

    private Draft(String subject) {
      this.subject = new X500Name(subject);
      this.issuerName = this.subject;
    }

    private Draft authority() {
      with(Extension.basicConstraints, true, new BasicConstraints(true));
      return with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    Draft by(Issued other) {
      issuer = Optional.of(other);
      issuerName = other.subject;
      if (other.key.getPublic().getAlgorithm().equals("RSA")) {
        algorithm = "SHA256withRSA";
      }
      return this;
    }

    Draft issuerName(String name) {
      issuerName = new X500Name(name);
      return this;
    }

    Draft key(KeyPair other) {
      key = other;
      return this;
    }

    Draft serial(BigInteger other) {
      serial = other;
      return this;
    }

    Draft version(int other) {
      version = other;
      return this;
    }

    Draft times(ASN1Encodable begin, ASN1Encodable end) {
      from = begin;
      until = end;
      return this;
    }

    Draft times(Instant begin, Instant end) {
      return times(new Time(Date.from(begin)), new Time(Date.from(end)));
    }

    Draft algorithm(String name) {
      algorithm = name;
      return this;
    }

    Draft innerAlgorithm(AlgorithmIdentifier other) {
      inner = Optional.of(other);
      return this;
    }

    /** With extensions, whatever the version. */
    Draft extended() {
      extended = true;
      return this;
    }

    Draft badSignature() {
      badSignature = true;
      return this;
    }

    Draft with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
      try {
        extensions.put(oid, Extension.create(oid, critical, value));
        return this;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    Draft with(ASN1ObjectIdentifier oid, boolean critical, byte[] value) {
      extensions.put(oid, new Extension(oid, critical, value));
      return this;
    }

    Draft again(ASN1ObjectIdentifier oid) {
      repeated.add(extensions.get(oid));
      return this;
    }

    Draft without(ASN1ObjectIdentifier oid) {
      extensions.put(oid, new Extension(oid, false, new byte[0]));
      return this;
    }

    Draft purpose(KeyPurposeId... purposes) {
      return with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
    }

    Draft policies(String... oids) {
      var all = new PolicyInformation[oids.length];
      for (int i = 0; i < oids.length; i++) {
        all[i] = new PolicyInformation(new ASN1ObjectIdentifier(oids[i]));
      }
      return with(Extension.certificatePolicies, false, new CertificatePolicies(all));
    }

    Draft names(GeneralName... names) {
      return with(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }

    Issued issue() {
      try {
        KeyPair signing = issuer.map(it -> it.key).orElse(key);
        ContentSigner signer = signer(signing, algorithm);
        addKeyIdentifiers(signing);
        byte[] signed = new DERSequence(fields(signer)).getEncoded();
        signer.getOutputStream().write(signed);
        byte[] signature = signer.getSignature();
        if (badSignature) {
          signature = otherSignature(signed);
        }
        var whole = new ASN1EncodableVector();
        whole.add(org.bouncycastle.asn1.ASN1Primitive.fromByteArray(signed));
        whole.add(signer.getAlgorithmIdentifier());
        whole.add(new DERBitString(signature));
        return new Issued(key, new DERSequence(whole).getEncoded("DER"), subject);
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private byte[] otherSignature(byte[] signed) throws IOException {
      ContentSigner other = signer(p256(), "SHA256withECDSA");
      other.getOutputStream().write(signed);
      return other.getSignature();
    }

    private void addKeyIdentifiers(KeyPair signing) throws GeneralSecurityException {
      var utils = new JcaX509ExtensionUtils();
      if (!extensions.containsKey(Extension.subjectKeyIdentifier)) {
        with(
            Extension.subjectKeyIdentifier,
            false,
            utils.createSubjectKeyIdentifier(key.getPublic()));
      }
      if (!extensions.containsKey(Extension.authorityKeyIdentifier)) {
        with(
            Extension.authorityKeyIdentifier,
            false,
            utils.createAuthorityKeyIdentifier(signing.getPublic()));
      }
    }

    private DERSequence fieldsOf(ASN1Encodable... parts) {
      return new DERSequence(parts);
    }

    private ASN1EncodableVector fields(ContentSigner signer) {
      var fields = new ASN1EncodableVector();
      if (version > 1) {
        fields.add(new DERTaggedObject(true, 0, new ASN1Integer(version - 1)));
      }
      fields.add(new ASN1Integer(serial));
      fields.add(inner.orElse(signer.getAlgorithmIdentifier()));
      fields.add(issuerName);
      fields.add(fieldsOf(from, until));
      fields.add(subject);
      fields.add(SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
      var list = new ASN1EncodableVector();
      extensions.values().stream()
          .filter(it -> it.getExtnValue().getOctets().length > 0)
          .forEach(list::add);
      repeated.forEach(list::add);
      if (version > 2 || extended) {
        fields.add(new DERTaggedObject(true, 3, new DERSequence(list)));
      }
      return fields;
    }
  }
}
