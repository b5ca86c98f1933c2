package jp.careplan.application.view;

import static jp.careplan.application.ApplicationProblem.HANDOFF_OVER;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.SignedIn;
import jp.careplan.application.SigningIn;
import jp.careplan.kernel.DomainException;

/**
 * From the launcher into the browser. Looking at the page uses nothing up, so that a prefetch burns
 * nothing; the button does.
 */
@Named
@RequestScoped
public class EnterView {
  @Inject private SigningIn signingIn;
  @Inject private PageLogin login;
  @Inject private Entrance entrance;
  @Inject private Caller caller;

  private String code = "";
  private Optional<OfficeEntry> office = Optional.empty();

  @PostConstruct
  void load() {
    code = Browser.parameter("code");
    try {
      office = Optional.of(signingIn.preview(code));
    } catch (DomainException e) {
      if (e.code() != HANDOFF_OVER) {
        throw e;
      }
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(e.code().status());
    }
  }

  /** Signs in. */
  public String enter() {
    try {
      SignedIn signedIn = signingIn.redeem(code);
      login.begin(Browser.request(), Browser.response(), signedIn);
      return entrance.of(signedIn.session()) + "?faces-redirect=true";
    } catch (DomainException e) {
      office = Optional.empty(); // used or over since the page was drawn
      return "";
    }
  }

  public boolean isOpen() {
    return office.isPresent();
  }

  public String getOfficeName() {
    return office.map(OfficeEntry::name).orElse("");
  }

  public String getOfficeNumber() {
    return office.map(entry -> entry.number().value()).orElse("");
  }

  /** Whether this browser shows another office now. */
  public boolean isSwitching() {
    return caller.isSignedIn()
        && office.filter(entry -> !entry.number().equals(caller.session().office())).isPresent();
  }

  public String getCode() {
    return code;
  }
}
