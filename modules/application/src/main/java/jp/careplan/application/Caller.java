package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.CARE_DATA_CLOSED;
import static jp.careplan.application.ApplicationProblem.NOT_SIGNED_IN;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/** Who is calling in this request; set once by the door's filter. */
@RequestScoped
public class Caller {
  private Optional<OfficeSession> session = Optional.empty();

  /** Called by the filters of the listeners alone. */
  public void enter(OfficeSession newSession) {
    session = Optional.of(newSession);
  }

  public boolean isSignedIn() {
    return session.isPresent();
  }

  /** The session, whatever door it came through. */
  public OfficeSession session() {
    return session.orElseThrow(() -> new DomainException(NOT_SIGNED_IN, ""));
  }

  /** The session, if it may see plans and results. */
  public OfficeSession careSession() {
    OfficeSession present = session();
    if (!present.seesCareData()) {
      throw new DomainException(CARE_DATA_CLOSED, "");
    }
    return present;
  }

  /** The office of a session that may see plans and results. */
  public OfficeNumber office() {
    return careSession().office();
  }

  /** The user ID that stands in the trail. */
  public String actor() {
    return session().user().value();
  }
}
