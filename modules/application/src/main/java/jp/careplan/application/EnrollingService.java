package jp.careplan.application;

import static jakarta.transaction.Transactional.TxType.NOT_SUPPORTED;
import static jp.careplan.application.ApplicationProblem.BAD_SIGNING_REQUEST;
import static jp.careplan.application.ApplicationProblem.FILE_PASSWORD;
import static jp.careplan.application.ApplicationProblem.TERMINAL_NAME;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.text.Normalizer;
import jp.careplan.application.internal.certificate.AuthorityProblem;
import jp.careplan.application.internal.certificate.CertificateAuthority;
import jp.careplan.application.internal.certificate.KeyStores;
import jp.careplan.application.internal.certificate.SigningRequest;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;

/** The order of steps: nothing of a stranger is read before the password was right. */
@ApplicationScoped
@Transactional(NOT_SUPPORTED)
class EnrollingService implements Enrolling {
  private static final int LONGEST_NAME = 40;
  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 64;

  @Inject private IssuingAuthority authority;
  @Inject private IssuePasswordService passwords;
  @Inject private CertificateStore store;

  @Override
  public boolean isOpen() {
    return authority.newest().isPresent();
  }

  @Override
  public Enrolled enroll(Applicant applicant, byte[] request) {
    KjUserId user = recognise(applicant);
    return issue(user, applicant, key(request));
  }

  @Override
  public byte[] enrollAsFile(Applicant applicant, String filePassword) {
    if (filePassword.length() < SHORTEST_PASSWORD || filePassword.length() > LONGEST_PASSWORD) {
      throw new DomainException(FILE_PASSWORD, "");
    }
    KjUserId user = recognise(applicant);
    KeyPair key = CertificateAuthority.newKey();
    var chain = issue(user, applicant, key.getPublic()).chain().toArray(X509Certificate[]::new);
    return KeyStores.export(key.getPrivate(), chain, filePassword.toCharArray());
  }

  private KjUserId recognise(Applicant applicant) {
    authority.require();
    var user = new KjUserId(applicant.userId());
    if (applicant.renews().isEmpty()) {
      nameOf(applicant);
    }
    passwords.require(user, applicant.issuePassword());
    return user;
  }

  private Enrolled issue(KjUserId user, Applicant applicant, PublicKey key) {
    return applicant
        .renews()
        .map(old -> store.renew(user, old, key))
        .orElseGet(() -> store.enroll(user, nameOf(applicant), key));
  }

  private static String nameOf(Applicant applicant) {
    String name = Normalizer.normalize(applicant.terminalName(), Normalizer.Form.NFC).strip();
    boolean readable =
        !name.isEmpty()
            && name.codePointCount(0, name.length()) <= LONGEST_NAME
            && name.codePoints().noneMatch(Character::isISOControl);
    if (!readable) {
      throw new DomainException(TERMINAL_NAME, "");
    }
    return name;
  }

  private static PublicKey key(byte[] request) {
    try {
      return SigningRequest.read(request).key();
    } catch (AuthorityProblem e) {
      throw new DomainException(BAD_SIGNING_REQUEST, "");
    }
  }
}
