package jp.careplan.exchange.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.VendorTesting;
import jp.careplan.exchange.VendorTesting.Product;
import jp.careplan.kernel.DomainException;

/** ベンダ試験: begins a run, or mails the way into one anew. */
@Named
@RequestScoped
public class VendorTestView {
  private static final String PAGE = "/vendor/test?faces-redirect=true";

  @Inject private VendorTesting testing;

  private String product = "";
  private String version = "";
  private String maker = "";
  private String mail = "";
  private String knownMail = "";

  public String begin() {
    return act(
        () ->
            testing.begin(
                new Product(product.strip(), version.strip(), maker.strip(), mail.strip()),
                source()),
        "試験の画面のアドレスを、メールで送りました");
  }

  public String remind() {
    return act(() -> testing.remind(knownMail.strip(), source()), "このアドレスの試験があれば、メールを送りました");
  }

  private static String act(Runnable deed, String done) {
    try {
      deed.run();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done(done, "数分で届きます。届かないときは、アドレスと迷惑メールを確かめてください。");
    return PAGE;
  }

  private static String source() {
    return ((HttpServletRequest)
            FacesContext.getCurrentInstance().getExternalContext().getRequest())
        .getRemoteAddr();
  }

  public String getProduct() {
    return product;
  }

  public void setProduct(String product) {
    this.product = product;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getMaker() {
    return maker;
  }

  public void setMaker(String maker) {
    this.maker = maker;
  }

  public String getMail() {
    return mail;
  }

  public void setMail(String mail) {
    this.mail = mail;
  }

  public String getKnownMail() {
    return knownMail;
  }

  public void setKnownMail(String knownMail) {
    this.knownMail = knownMail;
  }
}
