package jp.careplan.application.internal.certificate;

import static jp.careplan.application.internal.certificate.Issued.DAY;
import static jp.careplan.application.internal.certificate.Issued.NOON;
import static jp.careplan.application.internal.certificate.Issued.authority;
import static jp.careplan.application.internal.certificate.Issued.leaf;
import static jp.careplan.application.internal.certificate.Issued.root;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chains of every topic of RFC 5280, 6, and of every reason of refusal. */
class PathValidationTest {
  private static final String ARC = "2.25.216450741093421087136487029144513274609";
  private static final String P1 = ARC + ".2";
  private static final String P2 = ARC + ".1";
  private static final String OTHER = "1.2.3.4";
  private static final String ANY = "2.5.29.32.0";
  private static final String POINT = "http://crl.example/a.crl";

  private static final Issued ROOT = root("CN=Root, C=JP").issue();
  private static final Issued CA = authority("CN=Issuing, C=JP", ROOT).issue();
  private static final Issued LEAF = leaf(CA).issue();
  private static final Issued FOREIGN = root("CN=Foreign, C=JP").issue();

  private static Vector of(String name, Issued... chain) {
    return Vector.of(name, chain).trusting(ROOT);
  }

  private static Vector under(String name, Issued ca) {
    return of(name, leaf(ca).issue(), ca);
  }

