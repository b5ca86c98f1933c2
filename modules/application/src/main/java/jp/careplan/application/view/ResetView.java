package jp.careplan.application.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.careplan.application.PasswordReset;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** パスワードを忘れたとき: by mail, or with a recovery code. */
@Named
@RequestScoped
public class ResetView {
  @Inject private PasswordReset reset;

  private final NewPassword password = new NewPassword();
  private String userId = "";
  private String code = "";

  public String ask() {
    try {
      reset.askByMail(Typed.userId(userId));
      PageMessages.done("受け付けました", "このIDにセキュリティメールがあれば、数分のうちにメールが届きます。届いたアドレスを30分のうちに開いてください。");
      return "/account/reset?faces-redirect=true";
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
  }

  public String recover() {
    if (!password.isSame()) {
      return "";
    }
    try {
      String source = Browser.request().getRemoteAddr();
      reset.byRecoveryCode(
          new Credentials(Typed.userId(userId), Typed.writtenCode(code), source),
          password.getWanted());
      PageMessages.done("パスワードを変えました", "新しいパスワードで入ってください。使ったコードは、控えの紙に線を引いて消してください。");
      return "/account/sign-in?faces-redirect=true";
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
  }

  public NewPassword getPassword() {
    return password;
  }

  public String getUserId() {
    return userId;
  }

  public void setUserId(String userId) {
    this.userId = userId;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
