package jp.careplan.application.view;

import static jp.careplan.application.ApplicationProblem.TEMPORARY_PASSWORD;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.careplan.application.SigningIn;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.kernel.DomainException;

/** ユーザID and password alone: the account's pages, never a plan. */
@Named
@RequestScoped
public class SignInView {
  @Inject private SigningIn signingIn;
  @Inject private PageLogin login;

  private String userId = "";
  private String password = "";

  public String signIn() {
    try {
      var credentials =
          new Credentials(Typed.userId(userId), password, Browser.request().getRemoteAddr());
      login.begin(Browser.request(), Browser.response(), signingIn.signInWithPassword(credentials));
      return "/account/home?faces-redirect=true";
    } catch (DomainException e) {
      PageMessages.refuse(e);
      if (e.code() == TEMPORARY_PASSWORD) {
        PageMessages.keep();
        return "/account/password?faces-redirect=true";
      }
      return "";
    }
  }

  public String getUserId() {
    return userId;
  }

  public void setUserId(String userId) {
    this.userId = userId;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
