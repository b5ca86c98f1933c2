package jp.careplan.application.internal.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * 認証局: a key that issues certificates. Needs no more than the key's handle, so the key may lie in a
 * hardware module.
 */
public final class CertificateAuthority {
  private static final int SERIAL_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PrivateKey key;
  private final List<X509Certificate> chain;
  private final Addresses addresses;

  /**
   * Where what it issues can be looked up; both may be empty.
   *
   * @param lists of its revocation list
   * @param responders of its OCSP responder
   */
  public record Addresses(List<URI> lists, List<URI> responders) {
    public static final Addresses NONE = new Addresses(List.of(), List.of());

    public Addresses {
      lists = List.copyOf(lists);
      responders = List.copyOf(responders);
    }
  }

  /**
   * Takes over a key.
   *
   * @param chain its own certificate first, the root last
   */
  public CertificateAuthority(PrivateKey key, List<X509Certificate> chain, Addresses addresses) {
    this.key = key;
    this.chain = List.copyOf(chain);
    this.addresses = addresses;
  }

  /** A new root, signed by itself. */
  public static CertificateAuthority newRoot(
      X500Principal name, KeyPair key, Instant from, Addresses addresses) {
    X509Certificate certificate =
        sign(
            CertificateProfile.ROOT,
            name,
            key.getPublic(),
            List.of(),
            from,
            end(CertificateProfile.ROOT, from),
            new Issuer(name, key.getPublic(), key.getPrivate(), Addresses.NONE));
    return new CertificateAuthority(key.getPrivate(), List.of(certificate), addresses);
  }

  /** A new P-256 key. */
  public static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AuthorityProblem("cannot make a key", e);
    }
  }

  /** Issues for the profile's usual time, or until the authority's own end if that is sooner. */
  public X509Certificate issue(
      CertificateProfile profile, X500Principal subject, PublicKey of, Instant from) {
    return issue(profile, subject, of, List.of(), from);
  }

  /**
   * Issues for the profile's usual time, or until the authority's own end if that is sooner.
   *
   * @param hosts names and addresses of a server
   */
  public X509Certificate issue(
      CertificateProfile profile,
      X500Principal subject,
      PublicKey of,
      List<String> hosts,
      Instant from) {
    Instant last = certificate().getNotAfter().toInstant();
    Instant end = end(profile, from);
    return sign(
        profile,
        subject,
        of,
        hosts,
        from,
        end.isBefore(last) ? end : last,
        new Issuer(
            certificate().getSubjectX500Principal(), certificate().getPublicKey(), key, addresses));
  }

  private static Instant end(CertificateProfile profile, Instant from) {
    return from.atOffset(ZoneOffset.UTC).plus(profile.life()).toInstant();
  }

  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** Its own certificate first, the root last. */
  public List<X509Certificate> chain() {
    return chain;
  }

  PrivateKey key() {
    return key;
  }

  /** A certificate with the chain above it, as key stores keep it. */
  public X509Certificate[] chainOf(X509Certificate certificate) {
    return Stream.concat(Stream.of(certificate), chain.stream()).toArray(X509Certificate[]::new);
  }

  private record Issuer(
      X500Principal name, PublicKey publicKey, PrivateKey key, Addresses addresses) {}

  private static X509Certificate sign(
      CertificateProfile profile,
      X500Principal subject,
      PublicKey of,
      List<String> hosts,
      Instant from,
      Instant until,
      Issuer issuer) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              issuer.name(), newSerial(), Date.from(from), Date.from(until), subject, of);
      addKeyIdentifiers(builder, of, issuer);
      addUse(builder, profile);
      addHosts(builder, hosts);
      if (profile.isLookedUp()) {
        addAddresses(builder, issuer.addresses());
      }
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer(issuer.key())));
    } catch (GeneralSecurityException | IOException e) {
      throw new AuthorityProblem("cannot issue a certificate", e);
    }
  }

  /** Positive, 128 random bits. */
  static BigInteger newSerial() {
    return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS);
  }

  /** SHA-256 with whatever kind of key. */
  static ContentSigner signer(PrivateKey key) {
    try {
      String algorithm = key.getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256withRSA";
      return new JcaContentSignerBuilder(algorithm).build(key);
    } catch (OperatorCreationException e) {
      throw new AuthorityProblem("cannot sign", e);
    }
  }

  private static void addKeyIdentifiers(
      X509v3CertificateBuilder builder, PublicKey of, Issuer issuer)
      throws GeneralSecurityException, CertIOException {
    var utils = new JcaX509ExtensionUtils();
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(of));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        utils.createAuthorityKeyIdentifier(issuer.publicKey()));
  }

  private static void addUse(X509v3CertificateBuilder builder, CertificateProfile profile)
      throws CertIOException {
    if (profile.isAuthority()) {
      builder.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(profile.pathLength().getAsInt()));
    }
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUse.bits(profile.keyUse())));
    if (!profile.purposes().isEmpty()) {
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(profile.purposes().toArray(KeyPurposeId[]::new)));
    }
    if (!profile.policies().isEmpty()) {
      builder.addExtension(
          Extension.certificatePolicies,
          false,
          new CertificatePolicies(
              profile.policies().stream()
                  .sorted()
                  .map(oid -> new PolicyInformation(new ASN1ObjectIdentifier(oid)))
                  .toArray(PolicyInformation[]::new)));
    }
    if (profile == CertificateProfile.OCSP_RESPONDER) {
      builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
    }
  }

  private static void addHosts(X509v3CertificateBuilder builder, List<String> hosts)
      throws CertIOException {
    if (!hosts.isEmpty()) {
      var names = new ArrayList<GeneralName>();
      for (String host : hosts) {
        boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        names.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host));
      }
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(names.toArray(GeneralName[]::new)));
    }
  }

  private static void addAddresses(X509v3CertificateBuilder builder, Addresses addresses)
      throws CertIOException {
    if (!addresses.lists().isEmpty()) {
      var names = addresses.lists().stream().map(CertificateAuthority::uri);
      var point =
          new DistributionPoint(
              new DistributionPointName(new GeneralNames(names.toArray(GeneralName[]::new))),
              null,
              null);
      builder.addExtension(
          Extension.cRLDistributionPoints,
          false,
          new CRLDistPoint(new DistributionPoint[] {point}));
    }
    if (!addresses.responders().isEmpty()) {
      var all = new ASN1EncodableVector();
      for (URI responder : addresses.responders()) {
        all.add(new AccessDescription(AccessDescription.id_ad_ocsp, uri(responder)));
      }
      builder.addExtension(
          Extension.authorityInfoAccess,
          false,
          AuthorityInformationAccess.getInstance(new DERSequence(all)));
    }
  }

  private static GeneralName uri(URI address) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, address.toASCIIString());
  }
}
