package jp.careplan.application.view;

import static jp.careplan.application.ApplicationProblem.TEMPORARY_PASSWORD;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.careplan.application.PasskeySigningIn;
import jp.careplan.application.SignedIn;
import jp.careplan.application.SigningIn;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** ユーザID and password alone: the account's pages, never a plan. */
@Named
@RequestScoped
public class SignInView {
  @Inject private SigningIn signingIn;
  @Inject private PasskeySigningIn passkeys;
  @Inject private PageLogin login;
  @Inject private Entrance entrance;

  private String userId = "";
  private String password = "";

  public String signIn() {
    try {
      var credentials =
          new Credentials(Typed.userId(userId), password, Browser.request().getRemoteAddr());
      SignedIn signedIn = signingIn.signInWithPassword(credentials);
      login.begin(Browser.request(), Browser.response(), signedIn);
      return entrance.of(signedIn.session()) + "?faces-redirect=true";
    } catch (DomainException e) {
      if (e.code() == TEMPORARY_PASSWORD) {
        PageMessages.warn(e.code().title(), "この画面で、新しいパスワードに変えてください。（コード " + e.code().code() + "）");
        PageMessages.keep();
        return PasswordView.startFor(Typed.userId(userId));
      }
      PageMessages.refuse(e);
      return "";
    }
  }

  /** Whether passkeys are used here. */
  public boolean isPasskeys() {
    return passkeys.isOpen();
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
