package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.application.Enrolling;
import jp.careplan.application.IssuePasswords;
import jp.careplan.application.RevocationReason;
import jp.careplan.application.TerminalEntry;
import jp.careplan.application.Terminals;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;

/** 端末と証明書. */
@Named
@RequestScoped
public class CertificatesView {
  private static final String HERE = "/account/certificates?faces-redirect=true";
  private static final int SOON = 30;

  @Inject private Caller caller;
  @Inject private Terminals terminals;
  @Inject private Enrolling enrolling;
  @Inject private IssuePasswords issuePasswords;
  @Inject private JapaneseTime time;
  @Inject private Clock clock;

  private List<Row> rows = List.of();
  private String terminal = "";
  private String reason = "";
  private String wanted = "";
  private String again = "";

  /** One terminal as the page shows it. */
  public static final class Row {
    private final TerminalEntry entry;
    private final JapaneseTime time;
    private final Instant now;
    private final boolean mine;

    Row(TerminalEntry entry, JapaneseTime time, Instant now, boolean mine) {
      this.entry = entry;
      this.time = time;
      this.now = now;
      this.mine = mine;
    }

    public String getId() {
      return entry.id();
    }

    public String getName() {
      return entry.name() + (mine ? "（いま使っている端末）" : "");
    }

    public String getLastSeen() {
      return entry.lastSeenAt().map(time::moment).orElse("まだありません");
    }

    public String getUntil() {
      return entry.usableUntil(now).map(time::moment).orElse("–");
    }

    public boolean isUsable() {
      return entry.usableUntil(now).isPresent();
    }

    /** Thumbprint of the certificate that a renewal is asked with. */
    public String getThumbprint() {
      return entry.certificates().stream()
          .filter(it -> it.isUsable(now))
          .findFirst()
          .map(it -> it.thumbprint())
          .orElse("");
    }

    private long daysLeft() {
      return entry.usableUntil(now).map(until -> Duration.between(now, until).toDays()).orElse(0L);
    }

    public boolean isEnding() {
      return isUsable() && daysLeft() < Enrolling.RENEWAL_DAYS;
    }

    public String getState() {
      if (isUsable()) {
        return isEnding() ? "△ あと" + daysLeft() + "日です" : "✓ 使えます";
      }
      return entry.revokedAt().map(at -> "✗ 失効（" + time.moment(at) + "）").orElse("✗ 期限が切れました");
    }

    public String getStyle() {
      return isEnding() ? (daysLeft() < SOON ? "danger" : "warning") : "";
    }
  }

  /** A reason to choose. */
  public record Reason(String code, String words) {
    public String getCode() {
      return code;
    }

    public String getWords() {
      return words;
    }
  }

  @PostConstruct
  void load() {
    terminal = Browser.parameter("terminal");
    String mine = caller.session().terminalId();
    rows =
        terminals.registeredBy(caller.session().office()).stream()
            .map(it -> new Row(it, time, clock.instant(), it.id().equals(mine)))
            .toList();
  }

  /** 失効. Who stops the terminal in use is signed out by it. */
  public String revoke() {
    try {
      Optional<RevocationReason> chosen =
          Arrays.stream(RevocationReason.values())
              .filter(it -> it.name().equals(reason))
              .findFirst();
      terminals.revoke(caller.session(), terminal, chosen.orElse(RevocationReason.UNSPECIFIED));
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done("端末の電子証明書を失効させました", "この端末からは、もうログインできません。");
    return HERE;
  }

  /** 証明書発行用パスワード. */
  public String setIssuePassword() {
    if (!wanted.equals(again)) {
      PageMessages.warn("証明書発行用パスワードが2つの欄で違います", "同じものを2回入れてください。");
      return "";
    }
    try {
      issuePasswords.set(caller.session(), wanted);
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done("証明書発行用パスワードを決めました", "端末を足すときと、電子証明書を更新するときに使います。");
    return HERE;
  }

  public boolean isOpen() {
    return enrolling.isOpen();
  }

  public boolean isIssuePasswordSet() {
    return issuePasswords.isSet(caller.session().office());
  }

  public boolean isCare() {
    return caller.session().cameByCertificate();
  }

  public List<Row> getRows() {
    return rows;
  }

  public boolean isEnding() {
    return rows.stream().anyMatch(Row::isEnding);
  }

  public int getMost() {
    return terminals.most();
  }

  public long getRoom() {
    return Math.max(0, terminals.most() - rows.stream().filter(Row::isUsable).count());
  }

  public List<Reason> getReasons() {
    return Arrays.stream(RevocationReason.values())
        .map(it -> new Reason(it.name(), it.words()))
        .toList();
  }

  /** Certificates are the office's, whoever asks for them. */
  public String getUserId() {
    return caller.session().user().account().value();
  }

  /** The terminal that the question is about, from the address; empty when none is asked about. */
  public String getTerminal() {
    return terminal;
  }

  private Optional<Row> asked() {
    return rows.stream().filter(it -> it.getId().equals(terminal) && it.isUsable()).findFirst();
  }

  public boolean isAsking() {
    return asked().isPresent();
  }

  public String getAskedName() {
    return asked().map(Row::getName).orElse("");
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
