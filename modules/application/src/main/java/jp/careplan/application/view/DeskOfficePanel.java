package jp.careplan.application.view;

import static jp.careplan.application.DeskProblem.BAD_REVOCATION_REASON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.application.Approvals;
import jp.careplan.application.OfficeDesk;
import jp.careplan.application.OfficeDesk.AccountState;
import jp.careplan.application.OfficeDesk.CertificateState;
import jp.careplan.application.OfficeDesk.SessionState;
import jp.careplan.application.OfficeStatus;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.RevocationReason;
import jp.careplan.application.TrailDesk;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.DeskOffice;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.KindWords;
import jp.careplan.kernel.DomainException;

/** An office as an operator sees it: profile, account, certificates, sessions, trail. */
@Named
@RequestScoped
public class DeskOfficePanel {
  private static final int TRAIL_LINES = 10;

  @Inject private DeskOffice office;
  @Inject private OfficeDesk desk;
  @Inject private Approvals approvals;
  @Inject private TrailDesk trail;
  @Inject private ActionWords actions;
  @Inject private JapaneseTime time;
  @Inject private KindWords kinds;

  private String reason = "";
  private String certificate = "";
  private String why = "";

  /** A certificate as the page shows it. */
  public static final class CertificateRow {
    private final CertificateState state;
    private final JapaneseTime time;

    CertificateRow(CertificateState state, JapaneseTime time) {
      this.state = state;
      this.time = time;
    }

    public String getThumbprint() {
      return state.thumbprint();
    }

    /** For telling them apart on the telephone. */
    public String getShort() {
      return state.thumbprint().substring(0, 16);
    }

    public String getTerminal() {
      return state.terminal();
    }

    public String getUntil() {
      return time.moment(state.notAfter());
    }

    public boolean isUsable() {
      return state.revokedAt().isEmpty();
    }

    public String getRevoked() {
      return state.revokedAt().map(at -> "✗ 失効（" + time.moment(at) + "）").orElse("✓ 使えます");
    }
  }

  public String getKanaName() {
    return shown(office.state().profile().kanaName());
  }

  public String getAddress() {
    return shown(office.state().profile().address());
  }

  public String getMail() {
    return shown(office.state().profile().mail());
  }

  private static String shown(String text) {
    return text.isEmpty() ? "–" : text;
  }

  public String getKinds() {
    return office.state().profile().kinds().stream()
        .sorted()
        .map(kinds::of)
        .collect(Collectors.joining("、"));
  }

  public String getStatus() {
    return switch (office.state().status()) {
      case ACTIVE -> "✓ 利用中";
      case SUSPENDED -> "– 休止中（受け取りだけできます）";
      case CLOSED -> "✗ 廃止";
    };
  }

  public boolean isActive() {
    return office.state().status() == OfficeStatus.ACTIVE;
  }

  public boolean isSuspended() {
    return office.state().status() == OfficeStatus.SUSPENDED;
  }

  /** Whether another operator is to decide about its closing. */
  public boolean isClosingProposed() {
    return isChangeable()
        && approvals.waiting(office.by()).stream().anyMatch(it -> it.concerns(office.office()));
  }

  public List<String> getAccounts() {
    return office.state().accounts().stream().map(DeskOfficePanel::words).toList();
  }

  /** How many staff have an ID of their own. */
  public long getStaff() {
    return office.state().staff();
  }

  private static String words(AccountState account) {
    return account.user()
        + (account.temporary() ? "（仮パスワードのまま）" : "")
        + (account.atRest() ? "（休ませてある）" : "");
  }

  public List<CertificateRow> getCertificates() {
    return office.state().certificates().stream().map(it -> new CertificateRow(it, time)).toList();
  }

  public List<CertificateRow> getUsable() {
    return getCertificates().stream().filter(CertificateRow::isUsable).toList();
  }

  public List<String> getSessions() {
    return office.state().sessions().stream().map(this::words).toList();
  }

  private String words(SessionState session) {
    String door =
        switch (session.door()) {
          case CONNECTOR -> "連携クライアント";
          case HANDED_OFF -> "連携クライアントから開いた画面";
          case PASSWORD -> "パスワードで入った画面";
          case PASSKEY -> "パスキーで入った画面";
        };
    String terminal = session.terminal().isEmpty() ? "" : "、" + session.terminal();
    return door + terminal + "、" + time.moment(session.endsAt()) + "まで";
  }

  /** Whether the trail is for this operator's eyes. */
  public boolean isTrailReadable() {
    return office.by().isAny(OperatorRole.OPERATOR, OperatorRole.HELPDESK, OperatorRole.AUDITOR);
  }

  public List<TrailRow> getTrail() {
    return trail.newestOf(office.by(), office.office(), TRAIL_LINES).stream()
        .map(line -> new TrailRow(line, Map.of(), actions, time))
        .toList();
  }

  /** Whether this operator may change it; asked again when they do. */
  public boolean isChangeable() {
    return office.by().isAny(OperatorRole.OPERATOR)
        && office.state().status() != OfficeStatus.CLOSED;
  }

  public boolean isPasskeysForbidden() {
    return office.state().passkeysForbidden();
  }

  public String forbidPasskeys() {
    return act("パスキーを使えないようにしました", () -> desk.forbidPasskeys(office.by(), office.office(), reason));
  }

  public String allowPasskeys() {
    return act("パスキーを使えるようにしました", () -> desk.allowPasskeys(office.by(), office.office(), reason));
  }

  public String suspend() {
    return act("事業所を休止にしました", () -> desk.suspend(office.by(), office.office(), reason));
  }

  public String resume() {
    return act("事業所の利用を再開しました", () -> desk.resume(office.by(), office.office(), reason));
  }

  public String close() {
    return act(
        "廃止を提案しました。ほかの運用管理者が承認すると廃止になります",
        () -> desk.proposeClosing(office.by(), office.office(), reason));
  }

  public String endSessions() {
    return act(
        "この事業所のログインをすべて終わらせました", () -> desk.endSessions(office.by(), office.office(), reason));
  }

  public String revoke() {
    return act(
        "電子証明書を失効させました",
        () -> desk.revoke(office.by(), office.office(), certificate, chosenWhy(), reason));
  }

  private RevocationReason chosenWhy() {
    return Stream.of(RevocationReason.values())
        .filter(it -> it.name().equals(why))
        .findFirst()
        .orElseThrow(() -> new DomainException(BAD_REVOCATION_REASON, ""));
  }

  /** For choosing. */
  public RevocationReason[] getWhys() {
    return RevocationReason.values();
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  private String act(String done, Runnable deed) {
    return DeskForm.act(office.page(), done, deed);
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getCertificate() {
    return certificate;
  }

  public void setCertificate(String certificate) {
    this.certificate = certificate;
  }
}
