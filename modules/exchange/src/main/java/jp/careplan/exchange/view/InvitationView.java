package jp.careplan.exchange.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.careplan.application.Caller;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.Inviting;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/** さそい, on the page of a partner. */
@Named
@RequestScoped
public class InvitationView {
  @Inject private Inviting inviting;
  @Inject private Caller caller;

  private String mail = "";

  public String invite() {
    return act(
        () -> inviting.invite(caller.careSession(), partner()),
        "さそったことを覚えました",
        "「さそいの手紙（PDF）」を保存し、FAXか郵便で送ってください。");
  }

  public String send() {
    return act(
        () -> inviting.mail(caller.careSession(), partner(), mail.strip()),
        "さそいのメールを送りました",
        "参加したら、お知らせします。アドレスは残していません。");
  }

  private static String act(Runnable deed, String done, String next) {
    try {
      deed.run();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done(done, next);
    return "/office/partner?faces-redirect=true&number=" + partner();
  }

  private static OfficeNumber partner() {
    return new OfficeNumber(
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .getOrDefault("number", ""));
  }

  public int getMailsLeft() {
    return inviting.mailsLeft(caller.careSession());
  }

  public String getMail() {
    return mail;
  }

  public void setMail(String mail) {
    this.mail = mail;
  }
}
