package jp.careplan.application.view;

import static jp.careplan.application.AccountProblem.RESET_OVER;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import jp.careplan.application.PasswordReset;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.UserId;

/** Where a mailed address leads. Looking uses nothing up; the button does. */
@Named
@RequestScoped
public class NewPasswordView {
  @Inject private PasswordReset reset;

  private final NewPassword password = new NewPassword();
  private String code = "";
  private Optional<UserId> user = Optional.empty();

  @PostConstruct
  void load() {
    code = Browser.parameter("code");
    try {
      user = Optional.of(reset.preview(code));
    } catch (DomainException e) {
      if (e.code() != RESET_OVER) {
        throw e;
      }
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(e.code().status());
    }
  }

  public String change() {
    if (!password.isSame()) {
      return "";
    }
    try {
      reset.byMail(code, password.getWanted());
      PageMessages.done("パスワードを変えました", "新しいパスワードで入ってください。連携クライアントでも同じものを使います。");
      return "/account/sign-in?faces-redirect=true";
    } catch (DomainException e) {
      if (e.code() == RESET_OVER) {
        user = Optional.empty(); // used or over since the page was drawn
      } else {
        PageMessages.refuse(e);
      }
      return "";
    }
  }

  public boolean isOpen() {
    return user.isPresent();
  }

  public String getUserId() {
    return user.map(UserId::value).orElse("");
  }

  public NewPassword getPassword() {
    return password;
  }

  public String getCode() {
    return code;
  }
}
