package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.careplan.application.Caller;
import jp.careplan.application.PasswordChanging;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** パスワードの変更, of a temporary password or one's own. */
@Named
@RequestScoped
public class PasswordView {
  private static final String USER_ID = "userId";

  @Inject private PasswordChanging changing;
  @Inject private Caller caller;

  private String userId = "";
  private String present = "";
  private String wanted = "";
  private String again = "";

  /** Leads to this page with the ID filled in. */
  static String startFor(String userId) {
    flash().put(USER_ID, userId);
    return "/account/password?faces-redirect=true";
  }

  @PostConstruct
  void load() {
    userId = String.valueOf(flash().getOrDefault(USER_ID, ""));
  }

  private static Flash flash() {
    return FacesContext.getCurrentInstance().getExternalContext().getFlash();
  }

  public String change() {
    if (!wanted.equals(again)) {
      PageMessages.warn("新しいパスワードが2つの欄で違います", "同じものを2回入れてください。");
      return "";
    }
    try {
      change(wanted);
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    if (caller.isSignedIn()) {
      PageMessages.done("パスワードを変えました", "ほかの画面と連携クライアントはログアウトしました。新しいパスワードでログインし直してください。");
      return "/account/home?faces-redirect=true";
    }
    PageMessages.done("パスワードを変えました", "新しいパスワードでログインしてください。連携クライアントでも同じものを使います。");
    return "/account/sign-in?faces-redirect=true";
  }

  private void change(String newPassword) {
    if (caller.isSignedIn()) {
      changing.change(caller.session(), present, newPassword);
    } else {
      String source = Browser.request().getRemoteAddr();
      changing.change(new Credentials(Typed.userId(userId), present, source), newPassword);
    }
  }

  public boolean isSignedIn() {
    return caller.isSignedIn();
  }

  /** The own ID of whoever is signed in; else what was typed. */
  public String getUserId() {
    return caller.isSignedIn() ? caller.session().user().value() : userId;
  }

  public void setUserId(String userId) {
    this.userId = userId;
  }

  public String getPresent() {
    return present;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
