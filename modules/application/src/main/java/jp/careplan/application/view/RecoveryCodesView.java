package jp.careplan.application.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.RecoveryCodes;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** 回復コード: made, shown and printed once. */
@Named
@RequestScoped
public class RecoveryCodesView {
  @Inject private RecoveryCodes codes;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private String password = "";
  private List<String> made = List.of();

  /** The answer itself shows the codes; a page that is called up anew has none to show. */
  public void make() {
    try {
      made = codes.renew(caller.session(), password);
    } catch (DomainException e) {
      PageMessages.refuse(e);
    }
  }

  public List<String> getMade() {
    return made;
  }

  /** One sentence on what is left of the last set. */
  public String getLeft() {
    int left = codes.left(caller.session().user());
    return left == 0 ? "使える回復コードは、いまありません。" : "使える回復コードは、あと" + left + "個です。";
  }

  public String getUserId() {
    return caller.session().user().value();
  }

  public String getMadeAt() {
    return time.moment(clock.instant());
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
