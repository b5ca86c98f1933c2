package jp.careplan.application.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import jp.careplan.application.OfficeDesk;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorSession;
import jp.careplan.kernel.OfficeNumber;
import org.jspecify.annotations.Nullable;

/**
 * The office that an operator looks at, for the panels of all modules. Whoever may not look at it
 * is refused here, before any panel asks for anything.
 */
@Named
@RequestScoped
public class DeskOffice {
  @Inject private OperatorCaller caller;
  @Inject private OfficeDesk desk;
  private OfficeDesk.@Nullable State state;

  @PostConstruct
  void load() {
    state = desk.stateOf(by(), office());
  }

  public OperatorSession by() {
    return caller.session();
  }

  public OfficeNumber office() {
    return new OfficeNumber(DeskForm.parameter("number"));
  }

  public OfficeDesk.State state() {
    return Objects.requireNonNull(state);
  }

  public String getNumber() {
    return office().value();
  }

  public String getName() {
    return state().profile().name();
  }

  /** The page of this office. */
  public String page() {
    return "/desk/office?number=" + getNumber();
  }
}
