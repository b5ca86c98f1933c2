package jp.careplan.application;

import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.internal.certificate.PathRefusal;
import jp.careplan.application.internal.certificate.PathRules;
import jp.careplan.application.internal.certificate.PathRules.RevocationNeed;
import jp.careplan.application.internal.certificate.PathValidation;
import jp.careplan.application.internal.certificate.PathVerdict;
import jp.careplan.application.internal.certificate.RevocationData;
import jp.careplan.kernel.DomainException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Judges the chain that was presented, against the configured anchors and what is known to be
 * revoked: of our own issuer by the database, of outside ones by lists fetched ahead.
 */
@ApplicationScoped
class CertificateJudge {
  private static final System.Logger LOG = System.getLogger(CertificateJudge.class.getName());

  @Inject
  @ConfigProperty(name = "careplan.revocation.required", defaultValue = "true")
  private boolean required;

  @Inject
  @ConfigProperty(name = "careplan.revocation.window-hours", defaultValue = "24")
  private int windowHours;

  @Inject private TrustAnchorStore store;
  @Inject private OwnRevocation own;
  @Inject private RevocationKnowledge knowledge;
  @Inject private Clock clock;

  private final List<X509Certificate> anchors = new ArrayList<>();
  private PathValidation validation = new PathValidation(List.of(), PathRules.office());

  @PostConstruct
  void load() {
    anchors.addAll(store.decided().values());
    var revocation =
        new PathRules.Revocation(
            required ? RevocationNeed.REQUIRED : RevocationNeed.IF_KNOWN,
            Duration.ofHours(windowHours),
            Optional.empty());
    validation =
        new PathValidation(
            PathValidation.encoded(anchors), PathRules.office().withRevocation(revocation));
  }

  List<X509Certificate> anchors() {
    return Collections.unmodifiableList(anchors);
  }

  /**
   * Refuses a chain that does not hold, with the code and the words of its reason.
   *
   * @param chain the office's certificate first
   */
  void judge(List<X509Certificate> chain) {
    RevocationData known = knowledge.data();
    Optional<byte[]> word = own.tell(chain.getFirst());
    PathVerdict verdict =
        validation.judge(
            PathValidation.encoded(chain), clock.instant(), word.map(known::and).orElse(known));
    if (verdict instanceof PathVerdict.Refused refused) {
      LOG.log(
          INFO,
          "certificate refused reason={0} place={1}",
          refused.reason(),
          refused.certificate());
      throw refusal(refused.reason());
    }
  }

  static DomainException refusal(PathRefusal reason) {
    var words = CertificateRefusal.of(reason);
    return new DomainException(words.code(), words.sentence());
  }
}
