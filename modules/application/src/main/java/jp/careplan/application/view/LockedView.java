package jp.careplan.application.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.regex.Pattern;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession.Door;
import jp.careplan.application.PasswordChecking;
import jp.careplan.application.page.PageLock;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** The lock as a page of its own, for a page that is called up while the lock is closed. */
@Named
@RequestScoped
public class LockedView {
  /** Pages behind the lock, never another site. */
  private static final Pattern OWN_PAGE = Pattern.compile("/(office|account)/[A-Za-z0-9/_.?=&%-]*");

  @Inject private PasswordChecking checking;
  @Inject private PageLock lock;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private String to = "";
  private String password = "";

  public void unlock() {
    try {
      checking.check(caller.session(), password);
      lock.open(clock.instant());
      FacesContext.getCurrentInstance().getExternalContext().redirect(getTarget());
    } catch (DomainException e) {
      PageMessages.refuse(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page that was called up. */
  public String getTarget() {
    if (OWN_PAGE.matcher(to).matches()) {
      return to;
    }
    return caller.session().seesCareData() ? "/office/home" : "/account/home";
  }

  /** Whether this session came in by a passkey, whose owner may know no password. */
  public boolean isPasskey() {
    return caller.isSignedIn() && caller.session().door() == Door.PASSKEY;
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
