package jp.careplan.application;

import static jp.careplan.application.StaffProblem.NOT_ADMINISTRATOR;

import java.time.Instant;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.UserId;

/**
 * A signed-in session.
 *
 * @param id hash of its token; safe to log
 * @param terminalId the terminal it came from; empty for one without certificate
 * @param thumbprint SHA-256 of the certificate it is bound to; empty for one in a browser
 * @param door how it came in
 * @param idleUntil when it ends if nothing is done
 * @param endsAt when it ends in any case
 * @param rights of whoever is signed in, as they are with this request
 */
public record OfficeSession(
    String id,
    UserId user,
    OfficeNumber office,
    String terminalId,
    String thumbprint,
    Door door,
    Instant idleUntil,
    Instant endsAt,
    Rights rights) {

  /** How a session came in. */
  public enum Door {
    /** With certificate and password, over the connector listener. */
    CONNECTOR,
    /** In the browser, handed over from a connector session. */
    HANDED_OFF,
    /** In the browser by password alone: account pages, never a plan. */
    PASSWORD,
    /** In the browser with a passkey that was registered in a session of the two first kinds. */
    PASSKEY
  }

  /** Whether plans and results may be seen: through a certificate, or a passkey born of one. */
  public boolean seesCareData() {
    return door != Door.PASSWORD;
  }

  /** Whether a certificate of the office stands behind this very session. */
  public boolean cameByCertificate() {
    return door == Door.CONNECTOR || door == Door.HANDED_OFF;
  }

  /** Refuses whoever was not made an administrator (管理者). */
  public void requireAdministrator() {
    if (!rights.administers()) {
      throw new DomainException(NOT_ADMINISTRATOR, "");
    }
  }
}
