package jp.careplan.exchange;

import static jp.careplan.application.StaffProblem.KIND_CLOSED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.DomainException;

/** Holds no transaction while it looks up or calls an address. */
@ApplicationScoped
class WebhookService implements Webhooks {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  @Inject private WebhookRows rows;
  @Inject private WebhookCalls calls;

  @Override
  public List<Hook> of(OfficeSession by) {
    requireAll(by);
    return rows.of(by.office());
  }

  @Override
  public Added add(OfficeSession by, String url) {
    requireAll(by);
    calls.requireCallable(url);
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new Added(rows.add(by, url, secret), Base64.getEncoder().encodeToString(secret));
  }

  @Override
  public void remove(OfficeSession by, String id) {
    requireAll(by);
    rows.remove(by, id);
  }

  @Override
  public void resume(OfficeSession by, String id) {
    requireAll(by);
    rows.resume(by, id);
  }

  @Override
  public String test(OfficeSession by, String id) {
    requireAll(by);
    return calls.call(rows.forTest(by, id)).outcome();
  }

  /** It is told of everything that the office is told of. */
  private static void requireAll(OfficeSession by) {
    by.requireAdministrator();
    if (by.rights().isLimited()) {
      throw new DomainException(KIND_CLOSED, "すべてのサービス種類を扱える管理者だけができます。");
    }
  }
}
