package jp.careplan.application;

import static jp.careplan.application.DeskProblem.DESK_NOT_SIGNED_IN;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import jp.careplan.kernel.DomainException;

/** Which operator is calling in this request; set once by the pages' door, on desk pages alone. */
@RequestScoped
public class OperatorCaller {
  private Optional<OperatorSession> session = Optional.empty();

  /** Called by the filter of the pages alone. */
  public void enter(OperatorSession newSession) {
    session = Optional.of(newSession);
  }

  public boolean isSignedIn() {
    return session.isPresent();
  }

  public OperatorSession session() {
    return session.orElseThrow(() -> new DomainException(DESK_NOT_SIGNED_IN, ""));
  }
}
