package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.careplan.application.OperatorAccounts;
import jp.careplan.application.OperatorAccounts.Entry;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorId;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.page.DeskForm;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 運用管理者, looked after by one of them. */
@Named
@RequestScoped
public class DeskOperatorsView {
  private static final String PAGE = "/desk/operators";

  @Inject private OperatorAccounts accounts;
  @Inject private OperatorCaller caller;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String publicUrl;

  private List<Row> rows = List.of();
  private String operatorId = "";
  private String[] roles = {};
  private String prefectures = "";
  private String reason = "";
  private String link = "";

  /** An operator as the list shows it. */
  public static final class Row {
    private final Entry entry;

    Row(Entry entry) {
      this.entry = entry;
    }

    public String getId() {
      return entry.operator().value();
    }

    public String getRoles() {
      return entry.roles().stream()
          .sorted()
          .map(OperatorRole::word)
          .collect(Collectors.joining("、"));
    }

    public String getPrefectures() {
      return entry.prefectures().isEmpty()
          ? "全国"
          : entry.prefectures().stream().sorted().collect(Collectors.joining("、"));
    }

    public String getStatus() {
      if (!entry.enabled()) {
        return "✗ 止めています";
      }
      return entry.ready() ? "✓ 使えます" : "– 設定待ち";
    }

    public String getStyle() {
      if (!entry.enabled()) {
        return "gone";
      }
      return entry.ready() ? "good" : "waiting";
    }

    public long getSessions() {
      return entry.sessions();
    }
  }

  @PostConstruct
  void load() {
    rows = accounts.all(caller.session()).stream().map(Row::new).toList();
  }

  /** Shows the link once, without a redirect: it must not stand in an address. */
  public String add() {
    return withLink(
        id -> link = accounts.add(caller.session(), id, roles(), prefectures(), reason));
  }

  public String reset() {
    return withLink(id -> link = accounts.reset(caller.session(), id, reason));
  }

  private String withLink(Consumer<OperatorId> deed) {
    DeskForm.act("", "設定用のリンクを作りました", () -> deed.accept(id()));
    if (!link.isEmpty()) {
      link = publicUrl + "/desk/set-up?way=" + link;
      reason = "";
      load();
    }
    return "";
  }

  public String change() {
    return DeskForm.act(
        PAGE,
        "権限と担当を変えました",
        () -> accounts.change(caller.session(), id(), roles(), prefectures(), reason));
  }

  public String disable() {
    return DeskForm.act(
        PAGE, "運用管理者を止めました", () -> accounts.disable(caller.session(), id(), reason));
  }

  public String enable() {
    return DeskForm.act(
        PAGE, "運用管理者を使えるようにしました", () -> accounts.enable(caller.session(), id(), reason));
  }

  public String endSessions() {
    return DeskForm.act(
        PAGE, "ログインをすべて終わらせました", () -> accounts.endSessions(caller.session(), id(), reason));
  }

  private OperatorId id() {
    return new OperatorId(DeskSignInView.typed(operatorId).toLowerCase(Locale.ROOT));
  }

  private Set<OperatorRole> roles() {
    return Arrays.stream(roles).map(OperatorRole::valueOf).collect(Collectors.toSet());
  }

  private Set<String> prefectures() {
    String plain = DeskSignInView.typed(prefectures);
    return plain.isEmpty()
        ? Set.of()
        : Arrays.stream(plain.split("[\\s,、]+")).collect(Collectors.toSet());
  }

  public List<OperatorRole> getChoices() {
    return List.of(OperatorRole.values());
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getLink() {
    return link;
  }

  public String getOperatorId() {
    return operatorId;
  }

  public void setOperatorId(String operatorId) {
    this.operatorId = operatorId;
  }

  public String[] getRoles() {
    return roles.clone();
  }

  public void setRoles(String[] roles) {
    this.roles = roles.clone();
  }

  public String getPrefectures() {
    return prefectures;
  }

  public void setPrefectures(String prefectures) {
    this.prefectures = prefectures;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
