package jp.careplan.application.internal.certificate;

import java.security.PublicKey;
import java.security.cert.CRLReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.jspecify.annotations.Nullable;

/**
 * Whether the certificates of a path are revoked (RFC 5280, 6.3; RFC 6960). A signed word that one
 * is revoked always counts, however old; a word that it is not counts while it is fresh.
 */
final class RevocationCheck {
  /** All reasons a list can be limited to. */
  private static final int ALL_REASONS =
      ReasonFlags.keyCompromise
          | ReasonFlags.cACompromise
          | ReasonFlags.affiliationChanged
          | ReasonFlags.superseded
          | ReasonFlags.cessationOfOperation
          | ReasonFlags.certificateHold
          | ReasonFlags.privilegeWithdrawn
          | ReasonFlags.aACompromise;

  private final CandidatePath path;
  private final PathRules rules;
  private final Instant at;
  private final RevocationData known;
  private final PathSearch search;

  RevocationCheck(
      CandidatePath path, PathRules rules, Instant at, RevocationData known, PathSearch search) {
    this.path = path;
    this.rules = rules;
    this.at = at;
    this.known = known;
    this.search = search;
  }

  /** From the anchor down, so that a revoked authority is named before what it issued. */
  void check() throws Refusal {
    for (int place = path.certificates().size() - 1; place >= 0; place--) {
      check(place);
    }
  }

  private void check(int place) throws Refusal {
    Presented certificate = path.certificates().get(place);
    var state = new State(certificate);
    for (KnownResponse response : known.responses()) {
      response.tell(
          certificate,
          path.issuerOf(place),
          path.keyAbove(place),
          at,
          rules,
          responder -> isUnrevoked(responder, place),
          state);
    }
    lookThroughLists(certificate, place, state);
    state.settle();
  }

  /** What is known of one certificate so far. */
  final class State {
    private final Presented certificate;
    private boolean good;
    private boolean stale;
    private int reasons;

    private State(Presented certificate) {
      this.certificate = certificate;
    }

    Refusal revoked(PathVerdict.Revocation revocation) {
      return Refusal.revoked(revocation.reason(), revocation.at(), certificate.index());
    }

    void good() {
      good = true;
    }

    void stale() {
      stale = true;
    }

    private void covered(int mask) {
      reasons |= mask;
      good |= reasons == ALL_REASONS;
    }

    private void settle() throws Refusal {
      if (!good && rules.revocation().need() == PathRules.RevocationNeed.REQUIRED) {
        throw certificate.refusal(
            stale ? PathRefusal.REVOCATION_STALE : PathRefusal.REVOCATION_UNKNOWN,
            stale ? "only old data" : "no data");
      }
    }
  }

  /** For a responder that has no word in its certificate that it need not be looked up. */
  private boolean isUnrevoked(Presented responder, int place) {
    var state = new State(responder);
    try {
      lookThroughLists(responder, place, state);
    } catch (Refusal e) {
      return false;
    }
    return state.good;
  }

  private void lookThroughLists(Presented certificate, int place, State state) throws Refusal {
    Optional<CRLDistPoint> points =
        certificate.content(Extension.cRLDistributionPoints).map(CRLDistPoint::getInstance);
    if (points.isPresent()) {
      for (DistributionPoint point : points.get().getDistributionPoints()) {
        for (KnownList list : known.lists()) {
          consider(list, point, certificate, place, state);
        }
      }
    }
    var ownIssuer =
        new DistributionPoint(
            new DistributionPointName(
                new GeneralNames(new GeneralName(name(certificate.issuer())))),
            null,
            null);
    for (KnownList list : known.lists()) {
      consider(list, ownIssuer, certificate, place, state);
    }
  }

  private void consider(
      KnownList list, DistributionPoint point, Presented certificate, int place, State state)
      throws Refusal {
    int mask = reasons(point.getReasons());
    Optional<IssuingDistributionPoint> scope = list.distribution();
    if (scope.isPresent()) {
      mask &= reasons(scope.get().getOnlySomeReasons());
    }
    boolean news = (mask & ~state.reasons) != 0;
    if (list.isDelta() || !news || !list.isUsable(rules) || !isMeant(list, point, certificate)) {
      return;
    }
    Optional<PublicKey> key = signerOf(list, place);
    if (key.isEmpty() || list.list().getThisUpdate().toInstant().isAfter(at)) {
      return;
    }
    readEntries(list, key.get(), certificate, mask, state);
  }

  private void readEntries(
      KnownList list, PublicKey key, Presented certificate, int mask, State state) throws Refusal {
    Optional<PathVerdict.Revocation> entry = list.entryOf(certificate);
    boolean fresh = isFresh(list.list().getThisUpdate(), list.list().getNextUpdate(), at, rules);
    for (KnownList delta : known.lists()) { // newest first
      boolean applies =
          delta.isDelta()
              && delta.completes(list)
              && delta.isUsable(rules)
              && delta.isSignedBy(key)
              && !delta.list().getThisUpdate().toInstant().isAfter(at);
      if (applies
          && isFresh(delta.list().getThisUpdate(), delta.list().getNextUpdate(), at, rules)) {
        Optional<PathVerdict.Revocation> changed = delta.entryOf(certificate);
        fresh = true;
        if (changed.isPresent()) {
          entry = changed.filter(it -> it.reason() != CRLReason.REMOVE_FROM_CRL);
        }
        break;
      }
    }
    if (entry.isPresent()) {
      throw state.revoked(entry.get());
    }
    if (fresh) {
      state.covered(mask);
    } else {
      state.stale();
    }
  }

