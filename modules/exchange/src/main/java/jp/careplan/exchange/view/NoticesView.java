package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.careplan.application.Caller;
import jp.careplan.application.MailAddress;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.ArrivalNotices;
import jp.careplan.exchange.ArrivalNotices.Order;
import jp.careplan.exchange.ArrivalNotices.Rhythm;
import jp.careplan.kernel.DomainException;

/** 着信のお知らせ of whoever is signed in. */
@Named
@RequestScoped
public class NoticesView {
  private static final String HERE = "/office/notices?faces-redirect=true";

  @Inject private ArrivalNotices notices;
  @Inject private OfficeDirectory offices;
  @Inject private Caller caller;

  private String mail = "";
  private Rhythm rhythm = Rhythm.AT_ONCE;
  private boolean ordered;

  @PostConstruct
  void load() {
    notices
        .of(caller.careSession())
        .ifPresentOrElse(
            order -> {
              ordered = true;
              mail = order.mail();
              rhythm = order.rhythm();
            },
            () -> mail = offices.profileOf(caller.office()).map(OfficeProfile::mail).orElse(""));
  }

  public String order() {
    try {
      notices.order(caller.careSession(), new Order(new MailAddress(mail.strip()).value(), rhythm));
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done("着信のお知らせを送ります", "確かめのメールを送りました。届かないときは、アドレスを確かめてください。");
    return HERE;
  }

  public String stop() {
    notices.stop(caller.careSession());
    PageMessages.done("着信のお知らせを止めました", "届いたものは、受信箱で確かめてください。");
    return HERE;
  }

  public int getUnreceivedDays() {
    return notices.unreceivedDays();
  }

  public boolean isOrdered() {
    return ordered;
  }

  public String getMail() {
    return mail;
  }

  public void setMail(String mail) {
    this.mail = mail;
  }

  public Rhythm getRhythm() {
    return rhythm;
  }

  public void setRhythm(Rhythm rhythm) {
    this.rhythm = rhythm;
  }
}
