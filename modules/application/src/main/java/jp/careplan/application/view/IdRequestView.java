package jp.careplan.application.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import jp.careplan.application.IdAsking;
import jp.careplan.application.IdAsking.Receipt;
import jp.careplan.application.IdQuestion;
import jp.careplan.application.IdQuestion.Missing;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** 「IDがない・わからない」: the form, and what is told once it was sent. */
@Named
@RequestScoped
public class IdRequestView {
  private static final String SENT = "idRequestSent";

  @Inject private IdAsking asking;

  private String officeNumber = "";
  private String officeName = "";
  private String address = "";
  private String contactName = "";
  private String phone = "";
  private String mail = "";
  private String missing = Missing.ID_UNKNOWN.name();
  private String website = "";

  public String ask() {
    if (!website.isEmpty()) { // a field that no person sees: whoever fills it in is a program
      PageMessages.done("受け付けました", "");
      return "/account/id-request?faces-redirect=true";
    }
    try {
      var question =
          new IdQuestion(
              Typed.userId(officeNumber),
              officeName.strip(),
              address.strip(),
              contactName.strip(),
              Typed.halfWidth(phone),
              Typed.halfWidth(mail),
              Missing.valueOf(missing));
      flash().put(SENT, asking.ask(question, Browser.request().getRemoteAddr()));
      PageMessages.done("申し込みを受け付けました", "確認のメールも送りました。届かないときは、下の番号とコードを控えてください。");
      return "/account/id-request?faces-redirect=true";
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
  }

  private static Map<String, Object> flash() {
    return FacesContext.getCurrentInstance().getExternalContext().getFlash();
  }

  public boolean isSent() {
    return flash().get(SENT) instanceof Receipt;
  }

  public String getNumber() {
    return flash().get(SENT) instanceof Receipt receipt ? readable(receipt.number()) : "";
  }

  public String getCode() {
    return flash().get(SENT) instanceof Receipt receipt ? receipt.code() : "";
  }

  private static String readable(String number) {
    return number.substring(0, 4) + "-" + number.substring(4);
  }

  public String getOfficeNumber() {
    return officeNumber;
  }

  public void setOfficeNumber(String officeNumber) {
    this.officeNumber = officeNumber;
  }

  public String getOfficeName() {
    return officeName;
  }

  public void setOfficeName(String officeName) {
    this.officeName = officeName;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getContactName() {
    return contactName;
  }

  public void setContactName(String contactName) {
    this.contactName = contactName;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getMail() {
    return mail;
  }

  public void setMail(String mail) {
    this.mail = mail;
  }

  public String getMissing() {
    return missing;
  }

  public void setMissing(String missing) {
    this.missing = missing;
  }

  public String getWebsite() {
    return website;
  }

  public void setWebsite(String website) {
    this.website = website;
  }
}
