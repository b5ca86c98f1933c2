package jp.careplan.app.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.view.PageLock;
import jp.careplan.exchange.Mailboxes;

/** Header and navigation: who am I, where can I go, how long is the page open. */
@Named("frame")
@RequestScoped
public class FrameView {
  @Inject private Caller caller;
  @Inject private OfficeDirectory offices;
  @Inject private Mailboxes mailboxes;
  @Inject private Clock clock;

  private String officeName = "";
  private List<Place> places = List.of();

  /**
   * One link of the navigation.
   *
   * @param prefix of the views that belong to it
   */
  record Link(String href, String label, String prefix) {}

  /** A link as this page shows it. */
  public static final class Place {
    private final Link link;
    private final boolean current;

    Place(Link link, boolean current) {
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
    if (isSignedIn()) {
      officeName = offices.find(caller.session().office()).map(OfficeEntry::name).orElse("");
    }
    String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    places = links().stream().map(link -> new Place(link, view.startsWith(link.prefix()))).toList();
  }

  private List<Link> links() {
    if (!isSignedIn()) {
      return List.of(
          new Link("/", "この仕組みについて", "/index"),
          new Link("/way-in", "入り方", "/way-in"),
          new Link("/account/sign-in", "設定・証明書に入る", "/account"));
    }
    if (!isCare()) {
      return List.of(
          new Link("/account/home", "設定・証明書", "/account"),
          new Link("/way-in?reason=care", "ケアプランの画面の開き方", "/way-in"));
    }
    long unread = mailboxes.unread(caller.careSession());
    return List.of(
        new Link("/office/home", "今月の状況", "/office/home"),
        new Link("/office/send", "送る", "/office/send"),
        new Link("/office/inbox", unread == 0 ? "受信箱" : "受信箱（" + unread + "）", "/office/inbox"),
        new Link("/office/sent", "送信済み", "/office/sent"),
        new Link("/account/home", "設定・証明書", "/account"));
  }

  public boolean isSignedIn() {
    return caller.isSignedIn();
  }

  public boolean isCare() {
    return isSignedIn() && caller.session().seesCareData();
  }

  public String getOfficeName() {
    return officeName;
  }

  public String getOfficeNumber() {
    return caller.session().office().value();
  }

  public List<Place> getPlaces() {
    return places;
  }

  /** Where the product's name leads. */
  public String getStart() {
    return isCare() ? "/office/home" : isSignedIn() ? "/account/home" : "/";
  }

  public long getLockSeconds() {
    return PageLock.OPEN.toSeconds();
  }

  /** Seconds until the login ends in any case. */
  public long getEndSeconds() {
    OfficeSession session = caller.session();
    return Math.max(0, Duration.between(clock.instant(), session.endsAt()).toSeconds());
  }
}
