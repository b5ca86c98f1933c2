package jp.careplan.application.page;

import jakarta.faces.context.FacesContext;
import jp.careplan.kernel.DomainException;

/** An action at the desk: its reason is a field of the page, its confirmation a tick. */
public final class DeskForm {
  private DeskForm() {}

  /**
   * Does it if the tick is set, and tells what became of it.
   *
   * @param page what is shown when it is done, empty text: this one; what was typed stays when it
   *     is not
   */
  public static String act(String page, String done, Runnable deed) {
    if (parameter("sure").isEmpty()) {
      PageMessages.warn("まだ何もしていません", "「内容を確かめました」に印を付けてから押してください。");
      return "";
    }
    try {
      deed.run();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    if (page.isEmpty()) {
      PageMessages.tell(done, "");
      return "";
    }
    PageMessages.done(done, "");
    return page + (page.contains("?") ? "&" : "?") + "faces-redirect=true";
  }

  /** What the address or the form says under a name; empty when it says nothing. */
  public static String parameter(String name) {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .getOrDefault(name, "")
        .strip();
  }
}
