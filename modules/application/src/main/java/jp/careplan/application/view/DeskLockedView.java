package jp.careplan.application.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.regex.Pattern;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorSigningIn;
import jp.careplan.application.page.DeskLock;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** The lock of the desk as a page of its own. */
@Named
@RequestScoped
public class DeskLockedView {
  private static final Pattern OWN_PAGE = Pattern.compile("/desk/[A-Za-z0-9/_.?=&%+-]*");

  @Inject private OperatorSigningIn signingIn;
  @Inject private DeskLock lock;
  @Inject private OperatorCaller caller;
  @Inject private Clock clock;

  private String to = "";
  private String password = "";

  public void unlock() {
    try {
      signingIn.check(caller.session(), password);
      lock.open(clock.instant());
      String target = OWN_PAGE.matcher(to).matches() ? to : "/desk/home";
      FacesContext.getCurrentInstance().getExternalContext().redirect(target);
    } catch (DomainException e) {
      PageMessages.refuse(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to == null ? "" : to;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
