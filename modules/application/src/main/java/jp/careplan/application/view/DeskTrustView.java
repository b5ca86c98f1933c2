package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.OperatorRole;
import jp.careplan.application.TrustAnchors;
import jp.careplan.application.TrustAnchors.Anchor;
import jp.careplan.application.TrustAnchors.State;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** 信頼する認証局: those in force, and proposals to add or remove one. */
@Named
@RequestScoped
public class DeskTrustView {
  private static final String PAGE = "/desk/trust";

  @Inject private TrustAnchors anchors;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private Optional<Row> proposed = Optional.empty();
  private Optional<Row> looked = Optional.empty();
  private String pem = "";
  private String fingerprint = "";
  private String reason = "";

  /** An authority as the page shows it. */
  public static final class Row {
    private final Anchor anchor;
    private final String from;
    private final String until;
    private final boolean over;

    Row(Anchor anchor, String from, String until, boolean over) {
      this.anchor = anchor;
      this.from = from;
      this.until = until;
      this.over = over;
    }

    public String getFingerprint() {
      return anchor.fingerprint();
    }

    /** In groups, for reading aloud. */
    public String getGrouped() {
      return anchor.fingerprint().replaceAll("(.{8})(?=.)", "$1 ");
    }

    public String getSubject() {
      return anchor.subject();
    }

    public String getValidity() {
      return from + "から" + until + "まで";
    }

    public String getOrigin() {
      return anchor.added() ? "この画面で加えた" : "サーバーの設定";
    }

    public String getState() {
      if (anchor.state() == State.REMOVED_AT_NEXT_START) {
        return "! 再起動すると外れます";
      }
      if (anchor.state() == State.ADDED_AT_NEXT_START) {
        return "! 再起動すると有効になります";
      }
      return over ? "✗ 期限切れ" : "✓ 有効";
    }

    public String getStyle() {
      return anchor.state() == State.HOLDS ? (over ? "bad" : "good") : "waiting";
    }

    public boolean isRemovable() {
      return anchor.state() != State.REMOVED_AT_NEXT_START;
    }
  }

  @PostConstruct
  void load() {
    String asked = DeskForm.parameter("proposed");
    proposed =
        asked.isEmpty()
            ? Optional.empty()
            : Optional.of(row(anchors.look(caller.session(), asked)));
  }

  private Row row(Anchor anchor) {
    return new Row(
        anchor,
        time.moment(anchor.notBefore()),
        time.moment(anchor.notAfter()),
        anchor.notAfter().isBefore(clock.instant()));
  }

  /** Shows what the text holds and changes nothing. */
  public String look() {
    try {
      looked = Optional.of(row(anchors.look(caller.session(), pem)));
    } catch (DomainException e) {
      PageMessages.refuse(e);
    }
    return "";
  }

  public String add() {
    return DeskForm.act(
        PAGE,
        "認証局を加えることを提案しました。ほかの運用管理者が承認し、ノードを再起動すると有効になります",
        () -> anchors.proposeAdding(caller.session(), pem, reason));
  }

  public String remove() {
    return DeskForm.act(
        PAGE,
        "認証局を外すことを提案しました。ほかの運用管理者が承認し、ノードを再起動すると外れます",
        () -> anchors.proposeRemoving(caller.session(), fingerprint, reason));
  }

  public List<Row> getRows() {
    return anchors.all(caller.session()).stream().map(this::row).toList();
  }

  public List<Row> getRemovable() {
    return getRows().stream().filter(Row::isRemovable).toList();
  }

  /** Whether something was decided that waits for a start. */
  public boolean isWaiting() {
    return getRows().stream().anyMatch(it -> it.anchor.state() != State.HOLDS);
  }

  /** Whether this operator may propose; asked again when they do. */
  public boolean isChangeable() {
    return caller.session().isAny(OperatorRole.OPERATOR);
  }

  public List<Row> getProposed() {
    return proposed.stream().toList();
  }

  public List<Row> getLooked() {
    return looked.stream().toList();
  }

  public String getPem() {
    return pem;
  }

  public void setPem(String pem) {
    this.pem = pem;
  }

  public String getFingerprint() {
    return fingerprint;
  }

  public void setFingerprint(String fingerprint) {
    this.fingerprint = fingerprint;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
