package jp.careplan.application.page;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.kernel.DomainException;

/** What a page says on top: what happened, why, what to do, code. */
public final class PageMessages {
  private PageMessages() {}

  /** Tells why something was refused. */
  public static void refuse(DomainException refusal) {
    add(FacesMessage.SEVERITY_ERROR, refusal.code().title(), reasonAndRemedy(refusal));
  }

  /** Tells on this very page that something is done. */
  public static void tell(String what, String next) {
    add(FacesMessage.SEVERITY_INFO, what, next);
  }

  /** Tells that something is done; stays over one redirect. */
  public static void done(String what, String next) {
    add(FacesMessage.SEVERITY_INFO, what, next);
    keep();
  }

  public static void warn(String what, String remedy) {
    add(FacesMessage.SEVERITY_WARN, what, remedy);
  }

  /** Messages of this request are shown after the redirect that follows. */
  public static void keep() {
    FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
  }

  /** The reason of this case, what to do, and the code for the telephone. */
  public static String reasonAndRemedy(DomainException refusal) {
    return Stream.of(
            sentence(refusal.detail()),
            refusal.code().remedy(),
            "（コード " + refusal.code().code() + "）")
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static String sentence(String text) {
    return text.isBlank() || text.endsWith("。") ? text : text + "。";
  }

  private static void add(Severity severity, String summary, String detail) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, summary, detail));
  }
}
