package jp.careplan.application.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorSigningIn;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** An operator's own password and recovery codes. */
@Named
@RequestScoped
public class DeskMeView {
  @Inject private OperatorSigningIn signingIn;
  @Inject private OperatorCaller caller;

  private final NewPassword newPassword = new NewPassword();
  private String password = "";
  private List<String> codes = List.of();

  public String changePassword() {
    if (!newPassword.isSame()) {
      return "";
    }
    try {
      signingIn.changePassword(caller.session(), password, newPassword.getWanted());
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done("パスワードを変えました", "ほかのログインは終わりました。");
    return "/desk/me?faces-redirect=true";
  }

  /** Shows the codes, once. */
  public String renewCodes() {
    try {
      codes = signingIn.renewRecoveryCodes(caller.session(), password);
    } catch (DomainException e) {
      PageMessages.refuse(e);
    }
    return "";
  }

  public List<String> getCodes() {
    return codes;
  }

  public NewPassword getNewPassword() {
    return newPassword;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
