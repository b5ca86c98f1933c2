package jp.careplan.app.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession.Door;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.StaffUsers;
import jp.careplan.application.page.PageLock;
import jp.careplan.exchange.Mailboxes;

/** Header and navigation: who am I, where can I go, how long is the page open. */
@Named("frame")
@RequestScoped
public class FrameView {
  @Inject private Caller caller;
  @Inject private OperatorCaller desk;
  @Inject private OfficeDirectory offices;
  @Inject private StaffUsers staff;
  @Inject private Mailboxes mailboxes;
  @Inject private Clock clock;

  private String officeName = "";
  private String staffName = "";
  private List<Place> places = List.of();

  /** A link as this page shows it. */
  public static final class Place {
    private final Navigation.Link link;
    private final boolean current;

    Place(Navigation.Link link, boolean current) {
      this.link = link;
      this.current = current;
    }

    public String getHref() {
      return link.href();
    }

    public String getLabel() {
      return link.label();
    }

    /** What {@code aria-current} says; nothing when it is another page. */
    public String getCurrent() {
      return current ? "page" : "";
    }
  }

  @PostConstruct
  void load() {
    if (caller.isSignedIn()) {
      officeName = offices.find(caller.session().office()).map(OfficeEntry::name).orElse("");
      staffName = staff.nameOf(caller.session());
    }
    String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    places =
        (isDesk() ? Navigation.of(desk.session()) : Navigation.of(caller, inbox()))
            .stream().map(link -> new Place(link, view.startsWith(link.prefix()))).toList();
  }

  private String inbox() {
    long unread = isCare() ? mailboxes.unread(caller.careSession()) : 0;
    return unread == 0 ? "受信箱" : "受信箱（" + unread + "）";
  }

  public boolean isSignedIn() {
    return caller.isSignedIn() || isDesk();
  }

  /** Whether an operator is signed in here. */
  public boolean isDesk() {
    return desk.isSignedIn();
  }

  /** Who is signed in: an office by its name, an operator by the ID. */
  public String getWho() {
    return isDesk() ? "運用管理" : officeName;
  }

  public String getWhoNumber() {
    return isDesk() ? desk.session().operator().value() : caller.session().office().value();
  }

  /** 職員 by name and number; empty where the office itself is signed in. */
  public String getWhoStaff() {
    return staffName.isEmpty() ? "" : staffName + "（" + caller.session().user() + "）";
  }

  /** Whether this session came in by a passkey, which opens its lock again. */
  public boolean isPasskey() {
    return caller.isSignedIn() && caller.session().door() == Door.PASSKEY;
  }

  /** Where the page's script finds lock and sign-out. */
  public String getSessionPath() {
    return isDesk() ? "/desk/session" : "/session";
  }

  /** Where the page goes when the login is over. */
  public String getOver() {
    return isDesk() ? "/desk/sign-in?reason=over" : "/way-in?reason=over";
  }

  public boolean isCare() {
    return caller.isSignedIn() && caller.session().seesCareData();
  }

  public List<Place> getPlaces() {
    return places;
  }

  public String getStart() {
    return isDesk() ? "/desk/home" : Navigation.start(caller);
  }

  public long getLockSeconds() {
    return PageLock.OPEN.toSeconds();
  }

  /** Seconds until the login ends in any case. */
  public long getEndSeconds() {
    Instant end = isDesk() ? desk.session().endsAt() : caller.session().endsAt();
    return Math.max(0, Duration.between(clock.instant(), end).toSeconds());
  }
}