  static Stream<Vector> signaturesAndTimes() {
    Issued signedBadly = leaf(CA).badSignature().issue();
    Issued caSignedBadly = authority("CN=Issuing, C=JP", ROOT).badSignature().issue();
    Issued oldCa =
        authority("CN=Old, C=JP", ROOT).times(NOON.minus(DAY), NOON.minusSeconds(1)).issue();
    Issued rsaCa = authority("CN=RSA, C=JP", ROOT).key(Issued.rsa(2048)).issue();
    return Stream.of(
        of("good chain", LEAF, CA).isValid(),
        of("unordered, with strangers and the root itself", LEAF, FOREIGN, ROOT, CA).isValid(),
        of("the leaf twice", LEAF, LEAF, CA).isValid(),
        of("RSA authority", leaf(rsaCa).issue(), rsaCa).isValid(),
        of("straight under the root", leaf(ROOT).issue()).isValid(),
        of("bad signature of the leaf", signedBadly, CA).refused(PathRefusal.BAD_SIGNATURE, 0),
        of("bad signature of the authority", leaf(caSignedBadly).issue(), caSignedBadly)
            .refused(PathRefusal.BAD_SIGNATURE, 1),
        of("over", leaf(CA).times(NOON.minus(DAY), NOON.minusSeconds(1)).issue(), CA)
            .refused(PathRefusal.EXPIRED, 0),
        of("not yet", leaf(CA).times(NOON.plusSeconds(1), NOON.plus(DAY)).issue(), CA)
            .refused(PathRefusal.NOT_YET_VALID, 0),
        of("last second", leaf(CA).times(NOON.minus(DAY), NOON).issue(), CA).isValid(),
        of("authority is over", leaf(oldCa).issue(), oldCa).refused(PathRefusal.EXPIRED, 1),
        of("root is over", LEAF, CA)
            .at(NOON.plus(DAY.multipliedBy(40)))
            .refused(PathRefusal.ANCHOR_NOT_VALID),
        of(
                "root is over, not asked",
                leaf(longCa()).times(NOON, NOON.plus(DAY.multipliedBy(90))).issue(),
                longCa())
            .plain()
            .at(NOON.plus(DAY.multipliedBy(40)))
            .isValid(),
        of(
                "generalized time before 2050",
                leaf(CA)
                    .times(new DERGeneralizedTime("20251101000000Z"), utc("281101000000Z"))
                    .issue(),
                CA)
            .refused(PathRefusal.VALIDITY_ENCODING),
        of(
                "the same, plain",
                leaf(CA)
                    .times(new DERGeneralizedTime("20251101000000Z"), utc("281101000000Z"))
                    .issue(),
                CA)
            .plain()
            .isValid(),
        of("no seconds", leaf(CA).times(utc("2511010000Z"), utc("281101000000Z")).issue(), CA)
            .refused(PathRefusal.VALIDITY_ENCODING),
        of("a zone", leaf(CA).times(utc("251101000000+0900"), utc("281101000000Z")).issue(), CA)
            .refused(PathRefusal.VALIDITY_ENCODING),
        of(
                "without end",
                leaf(CA)
                    .times(utc("251101000000Z"), new DERGeneralizedTime("99991231235959Z"))
                    .issue(),
                CA)
            .isValid(),
        of("ends before it begins", leaf(CA).times(NOON, NOON.minusSeconds(60)).issue(), CA)
            .refused(PathRefusal.VALIDITY_ENCODING),
        of(
                "other algorithm inside",
                leaf(CA)
                    .innerAlgorithm(new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384))
                    .issue(),
                CA)
            .refused(PathRefusal.SIGNATURE_ALGORITHM_MISMATCH, 0));
  }

  private static final Issued LONG_CA =
      authority("CN=Long, C=JP", ROOT)
          .times(NOON.minus(DAY), NOON.plus(DAY.multipliedBy(90)))
          .issue();

  private static Issued longCa() {
    return LONG_CA;
  }

  private static ASN1Encodable utc(String text) {
    return new DERUTCTime(text);
  }

  static Stream<Vector> chaining() {
    Issued spaced = authority("CN=Two  Words, C=JP", ROOT).issue();
    Issued sameName = authority("CN=Issuing, C=JP", ROOT).issue();
    Issued selfSigned = root("CN=9970000011").issue();
    return Stream.of(
        of("nothing").refused(PathRefusal.NO_CERTIFICATE),
        of("issuer left out", LEAF).refused(PathRefusal.UNKNOWN_ISSUER, 0),
        of("foreign root", leaf(FOREIGN).issue(), FOREIGN).refused(PathRefusal.UNKNOWN_ISSUER, 1),
        of("self-signed", selfSigned).refused(PathRefusal.UNKNOWN_ISSUER, 0),
        of("name in other letters", leaf(spaced).issuerName("CN=two words, C=jp").issue(), spaced)
            .isValid(),
        of("two authorities of one name", LEAF, sameName, CA).isValid(),
        of("another authority of that name", leaf(sameName).issue(), CA)
            .refused(PathRefusal.BAD_SIGNATURE, 0),
        of("too many", Stream.generate(() -> LEAF).limit(201).toArray(Issued[]::new))
            .refused(PathRefusal.TOO_COMPLEX),
        of("the issuer at hand, not in the chain", LEAF).having(CA).isValid());
  }

  static Stream<Vector> forms() {
    byte[] trailing = java.util.Arrays.copyOf(LEAF.der, LEAF.der.length + 1);
    Issued keyOfOther =
        leaf(CA)
            .with(
                Extension.authorityKeyIdentifier,
                false,
                new org.bouncycastle.asn1.x509.AuthorityKeyIdentifier(new byte[20]))
            .issue();
    return Stream.of(
        of("bytes left over").and(trailing).and(CA.der).refused(PathRefusal.MALFORMED, 0),
        of("no certificate").and(new byte[] {1, 2, 3}).refused(PathRefusal.MALFORMED, 0),
        of("no bytes").and(new byte[0]).refused(PathRefusal.MALFORMED, 0),
        of("broken issuer", LEAF).and(new byte[] {0x30, 0}).refused(PathRefusal.MALFORMED, 1),
        of("duplicate extension", leaf(CA).again(Extension.keyUsage).issue(), CA)
            .refused(PathRefusal.DUPLICATE_EXTENSION, 0),
        of(
                "extension that cannot be read",
                leaf(CA)
                    .with(Extension.subjectAlternativeName, false, new byte[] {4, 1, 0})
                    .issue(),
                CA)
            .refused(PathRefusal.MALFORMED, 0),
        of(
                "alternative name without a name",
                leaf(CA).with(Extension.subjectAlternativeName, false, new DERSequence()).issue(),
                CA)
            .refused(PathRefusal.MALFORMED, 0),
        of("blank alternative name", leaf(CA).names(dns(" ")).issue(), CA)
            .refused(PathRefusal.MALFORMED, 0),
        of(
                "address of five octets",
                leaf(CA)
                    .names(new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[5])))
                    .issue(),
                CA)
            .refused(PathRefusal.MALFORMED, 0),
        of(
                "distribution point that names nothing",
                leaf(CA)
                    .with(
                        Extension.cRLDistributionPoints,
                        false,
                        new CRLDistPoint(
                            new DistributionPoint[] {
                              new DistributionPoint(
                                  null, new ReasonFlags(ReasonFlags.superseded), null)
                            }))
                    .issue(),
                CA)
            .refused(PathRefusal.MALFORMED, 0),
        of("version 1", bare(1), CA).refused(PathRefusal.VERSION, 0),
        of("version 1, plain", bare(1), CA).plain().isValid(),
        of("version 1 with extensions", leaf(CA).version(1).extended().issue(), CA)
            .refused(PathRefusal.VERSION, 0),
        of("version 7", leaf(CA).version(7).issue(), CA).refused(PathRefusal.VERSION, 0),
        of("serial 0", leaf(CA).serial(BigInteger.ZERO).issue(), CA)
            .refused(PathRefusal.SERIAL_NUMBER, 0),
        of("negative serial", leaf(CA).serial(BigInteger.valueOf(-5)).issue(), CA)
            .refused(PathRefusal.SERIAL_NUMBER, 0),
        of("negative serial, plain", leaf(CA).serial(BigInteger.valueOf(-5)).issue(), CA)
            .plain()
            .isValid(),
        of("serial of 20 octets", leaf(CA).serial(BigInteger.ONE.shiftLeft(158)).issue(), CA)
            .isValid(),
        of("serial of 21 octets", leaf(CA).serial(BigInteger.ONE.shiftLeft(159)).issue(), CA)
            .refused(PathRefusal.SERIAL_NUMBER, 0),
        of("no subject, no name", nameless(false, false), CA).refused(PathRefusal.EMPTY_NAME, 0),
        of("no subject, name not critical", nameless(true, false), CA)
            .refused(PathRefusal.EMPTY_NAME, 0),
        of("no subject, critical name", nameless(true, true), CA).isValid(),
        of(
                "critical key identifier",
                leaf(CA)
                    .with(Extension.subjectKeyIdentifier, true, new DEROctetString(new byte[20]))
                    .issue(),
                CA)
            .refused(PathRefusal.EXTENSION_CRITICALITY, 0),
        of(
                "path length in a leaf",
                leaf(CA)
                    .with(Extension.basicConstraints, true, new DERSequence(new ASN1Integer(0)))
                    .issue(),
                CA)
            .refused(PathRefusal.EXTENSION_NOT_ALLOWED, 0),
        of(
                "name constraints in a leaf",
                leaf(CA).with(Extension.nameConstraints, true, permitted(dns("a.example"))).issue(),
                CA)
            .refused(PathRefusal.EXTENSION_NOT_ALLOWED, 0),
        of(
                "no authority key identifier",
                leaf(CA).without(Extension.authorityKeyIdentifier).issue(),
                CA)
            .refused(PathRefusal.MISSING_EXTENSION, 0),
        of("the same, plain", leaf(CA).without(Extension.authorityKeyIdentifier).issue(), CA)
            .plain()
            .isValid(),
        under(
                "authority without subject key identifier",
                authority("CN=X", ROOT).without(Extension.subjectKeyIdentifier).issue())
            .refused(PathRefusal.MISSING_EXTENSION, 1),
        of("names another key", keyOfOther, CA).refused(PathRefusal.KEY_IDENTIFIER, 0),
        of(
                "unknown critical extension",
                leaf(CA).with(new ASN1ObjectIdentifier(OTHER), true, DERNull.INSTANCE).issue(),
                CA)
            .refused(PathRefusal.UNKNOWN_CRITICAL_EXTENSION, 0),
        of(
                "unknown extension",
                leaf(CA).with(new ASN1ObjectIdentifier(OTHER), false, DERNull.INSTANCE).issue(),
                CA)
            .isValid(),
        under(
                "unknown critical extension of an authority",
                authority("CN=X", ROOT)
                    .with(new ASN1ObjectIdentifier(OTHER), true, DERNull.INSTANCE)
                    .issue())
            .refused(PathRefusal.UNKNOWN_CRITICAL_EXTENSION, 1));
  }

  private static Issued bare(int version) {
    return leaf(CA).version(version).issue();
  }

  private static Issued nameless(boolean named, boolean critical) {
    var draft =
        Issued.root("")
            .by(CA)
            .without(Extension.basicConstraints)
            .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    return named
        ? draft
            .with(Extension.subjectAlternativeName, critical, new GeneralNames(dns("a.example")))
            .issue()
        : draft.issue();
  }

  static Stream<Vector> authorities() {
    Issued noCa =
        authority("CN=X", ROOT)
            .with(Extension.basicConstraints, true, new BasicConstraints(false))
            .issue();
    Issued missing = authority("CN=X", ROOT).without(Extension.basicConstraints).issue();
    Issued lax =
        authority("CN=X", ROOT)
            .with(Extension.basicConstraints, false, new BasicConstraints(true))
            .issue();
    Issued noSign =
        authority("CN=X", ROOT)
            .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))
            .issue();
    Issued noUsage = authority("CN=X", ROOT).without(Extension.keyUsage).issue();
    Issued first = authority("CN=First", ROOT).issue();
    Issued zero =
        authority("CN=Zero", first)
            .with(Extension.basicConstraints, true, new BasicConstraints(0))
            .issue();
    Issued below = authority("CN=Below", zero).issue();
    Issued renewed = authority("CN=Zero", zero).issue();
    Issued one =
        authority("CN=One", ROOT)
            .with(Extension.basicConstraints, true, new BasicConstraints(1))
            .issue();
    Issued two = authority("CN=Two", one).issue();
    Issued three = authority("CN=Three", two).issue();
    Issued narrowRoot =
        root("CN=Narrow").with(Extension.basicConstraints, true, new BasicConstraints(0)).issue();
    Issued underNarrow = authority("CN=Under", narrowRoot).issue();
    return Stream.of(
        under("cA false", noCa).refused(PathRefusal.NOT_AN_AUTHORITY, 1),
        under("cA false, plain", noCa).plain().refused(PathRefusal.NOT_AN_AUTHORITY, 1),
        under("no basic constraints", missing).refused(PathRefusal.NOT_AN_AUTHORITY, 1),
        under("no basic constraints, plain", missing)
            .plain()
            .refused(PathRefusal.NOT_AN_AUTHORITY, 1),
        under("basic constraints not critical", lax).refused(PathRefusal.EXTENSION_CRITICALITY, 1),
        under("basic constraints not critical, plain", lax).plain().isValid(),
        under("must not sign certificates", noSign).refused(PathRefusal.KEY_USAGE, 1),
        under("must not sign certificates, plain", noSign)
            .plain()
            .refused(PathRefusal.KEY_USAGE, 1),
        under("no key usage", noUsage).refused(PathRefusal.MISSING_EXTENSION, 1),
        of("a leaf that issues", leaf(LEAF).issue(), LEAF, CA)
            .refused(PathRefusal.NOT_AN_AUTHORITY, 1),
        of("path length 0, leaf", leaf(zero).issue(), zero, first).isValid(),
        of("path length 0, authority below", leaf(below).issue(), below, zero, first)
            .refused(PathRefusal.PATH_LENGTH),
        of("path length 0, self-issued below", leaf(renewed).issue(), renewed, zero, first)
            .isValid(),
        of("path length 1, two below", leaf(three).issue(), three, two, one)
            .refused(PathRefusal.PATH_LENGTH),
        of("path length 1, one below", leaf(two).issue(), two, one).isValid(),
        Vector.of("path length of the root", leaf(underNarrow).issue(), underNarrow)
            .trusting(narrowRoot)
            .refused(PathRefusal.PATH_LENGTH),
        Vector.of("path length of the root, plain", leaf(underNarrow).issue(), underNarrow)
            .trusting(narrowRoot)
            .plain()
            .isValid(),
        of(
                "leaf may sign certificates",
                leaf(CA).with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)).issue(),
                CA)
            .refused(PathRefusal.KEY_USAGE, 0),
        of("an authority as leaf, office", CA)
            .under(office())
            .refused(PathRefusal.LEAF_IS_AUTHORITY, 0));
  }

  private static PathRules office() {
    return PathRules.office()
        .withPolicies(PathRules.Policies.ANY)
        .withRevocation(PathRules.Revocation.IGNORED);
  }

  static Stream<Vector> uses() {
    Issued client = leaf(CA).purpose(KeyPurposeId.id_kp_clientAuth).issue();
    Issued server = leaf(CA).purpose(KeyPurposeId.id_kp_serverAuth).issue();
    Issued any = leaf(CA).purpose(KeyPurposeId.anyExtendedKeyUsage).issue();
    Issued serverCa = authority("CN=S", ROOT).purpose(KeyPurposeId.id_kp_serverAuth).issue();
    Issued agree =
        leaf(CA)
            .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyAgreement))
            .purpose(KeyPurposeId.id_kp_clientAuth)
            .issue();
    Issued unused =
        leaf(CA)
            .with(
                Extension.keyUsage, true, new org.bouncycastle.asn1.DERBitString(new byte[] {0}, 0))
            .issue();
    var forClients =
        PathRules.conforming()
            .withRevocation(PathRules.Revocation.IGNORED)
            .withPurposes(Set.of(KeyPurposeId.id_kp_clientAuth.getId()));
    return Stream.of(
        of("for clients", client, CA).under(office()).isValid(),
        of("for servers", server, CA).under(office()).refused(PathRefusal.EXTENDED_KEY_USAGE, 0),
        of("for anything, office", any, CA)
            .under(office())
            .refused(PathRefusal.EXTENDED_KEY_USAGE, 0),
        of("for anything", any, CA).under(forClients).isValid(),
        of("not named, office", LEAF, CA)
            .under(office())
            .refused(PathRefusal.EXTENDED_KEY_USAGE, 0),
        of("not named", LEAF, CA).under(forClients).isValid(),
        of(
                "authority for servers only",
                leaf(serverCa).purpose(KeyPurposeId.id_kp_clientAuth).issue(),
                serverCa)
            .under(office())
            .refused(PathRefusal.EXTENDED_KEY_USAGE, 1),
        of("key agreement alone", agree, CA).under(office()).refused(PathRefusal.KEY_USAGE, 0),
        of("key usage without a use", unused, CA).refused(PathRefusal.KEY_USAGE, 0));
  }

  static Stream<Vector> strengths() {
    Issued weakCa = authority("CN=Weak", ROOT).key(Issued.rsa(1024)).issue();
    Issued strongCa = authority("CN=Strong", ROOT).key(Issued.rsa(2048)).issue();
    return Stream.of(
        under("RSA 1024", weakCa).strong().refused(PathRefusal.WEAK_KEY, 1),
        under("RSA 1024, not asked", weakCa).plain().isValid(),
        under("RSA 2048", strongCa).strong().isValid(),
        of("SHA-1", leaf(CA).algorithm("SHA1withECDSA").issue(), CA)
            .strong()
            .refused(PathRefusal.WEAK_ALGORITHM, 0),
        of("MD5", leaf(strongCa).algorithm("MD5withRSA").issue(), strongCa)
            .refused(PathRefusal.WEAK_ALGORITHM, 0),
        of("P-384", leaf(CA).key(Issued.newKey("secp384r1")).issue(), CA).strong().isValid(),
        of("Ed25519", leaf(CA).key(ed25519()).issue(), CA)
            .strong()
            .refused(PathRefusal.WEAK_KEY, 0));
  }

  private static java.security.KeyPair ed25519() {
    try {
      return java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Vector> policies() {
    Issued ca = authority("CN=P", ROOT).policies(P1).issue();
    Issued anyCa = authority("CN=Any", ROOT).policies(ANY).issue();
    Issued explicit =
        authority("CN=E", ROOT)
            .policies(P1)
            .with(
                Extension.policyConstraints,
                true,
                new org.bouncycastle.asn1.x509.PolicyConstraints(BigInteger.ZERO, null))
            .issue();
    Issued mapping =
        authority("CN=M", ROOT)
            .policies(P1)
            .with(Extension.policyMappings, true, mapping(P1, OTHER))
            .issue();
    Issued noAny =
        authority("CN=N", ROOT)
            .policies(P1)
            .with(Extension.inhibitAnyPolicy, true, new ASN1Integer(0))
            .issue();
    Issued noMapping =
        authority("CN=NM", ROOT)
            .policies(P1)
            .with(
                Extension.policyConstraints,
                true,
                new org.bouncycastle.asn1.x509.PolicyConstraints(null, BigInteger.ZERO))
            .issue();
    Issued mappingBelow =
        authority("CN=MB", noMapping)
            .policies(P1)
            .with(Extension.policyMappings, true, mapping(P1, OTHER))
            .issue();
    Issued mapsAny =
        authority("CN=MA", ROOT)
            .policies(ANY)
            .with(Extension.policyMappings, true, mapping(ANY, OTHER))
            .issue();
    var one = PathRules.Policies.oneOf(Set.of(P1));
    var explicitOnly = new PathRules.Policies(Set.of(), true, false, false);
    return Stream.of(
        of("policy all the way", leaf(ca).policies(P1).issue(), ca).policies(one).isValid(),
        of("authority without policies", leaf(CA).policies(P1).issue(), CA)
            .policies(one)
            .refused(PathRefusal.POLICY),
        of("other policy", leaf(ca).policies(P2).issue(), ca)
            .policies(one)
            .refused(PathRefusal.POLICY),
        of("leaf without policies", leaf(ca).issue(), ca).policies(one).refused(PathRefusal.POLICY),
        of("leaf without policies, not asked", leaf(ca).issue(), ca).isValid(),
        of("any policy above", leaf(anyCa).policies(P1).issue(), anyCa).policies(one).isValid(),
        of("any policy above, inhibited by the caller", leaf(anyCa).policies(P1).issue(), anyCa)
            .policies(new PathRules.Policies(Set.of(P1), true, false, true))
            .refused(PathRefusal.POLICY),
        of("any policy in the leaf", leaf(ca).policies(ANY).issue(), ca).policies(one).isValid(),
        of("any policy in the leaf, inhibited", leaf(noAny).policies(ANY).issue(), noAny)
            .policies(one)
            .refused(PathRefusal.POLICY),
        of("explicit policy asked by the authority", leaf(explicit).policies(P2).issue(), explicit)
            .refused(PathRefusal.POLICY),
        of("explicit policy, present", leaf(explicit).policies(P1).issue(), explicit).isValid(),
        of("explicit policy by the caller", leaf(ca).issue(), ca)
            .policies(explicitOnly)
            .refused(PathRefusal.POLICY),
        of("mapped", leaf(mapping).policies(OTHER).issue(), mapping).policies(one).isValid(),
        of("mapped, inhibited by the caller", leaf(mapping).policies(OTHER).issue(), mapping)
            .policies(new PathRules.Policies(Set.of(P1), true, true, false))
            .refused(PathRefusal.POLICY),
        of(
                "mapped, inhibited by the authority",
                leaf(mappingBelow).policies(OTHER).issue(),
                mappingBelow,
                noMapping)
            .policies(one)
            .refused(PathRefusal.POLICY),
        of("any policy mapped", leaf(mapsAny).policies(OTHER).issue(), mapsAny)
            .policies(explicitOnly)
            .refused(PathRefusal.POLICY),
        of("policy constraints not critical", leaf(CA).issue(), CA).isValid(),
        under(
                "policy constraints that are not critical",
                authority("CN=X", ROOT)
                    .with(
                        Extension.policyConstraints,
                        false,
                        new org.bouncycastle.asn1.x509.PolicyConstraints(BigInteger.ZERO, null))
                    .issue())
            .refused(PathRefusal.EXTENSION_CRITICALITY, 1),
        of("the same policy twice", leaf(CA).policies(P1, P1).issue(), CA)
            .refused(PathRefusal.MALFORMED, 0),
        of(
                "office of a kind",
                leaf(ca).policies(P1).purpose(KeyPurposeId.id_kp_clientAuth).issue(),
                ca)
            .under(PathRules.office().withRevocation(PathRules.Revocation.IGNORED))
            .isValid(),
        of(
                "代理人証明書",
                leaf(anyCa).policies(ARC + ".3").purpose(KeyPurposeId.id_kp_clientAuth).issue(),
                anyCa)
            .under(PathRules.office().withRevocation(PathRules.Revocation.IGNORED))
            .refused(PathRefusal.POLICY));
  }

  private static ASN1Encodable mapping(String from, String to) {
    return new DERSequence(
        new DERSequence(
            new ASN1Encodable[] {new ASN1ObjectIdentifier(from), new ASN1ObjectIdentifier(to)}));
  }

  private static GeneralName dns(String name) {
    return new GeneralName(GeneralName.dNSName, name);
  }

  private static GeneralName mail(String name) {
    return new GeneralName(GeneralName.rfc822Name, name);
  }

  private static GeneralName uri(String name) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, name);
  }

  private static GeneralName ip(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return new GeneralName(GeneralName.iPAddress, new DEROctetString(bytes));
  }

  private static NameConstraints permitted(GeneralName name) {
    return new NameConstraints(new GeneralSubtree[] {new GeneralSubtree(name)}, null);
  }

  private static NameConstraints excluded(GeneralName name) {
    return new NameConstraints(null, new GeneralSubtree[] {new GeneralSubtree(name)});
  }

  private static Vector constrained(
      String name, NameConstraints constraints, GeneralName... names) {
    Issued ca = authority("CN=C", ROOT).with(Extension.nameConstraints, true, constraints).issue();
    var draft = leaf(ca);
    return of(name, names.length == 0 ? draft.issue() : draft.names(names).issue(), ca);
  }

  static Stream<Vector> nameConstraints() {
    var inJapan = new GeneralName(new X500Name("C=JP, O=Office"));
    var here = new GeneralName(new X500Name("O=Elsewhere"));
    Issued constrainedRoot =
        root("CN=CR").with(Extension.nameConstraints, true, permitted(dns("a.example"))).issue();
    Issued laxCa =
        authority("CN=L", ROOT)
            .with(Extension.nameConstraints, false, permitted(dns("a.example")))
            .issue();
    Issued badMask =
        authority("CN=B", ROOT)
            .with(Extension.nameConstraints, true, permitted(ip(10, 0, 0, 0, 255, 0, 255, 0)))
            .issue();
    Issued emptyOne =
        authority("CN=B", ROOT).with(Extension.nameConstraints, true, new DERSequence()).issue();
    Issued emptyList =
        authority("CN=B", ROOT)
            .with(
                Extension.nameConstraints,
                true,
                new DERSequence(new DERTaggedObject(false, 0, new DERSequence())))
            .issue();
    Issued bounded =
        authority("CN=B", ROOT)
            .with(
                Extension.nameConstraints,
                true,
                new NameConstraints(
                    new GeneralSubtree[] {
                      new GeneralSubtree(dns("a.example"), BigInteger.ONE, null)
                    },
                    null))
            .issue();
    Issued selfIssuedAbove =
        authority("CN=C2", ROOT)
            .with(Extension.nameConstraints, true, permitted(new GeneralName(new X500Name("C=JP"))))
            .issue();
    Issued selfIssued = authority("CN=C2", selfIssuedAbove).issue();
    var japaneseLeaf =
        Issued.root("C=JP, O=Office, CN=9970000011")
            .without(Extension.basicConstraints)
            .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    Issued dnCa =
        authority("CN=D", ROOT).with(Extension.nameConstraints, true, permitted(inJapan)).issue();
    Issued dnBan =
        authority("CN=D", ROOT).with(Extension.nameConstraints, true, excluded(inJapan)).issue();
    Issued oneA =
        authority("CN=A1", ROOT)
            .with(Extension.nameConstraints, true, permitted(dns("example")))
            .issue();
    Issued oneB =
        authority("CN=A2", oneA)
            .with(Extension.nameConstraints, true, permitted(dns("a.example")))
            .issue();
    return Stream.of(
        constrained("host permitted", permitted(dns("a.example")), dns("www.a.example")).isValid(),
        constrained("host itself permitted", permitted(dns("a.example")), dns("a.example"))
            .isValid(),
        constrained("host not permitted", permitted(dns("a.example")), dns("b.example"))
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        constrained("host that only ends alike", permitted(dns("a.example")), dns("ba.example"))
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        constrained(
                "one of two not permitted",
                permitted(dns("a.example")),
                dns("a.example"),
                dns("b.example"))
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        constrained("host excluded", excluded(dns("a.example")), dns("www.a.example"))
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        constrained("host not excluded", excluded(dns("a.example")), dns("b.example")).isValid(),
        constrained("no name of that kind", permitted(dns("a.example"))).isValid(),
        constrained("mail permitted", permitted(mail("a.example")), mail("x@a.example")).isValid(),
        constrained("mail of a subdomain", permitted(mail("a.example")), mail("x@b.a.example"))
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        constrained(
                "mail of subdomains permitted",
                permitted(mail(".a.example")),
                mail("x@b.a.example"))
            .isValid(),
        constrained("one address excluded", excluded(mail("x@a.example")), mail("x@a.example"))
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        constrained("URI permitted", permitted(uri(".a.example")), uri("https://x.a.example/y"))
            .isValid(),
        constrained("URI not permitted", permitted(uri(".a.example")), uri("https://x.b.example/y"))
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        constrained("URI excluded", excluded(uri("a.example")), uri("https://a.example/y"))
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        constrained("address permitted", permitted(ip(10, 0, 0, 0, 255, 0, 0, 0)), ip(10, 1, 2, 3))
            .isValid(),
        constrained(
                "address not permitted", permitted(ip(10, 0, 0, 0, 255, 0, 0, 0)), ip(11, 1, 2, 3))
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        of("directory name permitted", japaneseLeaf.by(dnCa).issue(), dnCa).isValid(),
        of("directory name not permitted", leafNamed("C=US, O=Office", dnCa), dnCa)
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        of("directory name excluded", leafNamed("C=JP, O=Office, CN=X", dnBan), dnBan)
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        constrained("directory name elsewhere", excluded(here)).isValid(),
        of("narrowed twice", leaf(oneB).names(dns("b.example")).issue(), oneB, oneA)
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        of("narrowed twice, inside", leaf(oneB).names(dns("a.example")).issue(), oneB, oneA)
            .isValid(),
        of(
                "self-issued is not held to it",
                leafNamed("C=JP, CN=X", selfIssued),
                selfIssued,
                selfIssuedAbove)
            .isValid(),
        Vector.of("of the root", leaf(constrainedRoot).names(dns("b.example")).issue())
            .trusting(constrainedRoot)
            .refused(PathRefusal.NAME_CONSTRAINTS, 0),
        under("not critical", laxCa).refused(PathRefusal.EXTENSION_CRITICALITY, 1),
        under("mask with holes", badMask).refused(PathRefusal.MALFORMED, 1),
        under("without a name", emptyOne).refused(PathRefusal.MALFORMED, 1),
        under("empty list", emptyList).refused(PathRefusal.MALFORMED, 1),
        under("minimum", bounded).refused(PathRefusal.MALFORMED, 1),
        manyNames());
  }

  private static Issued leafNamed(String name, Issued ca) {
    return Issued.root(name)
        .without(Extension.basicConstraints)
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .by(ca)
        .issue();
  }

  private static Vector manyNames() {
    var trees = new GeneralSubtree[800];
    var names = new GeneralName[800];
    for (int i = 0; i < trees.length; i++) {
      trees[i] = new GeneralSubtree(dns("x" + i + ".example"));
      names[i] = dns("y" + i + ".example");
    }
    Issued ca =
        authority("CN=Many", ROOT)
            .with(Extension.nameConstraints, true, new NameConstraints(null, trees))
            .issue();
    return of("800 names under 800 constraints", leaf(ca).names(names).issue(), ca)
        .refused(PathRefusal.TOO_COMPLEX);
  }

  static Stream<Vector> revocationLists() {
    byte[] rootList = Listed.by(ROOT).issue();
    byte[] good = Listed.by(CA).issue();
    byte[] revokes = Listed.by(CA).revoking(LEAF, CRLReason.keyCompromise).issue();
    byte[] revokesCa = Listed.by(ROOT).revoking(CA, CRLReason.cACompromise).issue();
    byte[] old = Listed.by(CA, NOON.minus(DAY)).next(Optional.of(NOON.minusSeconds(3600))).issue();
    byte[] oldRevokes =
        Listed.by(CA, NOON.minus(DAY))
            .next(Optional.of(NOON.minusSeconds(3600)))
            .revoking(LEAF, CRLReason.superseded)
            .issue();
    byte[] future = Listed.by(CA, NOON.plusSeconds(60)).issue();
    byte[] forged = Listed.inNameOf("CN=Issuing, C=JP", FOREIGN).issue();
    byte[] unknownCritical =
        Listed.by(CA).with(new ASN1ObjectIdentifier(OTHER), true, DERNull.INSTANCE).issue();
    byte[] unknownEntry =
        Listed.by(CA)
            .revoking(FOREIGN, new ASN1ObjectIdentifier(OTHER), true, DERNull.INSTANCE)
            .issue();
    byte[] weak = Listed.by(CA).algorithm("SHA1withECDSA").issue();
    Issued mute =
        authority("CN=Mute", ROOT)
            .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
            .issue();
    Issued muteLeaf = leaf(mute).issue();
    Issued muteSigner = leafUsed("CN=Mute", ROOT, KeyUsage.cRLSign);
    var window =
        new PathRules.Revocation(
            PathRules.RevocationNeed.REQUIRED, Duration.ofHours(2), Optional.empty());
    var aged =
        new PathRules.Revocation(
            PathRules.RevocationNeed.REQUIRED,
            Duration.ofDays(2),
            Optional.of(Duration.ofHours(12)));
    return Stream.of(
        of("not revoked", LEAF, CA).knowing(rootList, good).isValid(),
        of("revoked", LEAF, CA).knowing(rootList, revokes).refused(PathRefusal.REVOKED, 0),
        of("authority revoked", LEAF, CA).knowing(revokesCa, good).refused(PathRefusal.REVOKED, 1),
        of("no list", LEAF, CA).knowing(rootList).refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("no list of the root", LEAF, CA)
            .knowing(good)
            .refused(PathRefusal.REVOCATION_UNKNOWN, 1),
        of("no list, only if known", LEAF, CA)
            .knowing()
            .revocation(PathRules.Revocation.IF_KNOWN)
            .isValid(),
        of("revoked, only if known", LEAF, CA)
            .knowing(revokes)
            .revocation(PathRules.Revocation.IF_KNOWN)
            .refused(PathRefusal.REVOKED, 0),
        of("old list", LEAF, CA).knowing(rootList, old).refused(PathRefusal.REVOCATION_STALE, 0),
        of("old list within the window", LEAF, CA)
            .knowing(rootList, old)
            .revocation(window)
            .isValid(),
        of("old list beyond the window", LEAF, CA)
            .knowing(rootList, old)
            .at(NOON.plusSeconds(7200))
            .revocation(window)
            .refused(PathRefusal.REVOCATION_STALE, 0),
        of("too old by age", LEAF, CA)
            .knowing(rootList, old)
            .revocation(aged)
            .refused(PathRefusal.REVOCATION_STALE, 0),
        of("revoked by an old list", LEAF, CA)
            .knowing(rootList, oldRevokes)
            .refused(PathRefusal.REVOKED, 0),
        of("older list without, newer with", LEAF, CA)
            .knowing(rootList, Listed.by(CA, NOON.minus(DAY)).issue(), revokes)
            .refused(PathRefusal.REVOKED, 0),
        of("list of tomorrow", LEAF, CA)
            .knowing(rootList, future)
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("forged list", LEAF, CA)
            .knowing(rootList, forged)
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("forged list beside a good one", LEAF, CA).knowing(rootList, forged, good).isValid(),
        of("unknown critical extension of a list", LEAF, CA)
            .knowing(rootList, unknownCritical)
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("unknown critical extension of an entry", LEAF, CA)
            .knowing(rootList, unknownEntry)
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("list without number", LEAF, CA)
            .knowing(rootList, Listed.by(CA).unnumbered().issue())
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("list without number, plain", LEAF, CA)
            .knowing(rootList, Listed.by(CA).unnumbered().issue())
            .plain()
            .isValid(),
        of("weakly signed list", LEAF, CA)
            .knowing(rootList, weak)
            .strong()
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("unreadable list", LEAF, CA)
            .knowing(rootList, new byte[] {0x30, 1})
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("issuer must not sign lists", muteLeaf, mute)
            .knowing(rootList, Listed.by(mute).issue())
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("a key of its own for lists", muteLeaf, mute, muteSigner)
            .knowing(rootList, Listed.by(muteSigner).issue())
            .isValid(),
        of("a key of its own for lists, revokes", muteLeaf, mute, muteSigner)
            .knowing(
                rootList, Listed.by(muteSigner).revoking(muteLeaf, CRLReason.superseded).issue())
            .refused(PathRefusal.REVOKED, 0),
        of("the key for lists is revoked", muteLeaf, mute, muteSigner)
            .knowing(
                Listed.by(ROOT).revoking(muteSigner, CRLReason.keyCompromise).issue(),
                Listed.by(muteSigner).issue())
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0));
  }

  private static Issued leafUsed(String name, Issued ca, int usage) {
    return Issued.root(name)
        .without(Extension.basicConstraints)
        .with(Extension.keyUsage, true, new KeyUsage(usage))
        .by(ca)
        .issue();
  }

  private static Issued pointing(Issued ca, DistributionPoint... points) {
    return leaf(ca).with(Extension.cRLDistributionPoints, false, new CRLDistPoint(points)).issue();
  }

  private static DistributionPoint at(String uri, int reasons, Optional<Issued> issuer) {
    return new DistributionPoint(
        Listed.point(uri),
        reasons == 0 ? null : new ReasonFlags(reasons),
        issuer.map(it -> new GeneralNames(new GeneralName(it.subject))).orElse(null));
  }

  static Stream<Vector> distribution() {
    byte[] rootList = Listed.by(ROOT).issue();
    Issued pointed = pointing(CA, at(POINT, 0, Optional.empty()));
    Issued indirectSigner = leafUsed("CN=Lists, C=JP", ROOT, KeyUsage.cRLSign);
    Issued byOther = pointing(CA, at(POINT, 0, Optional.of(indirectSigner)));
    int some = ReasonFlags.keyCompromise | ReasonFlags.cACompromise;
    int others =
        ReasonFlags.affiliationChanged
            | ReasonFlags.superseded
            | ReasonFlags.cessationOfOperation
            | ReasonFlags.certificateHold
            | ReasonFlags.privilegeWithdrawn
            | ReasonFlags.aACompromise;
    byte[] base = Listed.by(CA).number(5).issue();
    byte[] baseHolds = Listed.by(CA).number(5).revoking(LEAF, CRLReason.certificateHold).issue();
    return Stream.of(
        of("point named by both", pointed, CA)
            .knowing(rootList, Listed.by(CA).scope(POINT, false, false, 0, false).issue())
            .isValid(),
        of("point named by both, revoked", pointed, CA)
            .knowing(
                rootList,
                Listed.by(CA).scope(POINT, false, false, 0, false).revoking(pointed, 1).issue())
            .refused(PathRefusal.REVOKED, 0),
        of("another point", pointed, CA)
            .knowing(
                rootList,
                Listed.by(CA).scope("http://crl.example/b.crl", false, false, 0, false).issue())
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("list for users", LEAF, CA)
            .knowing(rootList, Listed.by(CA).scope("", true, false, 0, false).issue())
            .isValid(),
        of("list for authorities", LEAF, CA)
            .knowing(rootList, Listed.by(CA).scope("", false, true, 0, false).issue())
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("root's list for users alone", LEAF, CA)
            .knowing(
                Listed.by(ROOT).scope("", true, false, 0, false).issue(), Listed.by(CA).issue())
            .refused(PathRefusal.REVOCATION_UNKNOWN, 1),
        of("some reasons alone", LEAF, CA)
            .knowing(rootList, Listed.by(CA).scope("", false, false, some, false).issue())
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("reasons in two lists", LEAF, CA)
            .knowing(
                rootList,
                Listed.by(CA).scope("", false, false, some, false).issue(),
                Listed.by(CA).scope("", false, false, others, false).issue())
            .isValid(),
        of("reasons in two lists, the second revokes", LEAF, CA)
            .knowing(
                rootList,
                Listed.by(CA).scope("", false, false, some, false).issue(),
                Listed.by(CA)
                    .scope("", false, false, others, false)
                    .revoking(LEAF, CRLReason.superseded)
                    .issue())
            .refused(PathRefusal.REVOKED, 0),
        of("indirect list", byOther, CA, indirectSigner)
            .knowing(
                rootList, Listed.by(indirectSigner).scope(POINT, false, false, 0, true).issue())
            .isValid(),
        of("indirect list revokes", byOther, CA, indirectSigner)
            .knowing(
                rootList,
                Listed.by(indirectSigner)
                    .scope(POINT, false, false, 0, true)
                    .revoking(byOther, CA)
                    .issue())
            .refused(PathRefusal.REVOKED, 0),
        of("indirect list revokes that number of another issuer", byOther, CA, indirectSigner)
            .knowing(
                rootList,
                Listed.by(indirectSigner)
                    .scope(POINT, false, false, 0, true)
                    .revoking(byOther, FOREIGN)
                    .issue())
            .isValid(),
        of("list of another that is not indirect", byOther, CA, indirectSigner)
            .knowing(
                rootList, Listed.by(indirectSigner).scope(POINT, false, false, 0, false).issue())
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("indirect list whose signer is not at hand", byOther, CA)
            .knowing(
                rootList, Listed.by(indirectSigner).scope(POINT, false, false, 0, true).issue())
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("indirect list whose signer is at hand", byOther, CA)
            .having(indirectSigner)
            .knowing(
                rootList, Listed.by(indirectSigner).scope(POINT, false, false, 0, true).issue())
            .isValid(),
        of("delta alone", LEAF, CA)
            .knowing(rootList, Listed.by(CA).number(6).delta(5).issue())
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("delta adds", LEAF, CA)
            .knowing(
                rootList,
                base,
                Listed.by(CA).number(6).delta(5).revoking(LEAF, CRLReason.superseded).issue())
            .refused(PathRefusal.REVOKED, 0),
        of("delta takes away", LEAF, CA)
            .knowing(
                rootList,
                baseHolds,
                Listed.by(CA).number(6).delta(5).revoking(LEAF, CRLReason.removeFromCRL).issue())
            .isValid(),
        of("on hold", LEAF, CA)
            .knowing(rootList, baseHolds, Listed.by(CA).number(6).delta(5).issue())
            .refused(PathRefusal.REVOKED, 0),
        of("delta of a later base", LEAF, CA)
            .knowing(
                rootList,
                baseHolds,
                Listed.by(CA).number(8).delta(7).revoking(LEAF, CRLReason.removeFromCRL).issue())
            .refused(PathRefusal.REVOKED, 0));
  }

  static Stream<Vector> responses() {
    byte[] rootList = Listed.by(ROOT).issue();
    Issued responder = Answered.unchecked(CA).issue();
    Issued checked = Answered.responder(CA).issue();
    Issued plainLeaf = leaf(CA).issue();
    Issued foreignResponder = Answered.unchecked(FOREIGN).issue();
    return Stream.of(
        of("good", LEAF, CA)
            .knowing(rootList)
            .hearing(Answered.by(responder, CA, LEAF, Answered.GOOD))
            .isValid(),
        of("good, by the issuer", LEAF, CA)
            .knowing(rootList)
            .hearing(Answered.by(CA, CA, LEAF, Answered.GOOD))
            .isValid(),
        of("revoked", LEAF, CA)
            .knowing(rootList)
            .hearing(Answered.by(responder, CA, LEAF, Answered.REVOKED))
            .refused(PathRefusal.REVOKED, 0),
        of("unknown", LEAF, CA)
            .knowing(rootList)
            .hearing(Answered.by(responder, CA, LEAF, Answered.UNKNOWN))
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("about another", LEAF, CA)
            .knowing(rootList)
            .hearing(Answered.by(responder, CA, plainLeaf, Answered.GOOD))
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("old", LEAF, CA)
            .knowing(rootList)
            .hearing(Answered.by(responder, CA, LEAF, Answered.GOOD, NOON.minusSeconds(30)))
            .refused(PathRefusal.REVOCATION_STALE, 0),
        of("signed by a leaf that is no responder", LEAF, CA)
            .knowing(rootList)
            .hearing(Answered.by(plainLeaf, CA, LEAF, Answered.GOOD))
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("signed by a foreign responder", LEAF, CA)
            .knowing(rootList)
            .hearing(Answered.by(foreignResponder, CA, LEAF, Answered.GOOD))
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("responder to be looked up, no list", LEAF, CA)
            .knowing(rootList)
            .hearing(Answered.by(checked, CA, LEAF, Answered.GOOD))
            .refused(PathRefusal.REVOCATION_UNKNOWN, 0),
        of("responder to be looked up, listed", LEAF, CA)
            .knowing(rootList, Listed.by(CA).revoking(checked, 1).issue())
            .hearing(Answered.by(checked, CA, LEAF, Answered.REVOKED))
            .isValid(),
        of("good, and revoked in the list", LEAF, CA)
            .knowing(rootList, Listed.by(CA).revoking(LEAF, 1).issue())
            .hearing(Answered.by(responder, CA, LEAF, Answered.GOOD))
            .refused(PathRefusal.REVOKED, 0));
  }

  static Stream<Vector> all() {
    return Stream.of(
            signaturesAndTimes(),
            chaining(),
            forms(),
            authorities(),
            uses(),
            strengths(),
            policies(),
            nameConstraints(),
            revocationLists(),
            distribution(),
            responses())
        .flatMap(it -> it);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void judgesAsTheTableSays(Vector vector) {
    PathVerdict verdict = vector.judge();

    Optional<PathRefusal> reason =
        verdict instanceof PathVerdict.Refused refused
            ? Optional.of(refused.reason())
            : Optional.empty();
    assertEquals(vector.expected(), reason, verdict.toString());
    if (verdict instanceof PathVerdict.Refused refused
        && vector.expectedCertificate() != Integer.MIN_VALUE) {
      assertEquals(vector.expectedCertificate(), refused.certificate(), verdict.toString());
    }
  }

  @Test
  void theTableHasACaseForEveryReason() {
    var missing = EnumSet.allOf(PathRefusal.class);

    all().map(Vector::expected).flatMap(Optional::stream).forEach(missing::remove);

    assertEquals(EnumSet.noneOf(PathRefusal.class), missing);
  }

  @Test
  void tellsTimeAndReasonOfARevocation() {
    byte[] list = Listed.by(CA).revoking(LEAF, CRLReason.keyCompromise).issue();

    PathVerdict verdict = of("", LEAF, CA).knowing(Listed.by(ROOT).issue(), list).judge();

    var refused = assertInstanceOf(PathVerdict.Refused.class, verdict);
    assertEquals(
        Optional.of(
            new PathVerdict.Revocation(
                java.security.cert.CRLReason.KEY_COMPROMISE, NOON.minusSeconds(7200))),
        refused.revocation());
  }

  @Test
  void givesThePathFromTheLeafToTheAnchor() {
    PathVerdict verdict = of("", LEAF, ROOT, CA).judge();

    var valid = assertInstanceOf(PathVerdict.Valid.class, verdict);
    assertEquals(List.of(LEAF.certificate(), CA.certificate(), ROOT.certificate()), valid.path());
  }

  /** One bit of each byte, another each time; most of them break a signature. */
  @Test
  void answersToEveryBrokenBitWithAVerdict() {
    var validation =
        new PathValidation(
            List.of(ROOT.der), PathRules.conforming().withRevocation(PathRules.Revocation.IGNORED));
    int valid = 0;
    for (int place = 0; place < 2; place++) {
      byte[] original = List.of(LEAF.der, CA.der).get(place);
      for (int i = 0; i < original.length; i++) {
        byte[] broken = original.clone();
        broken[i] ^= (byte) (1 << (i % 8));
        List<byte[]> chain = place == 0 ? List.of(broken, CA.der) : List.of(LEAF.der, broken);
        if (validation.judge(chain, NOON, RevocationData.none()) instanceof PathVerdict.Valid) {
          valid++;
        }
      }
    }
    assertEquals(0, valid);
  }

  @Test
  void passesOverEveryBrokenBitOfAList() {
    byte[] original = Listed.by(CA).revoking(LEAF, CRLReason.superseded).issue();
    var validation = new PathValidation(List.of(ROOT.der), PathRules.conforming());
    for (int i = 0; i < original.length; i++) {
      byte[] broken = original.clone();
      broken[i] ^= (byte) (1 << (i % 8));
      var known = RevocationData.of(List.of(Listed.by(ROOT).issue(), broken), List.of(), List.of());

      PathVerdict verdict = validation.judge(List.of(LEAF.der, CA.der), NOON, known);

      var refused = assertInstanceOf(PathVerdict.Refused.class, verdict, "byte " + i);
      assertEquals(PathRefusal.REVOCATION_UNKNOWN, refused.reason(), "byte " + i);
    }
  }

  @Test
  void passesOverEveryBrokenBitOfAResponse() {
    byte[] original = Answered.by(CA, CA, LEAF, Answered.GOOD);
    var validation = new PathValidation(List.of(ROOT.der), PathRules.conforming());
    byte[] rootList = Listed.by(ROOT).issue();
    int believed = 0;
    for (int i = 0; i < original.length; i++) {
      byte[] broken = original.clone();
      broken[i] ^= (byte) (1 << (i % 8));
      var known = RevocationData.of(List.of(rootList), List.of(broken), List.of());
      if (validation.judge(List.of(LEAF.der, CA.der), NOON, known) instanceof PathVerdict.Valid) {
        believed++;
      }
    }
    // The certificates that travel along are not signed with the answer and not needed here.
    assertTrue(believed <= CA.der.length + 20, believed + " believed");
  }

  /** Twelve authorities that have all signed one another, and none of them is trusted. */
  @Test
  @Timeout(20)
  void givesUpOnAuthoritiesThatSignOneAnother() {
    var first = new ArrayList<Issued>();
    for (int i = 0; i < 12; i++) {
      first.add(root("CN=A" + i).issue());
    }
    var chain = new ArrayList<byte[]>();
    chain.add(leaf(first.getFirst()).issue().der);
    for (Issued subject : first) {
      for (Issued issuer : first) {
        if (subject != issuer) {
          chain.add(authority(subject.subject.toString(), issuer).key(subject.key).issue().der);
        }
      }
    }
    var validation = new PathValidation(List.of(ROOT.der), PathRules.conforming());

    PathVerdict verdict = validation.judge(chain, NOON, RevocationData.none());

    var refused = assertInstanceOf(PathVerdict.Refused.class, verdict);
    assertEquals(PathRefusal.TOO_COMPLEX, refused.reason());
  }

  /** One authority issued the leaf; 150 others bear its name. */
  @Test
  @Timeout(20)
  void findsTheOneAmongManyOfOneName() {
    var key = Issued.p256();
    var chain = new ArrayList<byte[]>();
    chain.add(leaf(CA).issue().der);
    for (int i = 0; i < 150; i++) {
      chain.add(authority("CN=Issuing, C=JP", CA).key(key).issue().der);
    }
    chain.add(CA.der);
    var validation =
        new PathValidation(
            List.of(ROOT.der), PathRules.conforming().withRevocation(PathRules.Revocation.IGNORED));

    PathVerdict verdict = validation.judge(chain, NOON, RevocationData.none());

    assertInstanceOf(PathVerdict.Valid.class, verdict, verdict.toString());
  }

  /** Past the deepest nesting that a reader without a bound survives. */
  @Test
  void survivesDeepNesting() {
    byte[] nested = new byte[0];
    for (int i = 0; i < 8_000; i++) {
      int length = nested.length;
      byte[] head =
          length < 128
              ? new byte[] {0x30, (byte) length}
              : new byte[] {0x30, (byte) 0x82, (byte) (length >> 8), (byte) length};
      byte[] outer = java.util.Arrays.copyOf(head, head.length + length);
      System.arraycopy(nested, 0, outer, head.length, length);
      nested = outer;
    }
    var validation = new PathValidation(List.of(ROOT.der), PathRules.conforming());

    PathVerdict verdict = validation.judge(List.of(nested), NOON, RevocationData.none());

    assertEquals(
        PathRefusal.MALFORMED, assertInstanceOf(PathVerdict.Refused.class, verdict).reason());
    assertEquals(2, RevocationData.of(List.of(nested), List.of(nested), List.of()).unreadable());
  }
}
