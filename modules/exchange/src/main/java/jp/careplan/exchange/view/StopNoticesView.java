package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.ArrivalNotices;

/** The way out that each notice names; opening it ends nothing, mail scanners do that too. */
@Named
@RequestScoped
public class StopNoticesView {
  @Inject private ArrivalNotices notices;

  private String code = "";

  @PostConstruct
  void load() {
    code =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .getOrDefault("code", "");
  }

  public void stop() {
    if (notices.stop(code)) {
      PageMessages.tell("着信のお知らせを止めました", "また受けるときは、連携クライアントで開いた画面の「着信のお知らせ」で申し込んでください。");
    } else {
      PageMessages.tell("このお知らせは、もう止まっています", "まだメールが届くときは、窓口にお知らせください。");
    }
    code = "";
  }

  public String getCode() {
    return code;
  }
}
