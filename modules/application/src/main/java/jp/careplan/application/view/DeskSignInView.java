package jp.careplan.application.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.Locale;
import jp.careplan.application.OperatorSigningIn;
import jp.careplan.application.OperatorSigningIn.Credentials;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** 運用管理者のログイン. */
@Named
@RequestScoped
public class DeskSignInView {
  @Inject private OperatorSigningIn signingIn;
  @Inject private DeskLogin login;

  private String operatorId = "";
  private String password = "";
  private String code = "";

  public String signIn() {
    try {
      var credentials =
          new Credentials(typed(operatorId).toLowerCase(Locale.ROOT), password, typed(code));
      login.begin(Browser.request(), Browser.response(), signingIn.signIn(credentials));
      return "/desk/home?faces-redirect=true";
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
  }

  /** Full-width letters and blanks around are meant as the plain ones. */
  static String typed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /** Why this page is shown. */
  public String getReason() {
    return switch (Browser.parameter("reason")) {
      case "over" -> "ログインの時間が終わったか、ほかの画面で終わりました。もう一度ログインしてください。";
      case "out" -> "ログアウトしました。";
      default -> "";
    };
  }

  public String getOperatorId() {
    return operatorId;
  }

  public void setOperatorId(String operatorId) {
    this.operatorId = operatorId;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
