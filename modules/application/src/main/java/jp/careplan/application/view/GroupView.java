package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeGroup;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/** 法人の事業所をまとめて見る. */
@Named
@RequestScoped
public class GroupView {
  private static final String HERE = "/account/group?faces-redirect=true";

  @Inject private Caller caller;
  @Inject private OfficeGroup group;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private List<GroupRow> rows = List.of();
  private List<Viewer> viewers = List.of();
  private String userId = "";
  private String password = "";

  /** An office that looks on. */
  public record Viewer(String number, String name, String since) {
    public String getNumber() {
      return number;
    }

    public String getName() {
      return name;
    }

    public String getSince() {
      return since;
    }
  }

  @PostConstruct
  void load() {
    rows =
        group.members(caller.session()).stream()
            .map(it -> new GroupRow(it, time, clock.getZone()))
            .toList();
    viewers =
        group.viewers(caller.session()).stream()
            .map(it -> new Viewer(it.number().value(), it.name(), time.moment(it.since())))
            .toList();
  }

  public String link() {
    String source = Browser.request().getRemoteAddr();
    return act(
        () -> group.link(caller.session(), new Credentials(Typed.userId(userId), password, source)),
        "事業所をつなぎました",
        "この事業所の期限を、いっしょに見られます。");
  }

  public String unlink(String number) {
    return act(
        () -> group.unlink(caller.session(), new OfficeNumber(number)),
        "事業所を外しました",
        "この画面には、もう出ません。");
  }

  public String shutOut(String number) {
    return act(
        () -> group.shutOut(caller.session(), new OfficeNumber(number)),
        "見られないようにしました",
        "もう一度つなぐには、この事業所のパスワードが要ります。心配なときは、パスワードも変えてください。");
  }

  private static String act(Runnable deed, String what, String next) {
    try {
      deed.run();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done(what, next);
    return HERE;
  }

  public List<GroupRow> getRows() {
    return rows;
  }

  public List<Viewer> getViewers() {
    return viewers;
  }

  public String getUserId() {
    return userId;
  }

  public void setUserId(String userId) {
    this.userId = userId;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
