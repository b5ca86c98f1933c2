package jp.careplan.application.view;

import static jp.careplan.application.DeskProblem.SET_UP_OVER;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OperatorSigningIn;
import jp.careplan.application.OperatorSigningIn.SetUp;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/**
 * An operator's first step: password, authenticator app, recovery codes. Looking at the page uses
 * nothing up; the button does.
 */
@Named
@RequestScoped
public class DeskSetUpView {
  @Inject private OperatorSigningIn signingIn;
  @Inject private DeskLogin login;

  private String way = "";
  private Optional<SetUp> setUp = Optional.empty();
  private String password = "";
  private String again = "";
  private String code = "";
  private List<String> recoveryCodes = List.of();

  @PostConstruct
  void load() {
    way = Browser.parameter("way");
    try {
      setUp = Optional.of(signingIn.setUpOf(way));
    } catch (DomainException e) {
      if (e.code() != SET_UP_OVER) {
        throw e;
      }
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(e.code().status());
    }
  }

  /** Shows the recovery codes, once. */
  public String finish() {
    if (!password.equals(again)) {
      PageMessages.warn("パスワードが2つの欄で違います", "同じものを2回入れてください。");
      return "";
    }
    try {
      var ready = signingIn.setUp(way, password, DeskSignInView.typed(code));
      recoveryCodes = ready.recoveryCodes();
      login.begin(Browser.request(), Browser.response(), ready.signedIn());
    } catch (DomainException e) {
      PageMessages.refuse(e);
    }
    return "";
  }

  public boolean isOpen() {
    return setUp.isPresent() && recoveryCodes.isEmpty();
  }

  public boolean isFinished() {
    return !recoveryCodes.isEmpty();
  }

  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  public String getWay() {
    return way;
  }

  public String getOperatorId() {
    return setUp.map(it -> it.operator().value()).orElse("");
  }

  /** The key in groups of four, for typing. */
  public String getKey() {
    return setUp.map(it -> it.key().replaceAll("(.{4})(?=.)", "$1 ")).orElse("");
  }

  public String getPicture() {
    return setUp.map(it -> QrPicture.of(it.address())).orElse("");
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
