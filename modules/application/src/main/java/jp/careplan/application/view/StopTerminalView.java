package jp.careplan.application.view;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import jp.careplan.application.RevocationReason;
import jp.careplan.application.SigningIn.Credentials;
import jp.careplan.application.TerminalEntry;
import jp.careplan.application.TerminalStopping;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** 端末を止める with a recovery code. The code stays on the server between the two steps. */
@Named
@ViewScoped
public class StopTerminalView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient TerminalStopping stopping;
  @Inject private transient JapaneseTime time;

  private String userId = "";
  private String code = "";
  private String terminal = "";
  private boolean known;
  private List<Row> rows = List.of();

  /** One terminal to choose. */
  public record Row(String id, String words) implements Serializable {
    public String getId() {
      return id;
    }

    public String getWords() {
      return words;
    }
  }

  public void find() {
    try {
      rows = stopping.terminalsOf(proof()).stream().map(this::row).toList();
      terminal = rows.size() == 1 ? rows.getFirst().id() : "";
      known = true;
    } catch (DomainException e) {
      PageMessages.refuse(e);
    }
  }

  private Row row(TerminalEntry entry) {
    String seen = entry.lastSeenAt().map(time::moment).orElse("まだありません");
    return new Row(entry.id(), entry.name() + "（最後のログイン " + seen + "）");
  }

  public String stop() {
    try {
      stopping.stop(proof(), terminal, RevocationReason.KEY_COMPROMISE);
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done("端末を止めました", "この端末からは、もうログインできません。使ったコードは、控えの紙に線を引いて消してください。");
    return "/account/sign-in?faces-redirect=true";
  }

  private Credentials proof() {
    return new Credentials(
        Typed.userId(userId), Typed.writtenCode(code), Browser.request().getRemoteAddr());
  }

  public boolean isKnown() {
    return known;
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getUserId() {
    return userId;
  }

  public void setUserId(String userId) {
    this.userId = userId;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getTerminal() {
    return terminal;
  }

  public void setTerminal(@Nullable String terminal) {
    this.terminal = Typed.text(terminal); // none may be chosen
  }
}