  /** Whether data of that age is still believed. */
  static boolean isFresh(Date thisUpdate, @Nullable Date nextUpdate, Instant at, PathRules rules) {
    PathRules.Revocation revocation = rules.revocation();
    boolean inTime =
        nextUpdate == null || !at.isAfter(nextUpdate.toInstant().plus(revocation.overtime()));
    boolean young =
        revocation
            .greatestAge()
            .map(age -> !at.isAfter(thisUpdate.toInstant().plus(age)))
            .orElse(true);
    return inTime && young;
  }

  /** Not yet verified: names in a list may be garbage, and then it is meant for nothing. */
  private static boolean isMeant(KnownList list, DistributionPoint point, Presented certificate) {
    try {
      return isForIssuer(list, point, certificate) && isInScope(list, point, certificate);
    } catch (IllegalArgumentException | ClassCastException e) {
      return false;
    }
  }

  /** 6.3.3 (b) (1): the list's issuer is the one the distribution point names. */
  private static boolean isForIssuer(
      KnownList list, DistributionPoint point, Presented certificate) {
    if (point.getCRLIssuer() == null) {
      return list.issuer().equals(certificate.issuer());
    }
    return list.isIndirect()
        && Stream.of(point.getCRLIssuer().getNames())
            .filter(it -> it.getTagNo() == GeneralName.directoryName)
            .anyMatch(it -> principal(it).equals(list.issuer()));
  }

  /** 6.3.3 (b) (2): the list is for this distribution point and this kind of certificate. */
  private static boolean isInScope(KnownList list, DistributionPoint point, Presented certificate) {
    if (list.distribution().isEmpty()) {
      return true;
    }
    IssuingDistributionPoint scope = list.distribution().get();
    boolean kind =
        !scope.onlyContainsAttributeCerts()
            && !(scope.onlyContainsUserCerts() && certificate.isAuthority())
            && !(scope.onlyContainsCACerts() && !certificate.isAuthority());
    if (!kind || scope.getDistributionPoint() == null) {
      return kind;
    }
    Set<Object> wanted = new HashSet<>();
    if (point.getDistributionPoint() != null) {
      wanted.addAll(names(point.getDistributionPoint(), baseName(point, certificate)));
    } else if (point.getCRLIssuer() != null) {
      Stream.of(point.getCRLIssuer().getNames())
          .map(RevocationCheck::comparable)
          .forEach(wanted::add);
    }
    return names(scope.getDistributionPoint(), list.issuer()).stream().anyMatch(wanted::contains);
  }

  private static X500Principal baseName(DistributionPoint point, Presented certificate) {
    if (point.getCRLIssuer() == null) {
      return certificate.issuer();
    }
    return Stream.of(point.getCRLIssuer().getNames())
        .filter(it -> it.getTagNo() == GeneralName.directoryName)
        .map(RevocationCheck::principal)
        .findFirst()
        .orElse(certificate.issuer());
  }

  private static Set<Object> names(DistributionPointName point, X500Principal base) {
    if (point.getType() == DistributionPointName.FULL_NAME) {
      return Stream.of(GeneralNames.getInstance(point.getName()).getNames())
          .map(RevocationCheck::comparable)
          .collect(Collectors.toSet());
    }
    List<RDN> parts = new ArrayList<>(List.of(name(base).getRDNs()));
    parts.add(RDN.getInstance(ASN1Set.getInstance(point.getName())));
    return Set.of(principal(new X500Name(parts.toArray(RDN[]::new))));
  }

  private static Object comparable(GeneralName name) {
    return name.getTagNo() == GeneralName.directoryName ? principal(name) : name;
  }

  private static X500Principal principal(GeneralName name) {
    return principal(X500Name.getInstance(name.getName()));
  }

  private static X500Principal principal(X500Name name) {
    try {
      return new X500Principal(name.getEncoded());
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static X500Name name(X500Principal principal) {
    return X500Name.getInstance(principal.getEncoded());
  }

  private static int reasons(@Nullable ReasonFlags flags) {
    return flags == null ? ALL_REASONS : flags.intValue() & ALL_REASONS;
  }

  /** 6.3.3 (f) and (g): the issuer itself, or another certificate of the list's issuer. */
  private Optional<PublicKey> signerOf(KnownList list, int place) {
    Presented issuer = path.issuerOf(place);
    PublicKey key = path.keyAbove(place);
    if (issuer.subject().equals(list.issuer())
        && issuer.allows(KeyUse.CRL_SIGN)
        && list.isSignedBy(key)) {
      return Optional.of(key);
    }
    Presented anchor = path.anchor();
    if (anchor.subject().equals(list.issuer())
        && anchor.allows(KeyUse.CRL_SIGN)
        && list.isSignedBy(anchor.key())) {
      return Optional.of(anchor.key());
    }
    return search.pool().stream()
        .filter(it -> it.subject().equals(list.issuer()))
        .filter(it -> it.allows(KeyUse.CRL_SIGN))
        .filter(it -> list.isSignedBy(it.key()))
        .filter(it -> search.isListSigner(it, anchor))
        .map(Presented::key)
        .findFirst();
  }
}
