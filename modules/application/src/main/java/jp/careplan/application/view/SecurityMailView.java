package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.careplan.application.Caller;
import jp.careplan.application.SecurityMail;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** セキュリティメール of whoever is signed in. */
@Named
@RequestScoped
public class SecurityMailView {
  @Inject private SecurityMail mails;
  @Inject private Caller caller;

  private String present = "";
  private String mail = "";
  private String password = "";

  @PostConstruct
  void load() {
    present = mails.of(caller.session().user());
    mail = present;
  }

  public String change() {
    try {
      mails.change(caller.session(), password, Typed.halfWidth(mail));
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    if (mail.isBlank()) {
      PageMessages.done("セキュリティメールをなくしました", "パスワードを忘れたときは、回復コードか窓口をお使いください。");
    } else {
      PageMessages.done("セキュリティメールを変えました", "お知らせのメールを送りました。届かないときは、アドレスを確かめてください。");
    }
    return "/account/mail?faces-redirect=true";
  }

  public String getPresent() {
    return present;
  }

  public String getMail() {
    return mail;
  }

  public void setMail(String mail) {
    this.mail = mail;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
