package jp.careplan.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.application.DeskProblem.ANCHOR_STATE;
import static jp.careplan.application.DeskProblem.BAD_ANCHOR;
import static jp.careplan.application.DeskProblem.LAST_ANCHOR;
import static jp.careplan.application.OperatorRole.AUDITOR;
import static jp.careplan.application.OperatorRole.OPERATOR;
import static jp.careplan.application.TrustAnchorStore.fingerprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.careplan.application.TrustAnchorRow.Decision;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

@ApplicationScoped
@Transactional
class TrustAnchorService implements TrustAnchors {
  private static final String ADD = "add-trust-anchor";
  private static final String REMOVE = "remove-trust-anchor";
  private static final int LONGEST_PEM = 16_000;
  private static final int SHORTEST_RSA = 2048;
  private static final int SIGNS_CERTIFICATES = 5;

  @Inject private TrustAnchorStore store;
  @Inject private CertificateJudge judge;
  @Inject private Approvals approvals;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  public List<Anchor> all(OperatorSession by) {
    by.requireWholeCountry(OPERATOR, AUDITOR);
    Map<String, X509Certificate> decided = store.decided();
    Set<String> ofFile = store.ofFile().keySet();
    Map<String, X509Certificate> shown = new LinkedHashMap<>();
    judge.anchors().forEach(it -> shown.put(fingerprint(it), it));
    Set<String> present = Set.copyOf(shown.keySet());
    shown.putAll(decided);
    return shown.values().stream()
        .map(it -> {
          String key = fingerprint(it);
          State state =
              !decided.containsKey(key)
                  ? State.REMOVED_AT_NEXT_START
                  : present.contains(key) ? State.HOLDS : State.ADDED_AT_NEXT_START;
          return anchor(it, !ofFile.contains(key), state);
        })
        .toList();
  }

  private static Anchor anchor(X509Certificate it, boolean added, State state) {
    return new Anchor(
        fingerprint(it),
        it.getSubjectX500Principal().getName(),
        it.getNotBefore().toInstant(),
        it.getNotAfter().toInstant(),
        added,
        state);
  }

  @Override
  public Anchor look(OperatorSession by, String pemOrFingerprint) {
    by.requireWholeCountry(OPERATOR, AUDITOR);
    X509Certificate found =
        pemOrFingerprint.matches("[0-9a-f]{64}")
            ? named(pemOrFingerprint)
            : authority(pemOrFingerprint);
    return anchor(found, true, State.ADDED_AT_NEXT_START);
  }

  private X509Certificate named(String fingerprint) {
    X509Certificate decided = store.decided().get(fingerprint);
    return decided != null
        ? decided
        : store
            .row(fingerprint)
            .map(store::opened)
            .orElseThrow(() -> new DomainException(ANCHOR_STATE, ""));
  }

  /** A certificate that could be an authority at all; whether it is the right one, people see. */
  private X509Certificate authority(String pem) {
    if (pem.length() > LONGEST_PEM || pem.split("-----BEGIN", -1).length != 2) {
      throw new DomainException(BAD_ANCHOR, "証明書は1枚だけ入れてください。");
    }
    X509Certificate found =
        TrustAnchorStore.parsed(pem.strip().getBytes(UTF_8))
            .orElseThrow(() -> new DomainException(BAD_ANCHOR, "証明書として読めません。"));
    boolean[] usage = found.getKeyUsage();
    if (found.getBasicConstraints() < 0 || (usage != null && !usage[SIGNS_CERTIFICATES])) {
      throw new DomainException(BAD_ANCHOR, "認証局の証明書ではありません。");
    }
    if (found.getNotAfter().toInstant().isBefore(clock.instant())) {
      throw new DomainException(BAD_ANCHOR, "期限が切れています。");
    }
    if (found.getPublicKey() instanceof RSAPublicKey key
        && key.getModulus().bitLength() < SHORTEST_RSA) {
      throw new DomainException(BAD_ANCHOR, "鍵が弱すぎます。");
    }
    return found;
  }

  @Override
  public void proposeAdding(OperatorSession by, String pem, String reason) {
    by.requireWholeCountry(OPERATOR);
    X509Certificate wanted = authority(pem);
    String key = fingerprint(wanted);
    store.lock();
    if (store.decided().containsKey(key)) {
      throw new DomainException(ANCHOR_STATE, "もう信頼しています。");
    }
    if (store.row(key).filter(it -> it.decision() == Decision.REMOVED).isEmpty()) {
      store.decide(wanted, Decision.PROPOSED);
    }
    approvals.propose(by, new Approvals.Matter(ADD, "", key), reason);
  }

  @Override
  public void proposeRemoving(OperatorSession by, String fingerprint, String reason) {
    by.requireWholeCountry(OPERATOR);
    removable(fingerprint);
    approvals.propose(by, new Approvals.Matter(REMOVE, "", fingerprint), reason);
  }

  private X509Certificate removable(String fingerprint) {
    Map<String, X509Certificate> decided = store.decided();
    X509Certificate present = decided.get(fingerprint);
    if (present == null) {
      throw new DomainException(ANCHOR_STATE, "いまは信頼していません。");
    }
    if (decided.size() == 1) {
      throw new DomainException(LAST_ANCHOR, "");
    }
    return present;
  }

  void on(@Observes Approvals.Approved approval) {
    String key = approval.matter().subject();
    switch (approval.matter().action()) {
      case ADD -> {
        store.lock();
        store.decide(named(key), Decision.ADDED);
        audit(approval, "trust-anchor-added");
      }
      case REMOVE -> {
        store.lock();
        store.decide(removable(key), Decision.REMOVED);
        audit(approval, "trust-anchor-removed");
      }
      default -> {}
    }
  }

  private void audit(Approvals.Approved approval, String action) {
    trail.append(
        new AuditTrail.Entry(
            approval.approvedBy().value(),
            "",
            action,
            approval.matter().subject(),
            approval.reason()));
  }

  @Override
  public List<X509Certificate> inForce() {
    return judge.anchors();
  }
}
